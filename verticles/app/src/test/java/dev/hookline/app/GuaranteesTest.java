package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A guarantee is only as good as the tests that the document names for it. */
class GuaranteesTest {

  private static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void every_test_that_the_guarantees_name_exists() throws IOException {
    // Given
    Map<String, String> sources = sources();

    // When
    List<MatchResult> named =
        TEST.matcher(Files.readString(HOME.resolve("docs/guarantees.md"))).results().toList();

    // Then
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            test ->
                assertThat(sources.getOrDefault(test.group(1), ""))
                    .as(test.group())
                    .contains("void " + test.group(2) + "("));
  }

  private static Map<String, String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      return files
          .filter(file -> file.toString().matches(".*/src/(test|main)/java/.*(Test|Contract).java"))
          .collect(
              Collectors.toMap(GuaranteesTest::className, GuaranteesTest::text, String::concat));
    }
  }

  private static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
