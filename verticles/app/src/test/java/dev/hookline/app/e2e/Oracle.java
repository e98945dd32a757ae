package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.e2e.Chat.Call;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges what a chat shows against what was told: nothing lost (C1), one topic ever written per
 * session and none too many in the end (C2), in order (C3), nothing twice without need (C4),
 * nothing that was never told (C5), and never more or sooner than Telegram allows.
 */
final class Oracle {

  private static final long WINDOW_MILLIS = 60_000;
  private static final Set<String> COUNTED =
      Set.of(
          "sendmessage",
          "senddocument",
          "editmessagetext",
          "editmessagereplymarkup",
          "deletemessage",
          "createforumtopic",
          "editforumtopic",
          "closeforumtopic",
          "reopenforumtopic",
          "deleteforumtopic");

  private final Chat chat;

  Oracle(Chat chat) {
    this.chat = chat;
  }

  /** All of it is shown once each, in order, in one topic each, and nothing else is. */
  void sees(Story... stories) {
    sees(0, stories);
  }

  /** The same, with at most so many events shown more than once. */
  void sees(int duplicates, Story... stories) {
    List<Shown> messages = chat.messages();
    for (Story story : stories) {
      assertThat(firstShowings(messages, story)).as("shown").isEqualTo(story.marks());
      assertThat(threadsEverWritten(messages, story)).as("topics written").hasSize(1);
    }
    assertThat(repeated(messages)).as("shown twice").hasSizeLessThanOrEqualTo(duplicates);
    assertThat(phantoms(messages, stories)).as("never told").isEmpty();
    assertThat(chat.livingTopics()).as("topics in the end").hasSize(stories.length);
    makesOnlyProperCalls();
  }

  /** Whether every event is shown. */
  boolean shows(Story... stories) {
    Set<String> shown =
        chat.messages().stream()
            .filter(message -> !message.deleted())
            .flatMap(Shown::marks)
            .collect(Collectors.toSet());
    return List.of(stories).stream().allMatch(story -> shown.containsAll(story.marks()));
  }

  /** No call was one that the Bot API does not know, or came before its time. */
  void makesOnlyProperCalls() {
    List<Call> calls = chat.calls();
    assertThat(calls).as("not emulated").noneMatch(call -> call.verdict().equals("not_emulated"));
    assertThat(calls).as("bad requests").allMatch(call -> call.violations().isEmpty());
    assertThat(calls).as("calls while closed").noneMatch(Call::whileClosed);
  }

  /** No window of a minute holds more calls than the budget. */
  void staysWithin(int budget) {
    List<Long> times =
        chat.calls().stream()
            .filter(call -> COUNTED.contains(call.method().toLowerCase(Locale.ROOT)))
            .map(Call::receivedAt)
            .toList();
    for (int i = 0; i + budget < times.size(); i++) {
      assertThat(times.get(i + budget) - times.get(i))
          .as("time of %d calls", budget + 1)
          .isGreaterThanOrEqualTo(WINDOW_MILLIS);
    }
  }

  /** The story's marks in the order in which they first appeared. */
  List<String> firstShowings(List<Shown> messages, Story story) {
    Set<String> own = new TreeSet<>(story.marks());
    Set<String> shown = new LinkedHashSet<>();
    messages.stream()
        .filter(message -> !message.deleted())
        .flatMap(Shown::marks)
        .filter(own::contains)
        .forEach(shown::add);
    return new ArrayList<>(shown);
  }

  /** Every topic that a message about the session was ever put into. */
  Set<Long> threadsEverWritten(List<Shown> messages, Story story) {
    Set<String> own = new TreeSet<>(story.marks());
    return messages.stream()
        .filter(message -> message.marks().anyMatch(own::contains))
        .map(Shown::thread)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Marks that more than one message shows. */
  Collection<String> repeated(List<Shown> messages) {
    Map<String, Integer> times = new TreeMap<>();
    messages.stream()
        .filter(message -> !message.deleted())
        .flatMap(message -> message.marks().distinct())
        .forEach(mark -> times.merge(mark, 1, Integer::sum));
    times.values().removeIf(count -> count == 1);
    return times.keySet();
  }

  private static List<String> phantoms(List<Shown> messages, Story... stories) {
    Set<String> told =
        List.of(stories).stream()
            .flatMap(story -> story.marks().stream())
            .collect(Collectors.toSet());
    return messages.stream().flatMap(Shown::marks).filter(mark -> !told.contains(mark)).toList();
  }
}
