package dev.hookline.app.runtime;

import dev.hookline.app.SettingsPlaces;
import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/**
 * Looks at the settings' files several times a second, and tells of what they say once it is the
 * same at two looks: an editor may write a file in several steps.
 */
public final class SettingsWatch {

  private static final long LOOK_MILLIS = 300;
  private static final long SETTLED_MILLIS = LOOK_MILLIS + 100; // another look lies in between

  private final Vertx vertx;
  private final ConfigRetriever retriever;
  private final Consumer<JsonObject> changed;

  private JsonObject told;

  /**
   * @param known what the files said when the node started
   * @param changed told the texts of all files, on one event loop
   */
  public SettingsWatch(
      Vertx vertx, SettingsPlaces places, JsonObject known, Consumer<JsonObject> changed) {
    this.vertx = vertx;
    this.told = known;
    this.changed = changed;
    this.retriever =
        ConfigRetriever.create(
            vertx,
            new ConfigRetrieverOptions()
                .setIncludeDefaultStores(false)
                .setScanPeriod(LOOK_MILLIS)
                .addStore(
                    new ConfigStoreOptions()
                        .setType(SettingsStoreFactory.NAME)
                        .setConfig(SettingsStoreFactory.config(places))));
  }

  /** Begins to look. */
  public Future<Void> start() {
    retriever.listen(change -> settle(change.getNewConfiguration()));
    return retriever.getConfig().onSuccess(this::settle).mapEmpty();
  }

  /** Looks no more. */
  public Future<Void> stop() {
    return retriever.close();
  }

  private void settle(JsonObject texts) {
    vertx.setTimer(
        SETTLED_MILLIS,
        ignored -> {
          if (retriever.getCachedConfig().equals(texts)) {
            tell(texts);
          }
        });
  }

  private synchronized void tell(JsonObject texts) {
    if (!texts.equals(told)) {
      told = texts;
      changed.accept(texts);
    }
  }
}
