package dev.hookline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hookline.ingest.HookScript.Run;
import dev.hookline.ingest.IngestOptions.Limits;
import dev.hookline.messages.HookEvent;
import dev.hookline.testkit.Leftovers;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hook script, run by real shells, against a real node. */
@Tag("process") // needs curl
@Timeout(300)
class HookScriptTest {

  private static final String SESSION = "script";
  private static final Limits LARGE = new Limits(8 << 20, 1_024, 64, Duration.ofSeconds(10));

  // The node gives up on a locked database after 100 ms: time for some of twelve events.
  private static final Duration SOME_REFUSALS = Duration.ofMillis(700);

  @TempDir Path directory;

  private Path data;
  private HookScript script;
  private OpenIngest ingest;

  @BeforeEach
  void prepare() {
    data = directory.resolve("data");
    script = new HookScript(data, "sh");
  }

  @AfterEach
  void close() {
    Leftovers.end(directory);
    if (ingest != null) {
      ingest.close();
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void keeps_the_order_of_a_session(String shell) {
    script = new HookScript(data, shell);
    open();

    IntStream.rangeClosed(1, 20).forEach(i -> script.fires(prompt("event " + i)));

    awaitsPrompts(20);
    assertThat(prompts()).isEqualTo(numbered(20));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void loses_nothing_and_doubles_nothing_while_the_node_is_away(String shell) {
    script = new HookScript(data, shell);

    IntStream.rangeClosed(1, 40).forEach(i -> script.fires(prompt("event " + i)));
    Waits.until("a complaint", () -> script.log().contains("no node at"));
    open();

    awaitsPrompts(40);
    assertThat(prompts()).isEqualTo(numbered(40));
    Waits.until("nothing waits", () -> script.waiting().isEmpty());
    Waits.until("a word about it", () -> script.log().contains("the node takes events again"));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void takes_an_event_that_is_given_as_an_argument(String shell) {
    script = new HookScript(data, shell);
    open();
    String turn =
        "{\"type\":\"agent-turn-complete\",\"thread-id\":\"" + SESSION + "\",\"x\":\"\\n\"}";

    assertThat(script.run("not this".getBytes(UTF_8), "codex", turn)).isEqualTo(Run.SILENT);

    Waits.until("it is there", () -> ingest.totals().accepted() == 1);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void tells_the_agent_nothing(String shell) {
    script = new HookScript(data, shell);
    open();

    assertThat(script.fires(prompt("hello"))).isEqualTo(Run.SILENT);
    assertThat(script.fires("")).isEqualTo(Run.SILENT);
    assertThat(script.run(new byte[100_000], "Not An Agent")).isEqualTo(Run.SILENT);
    assertThat(script.run(new byte[100_000])).isEqualTo(Run.SILENT);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void tells_the_agent_nothing_when_the_spool_cannot_be_written(String shell) throws Exception {
    script = new HookScript(data, shell);
    Files.createDirectories(data);
    Files.writeString(script.spool(), "no directory");

    assertThat(script.fires(prompt("x".repeat(100_000)))).isEqualTo(Run.SILENT);
    assertThat(script.log()).contains("was dropped").contains("cannot be written");
  }

  @Test
  void has_nothing_that_shellcheck_warns_of() throws Exception {
    assumeTrue(HookScript.has("shellcheck"), "there is no shellcheck here");

    Process check =
        new ProcessBuilder("shellcheck", "-s", "sh", HookScript.SCRIPT.toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(check.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void keeps_every_order_when_many_sessions_fire_at_once() {
    open();

    IntStream.range(0, 6)
        .parallel()
        .forEach(
            s ->
                IntStream.rangeClosed(1, 8)
                    .forEach(i -> script.fires(prompt("s" + s, "event " + i))));

    for (int s = 0; s < 6; s++) {
      String session = "s" + s;
      Waits.until("all of " + session, () -> prompts(session).size() >= 8);
      assertThat(prompts(session)).isEqualTo(numbered(8));
    }
  }

  @Test
  void keeps_the_order_when_the_store_comes_back_between_two_events() {
    open();
    LockedDatabase.during(
        directory,
        () -> {
          IntStream.rangeClosed(1, 12).forEach(i -> script.fires(prompt("event " + i)));
          Waits.until("a complaint", () -> script.log().contains("says 503"));
          FileTime before = script.lastTry();
          Waits.until("another try", () -> !script.lastTry().equals(before));
          LockSupport.parkNanos(SOME_REFUSALS.toNanos());
          return true;
        });

    awaitsPrompts(12);
    assertThat(prompts()).isEqualTo(numbered(12));
  }

  @Test
  void carries_five_megabytes_where_the_node_takes_them() {
    ingest = OpenIngest.in(directory, LARGE, 1);

    script.fires(prompt("x".repeat(5_000_000)));

    awaitsPrompts(1);
    assertThat(prompts().get(0)).hasSize(5_000_000);
  }

  @Test
  void sets_aside_what_is_too_large_and_sends_it_when_told_to() {
    open();

    script.fires(prompt("x".repeat(2_000_000)));
    script.fires(prompt("event 1"));

    awaitsPrompts(1);
    assertThat(prompts()).isEqualTo(numbered(1));
    assertThat(script.refused()).hasSize(1);
    assertThat(script.log()).contains("413", "ingest.maxBodyBytes");

    ingest.close();
    ingest = OpenIngest.in(directory, LARGE, 1);
    script.run(new byte[0], "--retry");
    awaitsPrompts(2);
    assertThat(script.refused()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void carries_odd_characters_and_evaluates_none(String shell) {
    script = new HookScript(data, shell);
    open();
    Path trap = directory.resolve("trap");
    String odd =
        "$(touch %s) `touch %s` ; touch %s & ' \" \\ \\n %%s \u0001\u001b[31m ⟦ü🦀⟧ \u202e *\n\r\t "
            .formatted(trap, trap, trap);

    script.fires(prompt(odd));
    script.fires(prompt("$(touch " + trap + ")", "in a session's id"));
    script.fires(prompt("event 1"));

    awaitsPrompts(2);
    assertThat(prompts()).containsExactly(odd, "event 1");
    assertThat(trap).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void sets_aside_byte_for_byte_what_is_no_event(String shell) throws Exception {
    script = new HookScript(data, shell);
    open();
    byte[] garbage = new byte[100_000];
    new Random(1).nextBytes(garbage);

    script.fires(garbage);
    script.fires(prompt("event 1"));

    awaitsPrompts(1);
    assertThat(script.refused()).hasSize(1);
    assertThat(Files.readAllBytes(script.refused().get(0))).isEqualTo(garbage);
    assertThat(script.log()).contains("the node refuses", "Bad input");
  }

  @Test
  void keeps_what_it_holds_to_itself() throws Exception {
    script.fires(prompt("secret"));

    assertThat(permissions(script.spool())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(script.waiting()).hasSize(1);
    assertThat(permissions(script.waiting().get(0)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void keeps_what_a_wrong_token_kept_back() throws Exception {
    open();
    Path token = directory.resolve("token");
    Files.writeString(token, "wrong\n");
    configure("url = http://127.0.0.1:" + ingest.port(), "tokenFile = " + token);

    script.fires(prompt("event 1"));
    Waits.until("a complaint", () -> script.log().contains("says 401"));
    assertThat(script.waiting()).hasSize(1);
    Files.writeString(token, ingest.token()); // and no end of the line

    awaitsPrompts(1);
    assertThat(script.log()).doesNotContain(ingest.token());
  }

  @Test
  void says_which_setting_is_wrong() throws Exception {
    open();
    configure("# a comment", "", "colour = red");

    script.fires(prompt("event 1"));

    Waits.until("a complaint", () -> script.log().contains("there is no setting colour"));
    configure();
    awaitsPrompts(1);
  }

  @Test
  void drops_what_the_spool_has_no_room_for_and_counts_it() throws Exception {
    configure("maxMegabytes = 1");
    script.fires(prompt("x".repeat(900_000)));
    script.fires(prompt("y".repeat(900_000)));
    Waits.until("the spool full", () -> script.log().contains("more than 1 MB"));

    script.fires(prompt("dropped"));
    script.fires(prompt("dropped as well"));
    open();

    awaitsPrompts(2);
    Waits.until("room", () -> script.log().contains("has room again; 2 events were dropped"));
    script.fires(prompt("event 3"));
    awaitsPrompts(3);
  }

  @Test
  void is_not_fooled_by_another_program_with_the_number_of_a_dead_sender() throws Exception {
    script.fires(prompt("event 1"));
    Waits.until("a sender", () -> script.sender().isPresent());
    script.killSender();
    Files.writeString(script.spool().resolve("sender"), ProcessHandle.current().pid() + "\n");
    open();

    IntStream.rangeClosed(2, 9).forEach(i -> script.fires(prompt("event " + i)));

    awaitsPrompts(9);
    assertThat(prompts()).isEqualTo(numbered(9));
  }

  @Test
  void takes_another_name_when_it_forgot_its_own() throws Exception {
    open();
    script.fires(prompt("event 1"));
    awaitsPrompts(1);
    Waits.until("no sender", () -> script.sender().isEmpty());
    Files.writeString(script.spool().resolve("state"), "");

    script.fires(prompt("event 2"));

    awaitsPrompts(2);
    assertThat(prompts()).isEqualTo(numbered(2));
  }

  private void open() {
    ingest = OpenIngest.in(directory);
  }

  private void configure(String... lines) throws Exception {
    Files.createDirectories(data);
    Files.writeString(data.resolve("hook.conf"), String.join("\n", lines));
  }

  private void awaitsPrompts(int count) {
    Waits.until(count + " events", () -> prompts().size() >= count);
  }

  private List<String> prompts() {
    return prompts(SESSION);
  }

  private List<String> prompts(String session) {
    return ingest.events(session).stream().map(HookEvent::content).toList();
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "event " + i).toList();
  }

  private static String prompt(String text) {
    return prompt(SESSION, text);
  }

  private static String prompt(String session, String text) {
    return new JsonObject()
        .put("session_id", session)
        .put("hook_event_name", "UserPromptSubmit")
        .put("prompt", text)
        .encode();
  }

  private static Set<PosixFilePermission> permissions(Path file) throws Exception {
    return Files.getPosixFilePermissions(file);
  }

  private static Stream<String> shells() {
    return HookScript.shells();
  }
}
