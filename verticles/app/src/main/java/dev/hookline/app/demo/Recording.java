package dev.hookline.app.demo;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A session of an agent, as its hooks told it.
 *
 * @param hooks in the order of their times
 */
public record Recording(List<Hook> hooks) {

  private static final String RESOURCE = "/demo/session.jsonl";

  /**
   * One hook event.
   *
   * @param after since the first one
   * @param body the hook's JSON
   */
  public record Hook(Duration after, JsonObject body) {

    private int events() {
      return switch (body.getString("hook_event_name")) {
        case "PostToolBatch" -> 0;
        case "Stop" -> 2;
        default -> 1;
      };
    }
  }

  public Recording {
    hooks = List.copyOf(hooks);
  }

  /** The one that comes with the program. */
  public static Recording ofTheProgram() {
    try (InputStream in = Recording.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Recording(lines.lines().map(Recording::hook).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The first few, without any time between them. */
  Recording start(int most) {
    return new Recording(hooks.subList(0, most)).faster(Integer.MAX_VALUE);
  }

  /** The same with less time between them. */
  Recording faster(int times) {
    return new Recording(
        hooks.stream().map(hook -> new Hook(hook.after().dividedBy(times), hook.body())).toList());
  }

  /**
   * How many events the hooks tell. The end of a batch of tools repeats what each tool's hook has
   * told, which is recognised; the end of a turn is an event, and has the answer's text once more.
   */
  long events() {
    return hooks.stream().mapToLong(Hook::events).sum();
  }

  int size() {
    return hooks.size();
  }

  Duration length() {
    return hooks.get(hooks.size() - 1).after();
  }

  /** How many sessions, and therefore topics. */
  long sessions() {
    return hooks.stream().map(hook -> hook.body().getString("session_id")).distinct().count();
  }

  private static Hook hook(String line) {
    JsonObject json = new JsonObject(line);
    return new Hook(Duration.ofMillis(json.getLong("atMillis")), json.getJsonObject("hook"));
  }
}
