package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows again what was given up, as {@code ./hookline parked --again} does: the one thing that the
 * console changes.
 *
 * <p>Another web site cannot make a browser ask for it: the cookie is not sent from there, a page
 * of ours says so in Origin, and JSON is no form.
 */
final class ParkedDoor {

  /** Bytes: a hundred entries with long names. */
  static final long LONGEST_BODY = 65_536;

  private static final Logger LOGGER = LoggerFactory.getLogger(ParkedDoor.class);
  private static final int MOST = 100;
  private static final String JSON = "application/json";
  private static final String WANTED =
      "Post {\"entries\": [{\"session\": \"…\", \"position\": 1}]} with 1 to 100 entries.";

  private final Store store;
  private final Runnable changed;

  /**
   * @param changed called after something was changed
   */
  ParkedDoor(Store store, Runnable changed) {
    this.store = store;
    this.changed = changed;
  }

  /** Lets only pages of ours pass; what other origins ask for is refused before. */
  static void fromOurPage(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (context.request().getHeader(HttpHeaders.ORIGIN) == null) {
      Problems.send(context, 403, "Not from our page", "The header Origin is missing.");
    } else if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      Problems.send(context, 415, "Not JSON", "Content-Type must be " + JSON + ".");
    } else {
      context.next();
    }
  }

  /** {@code POST /api/parked/again}: how many of the named entries have a new place. */
  void again(RoutingContext context) {
    List<ParkedEntry> entries = entries(context);
    if (entries.isEmpty()) {
      Problems.send(context, 400, "Not understood", WANTED);
      return;
    }
    Future<Integer> shown = Future.succeededFuture(0);
    for (ParkedEntry entry : entries) {
      shown = shown.compose(count -> again(entry).map(done -> done ? count + 1 : count));
    }
    shown
        .onComplete(ignored -> changed.run())
        .onSuccess(count -> context.json(new JsonObject().put("again", count)))
        .onFailure(
            cause ->
                Problems.send(context, 503, "Not possible now", "The store cannot be written."));
  }

  private Future<Boolean> again(ParkedEntry entry) {
    LOGGER
        .atInfo()
        .addKeyValue("session", entry.session())
        .addKeyValue("position", entry.position())
        .log("somebody wants to see again what could not be shown");
    return store.parked().showAgain(entry, store.clock().instant());
  }

  /** None when it is not what we want. */
  private List<ParkedEntry> entries(RoutingContext context) {
    try {
      JsonArray named = context.body().asJsonObject().getJsonArray("entries");
      List<ParkedEntry> entries = new ArrayList<>();
      for (Object one : named) {
        JsonObject json = (JsonObject) one;
        SessionKey session = new SessionKey(json.getString("session"));
        long position = json.getLong("position");
        entries.add(new ParkedEntry(session, position, "", "", store.clock().instant()));
      }
      return entries.size() > MOST ? List.of() : entries;
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException wrong) {
      return List.of();
    }
  }
}
