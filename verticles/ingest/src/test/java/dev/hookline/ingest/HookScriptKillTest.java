package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.testkit.Leftovers;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agents fire hooks while their sender is killed, the node goes away and comes back, and its store
 * takes nothing, at random moments. {@code -Dhookline.seed} repeats a run's moments, {@code
 * -Dhookline.events} makes it longer.
 */
@Tag("process")
@Timeout(1_800)
class HookScriptKillTest {

  private static final int AGENTS = 3;
  private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final int events = Integer.getInteger("hookline.events", 30);
  private final long seed = Long.getLong("hookline.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path directory;

  private OpenIngest ingest;
  private int kills;

  @AfterEach
  void close() {
    Leftovers.end(directory);
    ingest.close();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void nothing_is_lost_doubled_or_out_of_order_however_often_the_sender_is_killed(String shell) {
    HookScript script = new HookScript(directory.resolve("data"), shell);
    ingest = OpenIngest.in(directory);
    ExecutorService agents = Executors.newFixedThreadPool(AGENTS);

    // When
    List<CompletableFuture<Void>> work =
        IntStream.range(0, AGENTS)
            .mapToObj(agent -> CompletableFuture.runAsync(() -> work(script, agent), agents))
            .toList();
    while (!work.stream().allMatch(CompletableFuture::isDone)) {
      moment();
      kills += script.killSender() ? 1 : 0;
      trouble();
    }
    agents.shutdown();
    work.forEach(CompletableFuture::join);
    Waits.until("nothing waits", () -> isEmptied(script));

    // Then
    System.out.println(shell + ": sender killed " + kills + " times, hookline.seed " + seed);
    for (int agent = 0; agent < AGENTS; agent++) {
      assertThat(ingest.events(session(agent)).stream().map(HookEvent::content).toList())
          .as("hookline.seed %d, %s", seed, session(agent))
          .isEqualTo(IntStream.range(0, events).mapToObj(i -> "event " + i).toList());
    }
  }

  private void work(HookScript script, int agent) {
    for (int i = 0; i < events; i++) {
      script.fires(hook(session(agent), "event " + i));
    }
  }

  /** Nobody is there for a moment, or somebody who can take nothing, or all is well. */
  private void trouble() {
    int kind = random.nextInt(8);
    if (kind == 0) {
      ingest.close();
      moment();
      ingest = OpenIngest.in(directory);
    } else if (kind < 4) {
      LockedDatabase.during(directory, this::moment);
    }
  }

  private boolean moment() {
    LockSupport.parkNanos(random.nextLong(MOMENT_NANOS));
    return true;
  }

  // The last sender may have been killed: as with a user, the next hook starts another.
  private static boolean isEmptied(HookScript script) {
    if (script.waiting().isEmpty()) {
      return true;
    }
    if (script.sender().isEmpty()) {
      script.fires(hook("another", "hello"));
    }
    return false;
  }

  private static String session(int agent) {
    return "agent-" + agent;
  }

  private static String hook(String session, String text) {
    return new JsonObject()
        .put("session_id", session)
        .put("hook_event_name", "UserPromptSubmit")
        .put("prompt", text)
        .encode();
  }

  private static Stream<String> shells() {
    return HookScript.shells();
  }
}
