package dev.hookline.ingest;

import dev.hookline.ingest.read.StrictJson;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Hook events as an agent posts them, one after the other. */
public final class Recordings {

  private Recordings() {}

  /** A session with parallel tools, an edit, a failing tool and an answer in pieces. */
  public static List<JsonObject> parallelTools() {
    return read("parallel-tools");
  }

  /** A call that the user denied in the terminal. */
  public static List<JsonObject> deniedCall() {
    return read("denied-call");
  }

  /** One event of each kind that there is. */
  public static List<JsonObject> everyHook() {
    return read("every-hook");
  }

  /** Each kind of event of an agent, by the name of the file: {@code codex}, {@code gemini}, … */
  public static List<JsonObject> of(String agent) {
    return read(agent);
  }

  private static List<JsonObject> read(String name) {
    try (InputStream in = Recordings.class.getResourceAsStream("/hooks/" + name + ".jsonl")) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> (JsonObject) StrictJson.parse(line)).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
