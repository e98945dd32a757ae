package dev.hookline.messages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What became of the settings as they were last read.
 *
 * @param readAt when that was
 * @param inForce whether the node runs by them; else by those before
 * @param words what was done, or everything that is wrong with them, for people; no secrets
 */
public record SettingsState(Instant readAt, boolean inForce, List<String> words)
    implements Shareable {

  public SettingsState {
    Objects.requireNonNull(readAt, "readAt");
    words = List.copyOf(words);
  }

  /** As JSON, times in milliseconds of the epoch. */
  JsonObject toJson() {
    return new JsonObject()
        .put("readAt", readAt.toEpochMilli())
        .put("inForce", inForce)
        .put("words", new JsonArray(words));
  }
}
