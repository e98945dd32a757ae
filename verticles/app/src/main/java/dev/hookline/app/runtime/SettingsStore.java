package dev.hookline.app.runtime;

import dev.hookline.app.SettingsPlaces;
import dev.hookline.config.BadSettingsException;
import io.vertx.config.spi.ConfigStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * Gives vertx-config the settings' texts, as {@link SettingsPlaces} finds them. Those that cannot
 * be read are a state like any other: for a failure, vertx-config would write a stack trace each
 * time it looks.
 */
final class SettingsStore implements ConfigStore {

  /** Under which a reason stands in place of the texts. */
  static final String UNREADABLE = "";

  private final Vertx vertx;
  private final SettingsPlaces places;

  SettingsStore(Vertx vertx, SettingsPlaces places) {
    this.vertx = vertx;
    this.places = places;
  }

  @Override
  public Future<Buffer> get() {
    return vertx.executeBlocking(this::look, false).map(JsonObject::toBuffer);
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private JsonObject look() {
    try {
      return places.texts();
    } catch (BadSettingsException unreadable) {
      return new JsonObject().put(UNREADABLE, unreadable.getMessage());
    }
  }
}
