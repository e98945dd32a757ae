package dev.hookline.ingest.hook;

import dev.hookline.store.Listener.Way;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A moment at which an agent can be told what somebody wrote to it.
 *
 * @param way how it is told
 * @param patience for how long it may be kept waiting for what is not written yet; null: for as
 *     long as the settings say
 * @param goesOn whether it goes on because it was told something in this way just before
 * @param most how many characters it can be told at once
 * @param answer words a text as the agent expects it
 */
public record Hearing(
    Way way, Duration patience, boolean goesOn, int most, Function<String, JsonObject> answer) {

  /** How long somebody waits for what is written to an agent that is idle. */
  static final Duration IDLE = Duration.ofHours(1);

  /** Claude Code puts what is longer than 10 000 characters into a file. */
  private static final int MOST = 9_000;

  /** Beside a result, nothing else says whose words these are. */
  private static final String WROTE = "The user wrote this meanwhile:\n\n";

  public Hearing {
    Objects.requireNonNull(way, "way");
    Objects.requireNonNull(answer, "answer");
  }

  /** The end of a tool's run, for agents that read something of ours beside its result. */
  static Hearing besideTool(JsonObject hook) {
    Object name = hook.getValue("hook_event_name");
    return new Hearing(
        Way.TOOL,
        null,
        false,
        MOST,
        text ->
            new JsonObject()
                .put(
                    "hookSpecificOutput",
                    new JsonObject()
                        .put("hookEventName", name)
                        .put("additionalContext", WROTE + text)));
  }

  /**
   * The end of a turn, for agents that take an answer to a hook of it as Claude Code does. One
   * whose subagents work on is not kept: it would not hear from them meanwhile (seen with Claude
   * Code 2.1.332). One whose shells run on is, for a server that it started may run all day.
   */
  static Hearing atStop(JsonObject hook) {
    return new Hearing(
        Way.STOP,
        workElsewhere(hook) ? Duration.ZERO : null,
        Boolean.TRUE.equals(hook.getValue("stop_hook_active")),
        MOST,
        text -> new JsonObject().put("decision", "block").put("reason", text));
  }

  private static boolean workElsewhere(JsonObject hook) {
    return hook.getValue("background_tasks") instanceof JsonArray tasks
        && tasks.stream()
            .anyMatch(
                task -> task instanceof JsonObject work && !"shell".equals(work.getValue("type")));
  }

  /**
   * The end of a turn.
   *
   * @param goesOn whether the agent goes on because it was told something just before
   * @param answer words a text as the agent expects it
   */
  static Hearing atEnd(boolean goesOn, Function<String, JsonObject> answer) {
    return new Hearing(Way.STOP, null, goesOn, MOST, answer);
  }

  /**
   * The time between turns, for agents that go on by themselves meanwhile.
   *
   * @param answer words a text as the agent expects it
   */
  static Hearing whileIdle(Function<String, JsonObject> answer) {
    return new Hearing(Way.STOP, IDLE, false, MOST, answer);
  }

  /**
   * The same moment for who waits beside the agent, and hands it what is written: the text alone,
   * until the agent goes on. Empty when it goes on in any case.
   */
  public Optional<Hearing> beside() {
    return way == Way.STOP
        ? Optional.of(whileIdle(text -> new JsonObject().put("text", text)))
        : Optional.empty();
  }
}
