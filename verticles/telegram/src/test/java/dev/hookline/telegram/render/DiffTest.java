package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffTest {

  @Test
  void shows_changes_with_three_lines_around_them() {
    // Given
    String before = numbers(1, 20);
    String after = before.replace("\n5\n", "\nfive\n").replace("\n15\n", "\n");

    // Then
    assertThat(Diff.between(before, after).text())
        .isEqualTo(" 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n@@\n 12\n 13\n 14\n-15\n 16\n 17\n 18");
  }

  @Test
  void is_empty_when_nothing_changes() {
    assertThat(Diff.between("a\nb", "a\nb").isEmpty()).isTrue();
  }

  @Test
  void shows_large_changes_as_one_text_for_another() {
    // Given
    String before = "head\n" + numbers(1, 500) + "\ntail";
    String after = "head\n" + numbers(1_001, 1_500) + "\ntail";

    // When
    Diff diff = Diff.between(before, after);

    // Then
    assertThat(diff.lines()).hasSize(1_002).startsWith(" head", "-1").endsWith("+1500", " tail");
    assertThat(diff.size()).isEqualTo("+500 −500");
  }

  @Test
  void gives_both_texts_back_from_its_marks() {
    Random random = new Random(41);
    for (int round = 0; round < 500; round++) {
      // Given
      List<String> before = someLines(random);
      List<String> after = someLines(random);

      // When
      Diff diff = Diff.between(String.join("\n", before), String.join("\n", after));

      // Then
      assertThat(changed(diff, '-')).isEqualTo(minus(before, diff));
      assertThat(diff.lines().stream().filter(line -> line.startsWith("+")).count())
          .isEqualTo(after.size() - before.size() + changed(diff, '-').size());
    }
  }

  // Every removed line stands in the old text, in that order.
  private static List<String> minus(List<String> before, Diff diff) {
    List<String> left = new ArrayList<>(before);
    List<String> found = new ArrayList<>();
    for (String line : changed(diff, '-')) {
      int at = left.indexOf(line);
      assertThat(at).isNotNegative();
      found.add(left.get(at));
      left = left.subList(at + 1, left.size());
    }
    return found;
  }

  private static List<String> changed(Diff diff, char mark) {
    return diff.lines().stream()
        .filter(line -> line.charAt(0) == mark)
        .map(line -> line.substring(1))
        .toList();
  }

  private static List<String> someLines(Random random) {
    return IntStream.range(0, 1 + random.nextInt(30))
        .mapToObj(line -> "l" + random.nextInt(6))
        .collect(Collectors.toList());
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("\n"));
  }
}
