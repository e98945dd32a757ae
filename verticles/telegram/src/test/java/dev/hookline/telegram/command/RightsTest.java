package dev.hookline.telegram.command;

import static dev.hookline.telegram.command.CommandDesk.GENERAL;
import static dev.hookline.telegram.command.CommandDesk.SESSION;
import static dev.hookline.telegram.command.CommandDesk.THREAD;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.Errand;
import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may give which command where: all there are, for people with each right and with none. */
class RightsTest {

  private static final long NO_SESSIONS = 11;
  private static final long STRANGER = 7999;

  /**
   * A command, and which right it needs.
   *
   * @param inTopic in the topic of a session
   * @param outside outside of all topics
   */
  private record Rule(String command, Right inTopic, Right outside) {

    @Override
    public String toString() {
      return command;
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule("help", Right.READ, Right.READ),
          new Rule("start", Right.READ, Right.READ),
          new Rule("status", Right.READ, Right.READ),
          new Rule("sessions", Right.READ, Right.READ),
          new Rule("stats", Right.READ, Right.READ),
          new Rule("who", Right.READ, Right.READ),
          new Rule("resume", Right.READ, Right.READ),
          new Rule("ping", Right.READ, Right.READ),
          new Rule("queue", Right.READ, Right.READ),
          new Rule("attach", Right.READ, Right.READ),
          new Rule("detach", Right.READ, Right.READ),
          new Rule("toggle", Right.READ, Right.READ),
          new Rule("abort", Right.READ, Right.READ),
          new Rule("cancel", Right.REPLY, Right.REPLY),
          new Rule("mute", Right.REPLY, Right.REPLY),
          new Rule("unmute", Right.REPLY, Right.REPLY),
          new Rule("rename", Right.REPLY, Right.REPLY),
          new Rule("close", Right.REPLY, Right.REPLY),
          new Rule("quiet", Right.REPLY, Right.ADMIN),
          new Rule("normal", Right.REPLY, Right.ADMIN),
          new Rule("everything", Right.REPLY, Right.ADMIN),
          new Rule("usual", Right.REPLY, Right.ADMIN));

  private static final Set<String> NOT_OFFERED =
      Set.of("start", "attach", "detach", "toggle", "abort");

  @TempDir Path directory;

  private Vertx vertx;
  private CommandDesk desk;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    desk = new CommandDesk(vertx, directory, onePersonForEachRight());
  }

  @AfterEach
  void close() {
    desk.close();
    result(vertx.close());
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void is_carried_out_in_a_topic_for_who_has_the_right(Rule rule) {
    assertThat(whoMay(rule, THREAD)).isEqualTo(whoHas(rule.inTopic()));
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void is_carried_out_outside_of_topics_for_who_has_the_right(Rule rule) {
    assertThat(whoMay(rule, GENERAL)).isEqualTo(whoHas(rule.outside()));
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void is_as_in_a_topic_where_the_topic_is_no_session_s(Rule rule) {
    assertThat(whoMay(rule, NO_SESSIONS)).isEqualTo(whoHas(rule.inTopic()));
  }

  @Test
  void every_command_is_in_the_table() {
    People nobody = new People(Map.of());

    assertThat(RULES)
        .extracting(Rule::command)
        .containsExactlyInAnyOrderElementsOf(
            new Repertoire(desk.store(), nobody).commands().stream().map(Command::name).toList());
  }

  @ParameterizedTest
  @MethodSource("places")
  void help_names_what_one_may_do_there_and_nothing_else(long thread) {
    for (Right held : Right.values()) {
      String words = desk.writes(user(held), thread, "/help").orElseThrow().text();

      assertThat(words.lines().map(line -> line.substring(1, line.indexOf(' '))))
          .as("with the right to %s", held)
          .containsExactlyInAnyOrderElementsOf(
              RULES.stream()
                  .filter(rule -> !NOT_OFFERED.contains(rule.command()))
                  .filter(rule -> whoHas(needed(rule, thread)).contains(held))
                  .map(Rule::command)
                  .toList());
    }
  }

  private static Stream<Long> places() {
    return Stream.of(THREAD, GENERAL, NO_SESSIONS);
  }

  @Test
  void nothing_that_a_stranger_commands_changes_anything() {
    desk.waits("for the agent");
    SessionTopic before = desk.topic();
    List<Errand> caused = new ArrayList<>();

    for (Rule rule : RULES) {
      for (long thread : places().toList()) {
        desk.writes(STRANGER, thread, "/" + rule.command()).ifPresent(caused::add);
      }
    }

    assertThat(caused).isEmpty();
    assertThat(desk.topic()).isEqualTo(before);
    assertThat(result(desk.store().hushed().verbosity(SESSION))).isEmpty();
    assertThat(result(desk.store().replies().waiting(SESSION))).hasSize(1);
  }

  private Set<Right> whoMay(Rule rule, long thread) {
    return Stream.of(Right.values())
        .filter(held -> desk.writes(user(held), thread, "/" + rule.command() + " 1h").isPresent())
        .collect(Collectors.toSet());
  }

  private static Set<Right> whoHas(Right needed) {
    return needed == Right.READ ? EnumSet.allOf(Right.class) : EnumSet.of(needed);
  }

  private static Right needed(Rule rule, long thread) {
    return thread == GENERAL ? rule.outside() : rule.inTopic();
  }

  private static People onePersonForEachRight() {
    Map<Long, Set<Right>> rights = new HashMap<>();
    for (Right right : Right.values()) {
      rights.put(user(right), EnumSet.of(right));
    }
    return new People(rights);
  }

  private static long user(Right right) {
    return 7001L + List.of(Right.values()).indexOf(right);
  }
}
