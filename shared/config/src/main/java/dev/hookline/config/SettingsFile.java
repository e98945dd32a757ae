package dev.hookline.config;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a settings file in YAML. Every scalar stays the text that was written, so that {@code 0123}
 * is no octal number and {@code on} no truth; {@link Settings} knows what each should be.
 */
public final class SettingsFile {

  private static final String NO_TEXT = ": not a text file in UTF-8";

  private SettingsFile() {}

  /**
   * Reads the file. Blocks; used at start.
   *
   * @throws BadSettingsException when it cannot be read or is no YAML; says where, and quotes
   *     nothing, as the line may hold a secret
   */
  public static JsonObject read(Path file) {
    return parse(file.toString(), text(file));
  }

  /**
   * What the file says, unparsed. Blocks.
   *
   * @throws BadSettingsException when it cannot be read or is no text
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException wrong) {
      throw new BadSettingsException(file + NO_TEXT);
    } catch (IOException unreadable) {
      throw new BadSettingsException(file + ": cannot be read (" + unreadable + ")");
    }
  }

  /**
   * Reads what a file says.
   *
   * @param file its name, for people
   * @throws BadSettingsException when it is no YAML
   */
  public static JsonObject parse(String file, String text) {
    try {
      return tree(file, yaml().load(text));
    } catch (MarkedYAMLException wrong) {
      throw new BadSettingsException(file + place(wrong.getProblemMark()) + wrong.getProblem());
    } catch (YAMLException wrong) {
      throw new BadSettingsException(file + NO_TEXT);
    }
  }

  @SuppressWarnings("unchecked") // without implicit types, every key is a text
  private static JsonObject tree(String file, Object document) {
    if (document == null || "".equals(document)) {
      return new JsonObject();
    }
    if (document instanceof Map<?, ?> map) {
      return new JsonObject((Map<String, Object>) map);
    }
    throw new BadSettingsException(file + ": write settings as \"name: value\", one a line");
  }

  private static String place(Mark mark) {
    return mark == null
        ? ": "
        : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
  }

  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading), new Representer(dumping), dumping, loading, new PlainTexts());
  }

  /** Leaves every scalar a text. */
  private static final class PlainTexts extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      // none
    }
  }
}
