package dev.hookline.messages;

import dev.hookline.messages.FormField.Kind;
import dev.hookline.messages.FormField.Option;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a form from its schema: an object whose properties are no objects. */
public final class FormFields {

  private static final int MOST_FIELDS = 20;
  private static final int MOST_OPTIONS = 40;

  private FormFields() {}

  /**
   * The fields in their order.
   *
   * @param schema the schema; may be anything
   * @return none when the form asks nothing; empty when something in it is not understood, or when
   *     it is too much to be asked in a chat
   */
  public static Optional<List<FormField>> of(Object schema) {
    if (!(schema instanceof JsonObject form)) {
      return schema == null ? Optional.of(List.of()) : Optional.empty();
    }
    Object properties = form.getValue("properties", new JsonObject());
    if (!(properties instanceof JsonObject wanted) || wanted.size() > MOST_FIELDS) {
      return Optional.empty();
    }
    JsonArray required =
        form.getValue("required") instanceof JsonArray names ? names : new JsonArray();
    List<FormField> fields = new ArrayList<>();
    for (String name : wanted.fieldNames()) {
      Optional<FormField> field = field(name, wanted.getValue(name), required.contains(name));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      fields.add(field.get());
    }
    return Optional.of(List.copyOf(fields));
  }

  private static Optional<FormField> field(String name, Object schema, boolean required) {
    if (!(schema instanceof JsonObject property)) {
      return Optional.empty();
    }
    return switch (String.valueOf(property.getValue("type", "string"))) {
      case "boolean" -> field(name, property, required, Kind.CHOICE, "", Optional.of(yesOrNo()));
      case "array" ->
          field(
              name, property, required, Kind.CHOICES, "Items", options(property.getValue("items")));
      case "string", "number", "integer" -> scalar(name, property, required);
      default -> Optional.empty();
    };
  }

  private static Optional<FormField> scalar(String name, JsonObject property, boolean required) {
    if (property.containsKey("enum") || property.containsKey("oneOf")) {
      return field(name, property, required, Kind.CHOICE, "", options(property));
    }
    Optional<List<Option>> usual = Optional.of(usual(property));
    return switch (property.getString("type", "string")) {
      case "number" -> field(name, property, required, Kind.NUMBER, "imum", usual);
      case "integer" -> field(name, property, required, Kind.WHOLE_NUMBER, "imum", usual);
      default -> field(name, property, required, Kind.TEXT, "Length", usual);
    };
  }

  private static Optional<FormField> field(
      String name,
      JsonObject property,
      boolean required,
      Kind kind,
      String limits,
      Optional<List<Option>> options) {
    return options.map(
        some ->
            new FormField(
                name,
                text(property, "title", name),
                text(property, "description", ""),
                required,
                kind,
                some,
                number(property.getValue("min" + limits)),
                number(property.getValue("max" + limits)),
                FormFormat.of(property.getValue("format"))));
  }

  private static List<Option> yesOrNo() {
    return List.of(new Option(true, "Yes"), new Option(false, "No"));
  }

  private static List<Option> usual(JsonObject property) {
    Object value = property.getValue("default");
    boolean fits =
        String.valueOf(property.getValue("type", "string")).equals("string")
            ? value instanceof String
            : value instanceof Number;
    return fits ? List.of(new Option(value, String.valueOf(value))) : List.of();
  }

  private static Optional<List<Option>> options(Object schema) {
    if (!(schema instanceof JsonObject choices)) {
      return Optional.empty();
    }
    List<Option> options = new ArrayList<>();
    if (choices.getValue("enum") instanceof JsonArray values) {
      JsonArray names =
          choices.getValue("enumNames") instanceof JsonArray given ? given : new JsonArray();
      for (int i = 0; i < values.size(); i++) {
        Object label = i < names.size() ? names.getValue(i) : values.getValue(i);
        options.add(option(values.getValue(i), label));
      }
    } else {
      Object titled = choices.getValue("oneOf", choices.getValue("anyOf"));
      for (Object choice : titled instanceof JsonArray some ? some : new JsonArray()) {
        JsonObject one = choice instanceof JsonObject json ? json : new JsonObject();
        options.add(option(one.getValue("const"), one.getValue("title", one.getValue("const"))));
      }
    }
    boolean some = !options.isEmpty() && options.size() <= MOST_OPTIONS;
    return some && !options.contains(null) ? Optional.of(options) : Optional.empty();
  }

  private static Option option(Object value, Object label) {
    boolean simple = value instanceof String || value instanceof Number || value instanceof Boolean;
    return simple ? new Option(value, String.valueOf(label)) : null;
  }

  private static String text(JsonObject property, String key, String otherwise) {
    return property.getValue(key) instanceof String text && !text.isBlank() ? text : otherwise;
  }

  private static BigDecimal number(Object limit) {
    return limit instanceof Number number ? new BigDecimal(number.toString()) : null;
  }
}
