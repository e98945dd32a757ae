package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Decision.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form's schema lets people reply, and what becomes of it. */
class FormFieldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: integer}                          | 12                  | true",
        "{type: integer}                          | -3                  | true",
        "{type: integer}                          | 1.5                 | false",
        "{type: integer}                          | 1e3                 | false",
        "{type: integer}                          | twelve              | false",
        "{type: integer}                          | 12345678901234567   | false",
        "{type: integer, minimum: 1, maximum: 20} | 0                   | false",
        "{type: integer, minimum: 1, maximum: 20} | 20                  | true",
        "{type: integer, minimum: 1, maximum: 20} | 21                  | false",
        "{type: number, maximum: 0.5}             | 0.50                | true",
        "{type: number, maximum: 0.5}             | 0.51                | false",
        "{type: string, minLength: 3}             | ab                  | false",
        "{type: string, minLength: 3}             | abc                 | true",
        "{type: string, maxLength: 2}             | 🌳🌳                | true",
        "{type: string, maxLength: 2}             | abc                 | false",
        "{type: string, format: email}            | ann@example.org     | true",
        "{type: string, format: email}            | ann@example         | false",
        "{type: string, format: email}            | ann at example.org  | false",
        "{type: string, format: uri}              | https://example.org | true",
        "{type: string, format: uri}              | example.org         | false",
        "{type: string, format: date}             | 2026-02-28          | true",
        "{type: string, format: date}             | 2026-02-30          | false",
        "{type: string, format: date-time}        | 2026-11-28T17:30:00Z| true",
        "{type: string, format: date-time}        | 2026-11-28          | false",
        "{type: string, format: unheard-of}       | anything            | true",
        "{type: boolean}                          | yes                 | true",
        "{type: boolean}                          | maybe               | false",
        "{type: string, enum: [oak, ash]}         | Ash                 | true",
        "{type: string, enum: [oak, ash]}         | elm                 | false",
      })
  void accepts_what_the_schema_does(String schema, String words, boolean accepted) {
    FormField field = field(schema, true);

    assertThat(field.accepts(field.written(words))).isEqualTo(accepted);
  }

  @Test
  void gives_values_of_the_schemas_type() {
    assertThat(value("{type: integer}", "12")).isEqualTo(12L);
    assertThat(value("{type: number}", "2.50")).isEqualTo(2.5);
    assertThat(value("{type: string}", "12")).isEqualTo("12");
    assertThat(value("{type: boolean}", "no")).isEqualTo(false);
    assertThat(value("{oneOf: [{const: a, title: An ash}, {const: o}]}", "an ash")).isEqualTo("a");
    assertThat(value("{enum: [1, 2], enumNames: [one, two]}", "two")).isEqualTo(2);
  }

  @Test
  void several_options_are_limited_by_their_number() {
    FormField field =
        field("{type: array, minItems: 1, maxItems: 2, items: {enum: [a, b, c]}}", true);

    assertThat(field.accepts(Reply.NONE)).isFalse();
    assertThat(field.accepts(chosen(0, 2))).isTrue();
    assertThat(field.accepts(chosen(0, 1, 2))).isFalse();
    assertThat(field.value(chosen(0, 2))).contains(new JsonArray().add("a").add("c"));
  }

  @Test
  void only_what_is_not_required_is_left_out() {
    assertThat(field("{type: string}", true).accepts(Reply.NONE)).isFalse();
    assertThat(field("{type: string}", false).accepts(Reply.NONE)).isTrue();
    assertThat(field("{type: string}", false).value(Reply.NONE)).isEmpty();
  }

  @Test
  void a_default_is_taken_by_its_place() {
    FormField field = field("{type: string, default: as it is}", true);

    assertThat(field.accepts(chosen(0))).isTrue();
    assertThat(field.accepts(chosen(1))).isFalse();
    assertThat(field.value(chosen(0))).contains("as it is");
    assertThat(field("{type: integer, default: many}", true).options()).isEmpty();
  }

  @Test
  void one_choice_is_one() {
    FormField field = field("{enum: [a, b]}", true);

    assertThat(field.accepts(chosen(0, 1))).isFalse();
    assertThat(field.accepts(chosen(-1, 0))).isFalse();
    assertThat(field.accepts(chosen(2))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{properties: {a: {type: object}}}",
        "{properties: {a: {type: array, items: {type: string}}}}",
        "{properties: {a: {enum: []}}}",
        "{properties: {a: {enum: [{}]}}}",
        "{properties: {a: {type: [string, null]}}}",
        "{properties: {a: text}}",
        "{properties: [a]}",
      })
  void a_form_is_understood_whole_or_not_at_all(String schema) {
    assertThat(FormFields.of(json(schema))).isEmpty();
  }

  @Test
  void what_is_too_much_for_a_chat_is_not_asked_there() {
    JsonObject text = new JsonObject().put("type", "string");
    JsonObject properties = new JsonObject();
    IntStream.range(0, 20).forEach(i -> properties.put("f" + i, text));
    JsonArray values = new JsonArray();
    IntStream.range(0, 40).forEach(values::add);

    assertThat(FormFields.of(new JsonObject().put("properties", properties))).isPresent();
    properties.put("last", text);
    assertThat(FormFields.of(new JsonObject().put("properties", properties))).isEmpty();

    JsonObject choice =
        new JsonObject().put("a", new JsonObject().put("enum", values).put("type", "integer"));
    assertThat(FormFields.of(new JsonObject().put("properties", choice))).isPresent();
    values.add(40);
    assertThat(FormFields.of(new JsonObject().put("properties", choice))).isEmpty();
  }

  @Test
  void nothing_is_asked_by_no_schema() {
    assertThat(FormFields.of(null)).contains(List.of());
    assertThat(FormFields.of(json("{type: object}"))).contains(List.of());
    assertThat(FormFields.of("text")).isEmpty();
  }

  private static Object value(String schema, String words) {
    FormField field = field(schema, true);
    return field.value(field.written(words)).orElseThrow();
  }

  private static FormField field(String schema, boolean required) {
    JsonObject form =
        new JsonObject()
            .put("properties", new JsonObject().put("a", json(schema)))
            .put("required", required ? new JsonArray().add("a") : new JsonArray());
    return FormFields.of(form).orElseThrow().get(0);
  }

  private static Reply chosen(Integer... options) {
    return new Reply(List.of(options), "");
  }

  /** JSON without the quotes that make it hard to read in Java. */
  private static JsonObject json(String words) {
    return new JsonObject(
        words.replaceAll("([A-Za-z][A-Za-z ]*(?:-[a-z]+)?)(?=[:,}\\]])", "\"$1\""));
  }
}
