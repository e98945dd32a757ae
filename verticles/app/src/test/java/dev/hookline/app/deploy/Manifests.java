package dev.hookline.app.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Objects for Kubernetes. */
public final class Manifests {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  /**
   * Takes no field that the type does not have, and no number for a text or the other way round.
   */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(new NothingBeside())
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private final List<JsonNode> objects;

  private Manifests(List<JsonNode> objects) {
    this.objects = objects;
  }

  /** What kustomize makes of a directory. */
  public static Manifests rendered(Path directory) {
    Tool.Said said = Tool.run("kubernetes-client", "kubectl", "kustomize", directory.toString());
    if (said.code() != 0) {
      throw new AssertionError(
          "kubectl does not render " + directory + " (it must be 1.27 or newer): " + said.words());
    }
    return parsed(said.words());
  }

  /** What a file has. */
  static Manifests read(Path file) {
    try {
      return parsed(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads an object as its type, which is the one of Kubernetes' own description of its API. */
  static <T> T as(Class<T> type, JsonNode object) {
    try {
      return STRICT.readerFor(type).readValue(object);
    } catch (IOException wrong) {
      throw new AssertionError(name(object) + ": " + wrong.getMessage(), wrong);
    }
  }

  /** All of them. */
  List<JsonNode> all() {
    return objects;
  }

  /** The only one of a kind with a name, or whose name begins with it and a hash. */
  public JsonNode the(String kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
  }

  Optional<JsonNode> find(String kind, String name) {
    return objects.stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .filter(object -> object.at("/metadata/name").asText().matches(name + "(-[0-9a-z]{10})?"))
        .findFirst();
  }

  /** For people. */
  static String name(JsonNode object) {
    return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
  }

  private static Manifests parsed(String yaml) {
    List<JsonNode> objects = new ArrayList<>();
    new Yaml().loadAll(yaml).forEach(object -> objects.add(PLAIN.valueToTree(object)));
    return new Manifests(objects);
  }

  // The model keeps what it does not know: for newer servers, but also when it is a typing error.
  private static final class NothingBeside extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
