package dev.hookline.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.testkit.SecretSample;
import dev.hookline.testkit.SecretSample.Planted;
import dev.hookline.testkit.SecretSamples;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of secret: what is one, and what nearly is. */
class SecretsTest {

  private static final int TIMES = 5;
  private static final Redactor REDACTOR = Redactor.of(RedactionOptions.DEFAULTS, List.of());

  private final Random random = new Random(4);

  static List<SecretSample> samples() {
    return SecretSamples.all();
  }

  /** Those that their look alone gives away. */
  static List<SecretSample> tokens() {
    return samples().stream().filter(sample -> !sample.template().contains("⟨")).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void is_replaced_by_its_kind(SecretSample sample) {
    for (int i = 0; i < TIMES; i++) {
      Planted planted = sample.make(random);

      assertThat(REDACTOR.text(planted.text()))
          .doesNotContain(planted.secret())
          .contains("[redacted: " + sample.kind() + "]");
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void leaves_what_is_around_it_as_it_was(SecretSample sample) {
    String text = "before " + sample.make(random).text() + "\nbehind";

    assertThat(REDACTOR.text(text)).isEqualTo("before [redacted: " + sample.kind() + "]\nbehind");
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void is_none_when_it_is_a_character_too_short(SecretSample sample) {
    for (int i = 0; i < TIMES; i++) {
      String nearly = sample.makeTooShort(random).text();

      assertThat(REDACTOR.text(nearly)).isEqualTo(nearly);
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void is_found_in_json_in_json(SecretSample sample) {
    Planted planted = sample.make(random);
    String json = new JsonObject().put("output", "\n" + planted.text() + "\n").encode();
    String nested = new JsonObject().put("stdout", json).encode();

    assertThat(REDACTOR.text(nested)).doesNotContain(planted.secret());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void leaves_nothing_to_be_found_again(SecretSample sample) {
    String clean = REDACTOR.text("it is " + sample.make(random).text());

    assertThat(REDACTOR.text(clean)).isEqualTo(clean);
  }

  @Test
  void every_kind_is_in_the_manual() throws IOException {
    String manual = Files.readString(Path.of("../../docs/redaction.md"));

    assertThat(RuleFile.read()).extracting(Rule::kind).allMatch(manual::contains);
  }

  @Test
  void every_kind_has_an_example() {
    Set<String> shown = samples().stream().map(SecretSample::kind).collect(Collectors.toSet());
    Set<String> known = RuleFile.read().stream().map(Rule::kind).collect(Collectors.toSet());

    assertThat(shown).isEqualTo(known).hasSizeGreaterThan(100);
  }
}
