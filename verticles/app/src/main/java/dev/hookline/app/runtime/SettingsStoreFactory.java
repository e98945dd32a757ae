package dev.hookline.app.runtime;

import dev.hookline.app.SettingsPlaces;
import io.vertx.config.spi.ConfigStore;
import io.vertx.config.spi.ConfigStoreFactory;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/** How vertx-config finds {@link SettingsStore}: it is named in {@code META-INF/services}. */
public final class SettingsStoreFactory implements ConfigStoreFactory {

  static final String NAME = "hookline-settings";

  private static final String PLACES = "places";
  private static final String NEEDED = "needed";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ConfigStore create(Vertx vertx, JsonObject config) {
    JsonArray places = config.getJsonArray(PLACES);
    return new SettingsStore(
        vertx,
        new SettingsPlaces(
            places.stream().map(place -> Path.of((String) place)).toList(),
            config.getBoolean(NEEDED)));
  }

  /** What {@link #create} makes a store of these places from. */
  static JsonObject config(SettingsPlaces places) {
    return new JsonObject()
        .put(PLACES, new JsonArray(places.places().stream().map(Path::toString).toList()))
        .put(NEEDED, places.needed());
  }
}
