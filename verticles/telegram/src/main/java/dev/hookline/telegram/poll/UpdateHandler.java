package dev.hookline.telegram.poll;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Sighting;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts on one stored update: topics that the bot created, and topics that people closed or
 * reopened, and what people press and reply.
 */
final class UpdateHandler {

  private static final Logger LOGGER = LoggerFactory.getLogger(UpdateHandler.class);

  private final Topics topics;
  private final EventBus bus;
  private final PressDesk desk;
  private final Clock clock;

  UpdateHandler(Topics topics, EventBus bus, PressDesk desk, Clock clock) {
    this.topics = topics;
    this.bus = bus;
    this.desk = desk;
    this.clock = clock;
  }

  /** Fails only when the store does. */
  Future<Void> handle(long bot, IncomingUpdate update) {
    JsonObject body = new JsonObject(update.body());
    JsonObject query = UpdateReader.object(body, "callback_query");
    if (!query.isEmpty()) {
      return desk.pressed(bot, update.updateId(), query);
    }
    JsonObject message = UpdateReader.object(body, "message");
    boolean own = UpdateReader.number(UpdateReader.object(message, "from"), "id") == bot;
    if (message.containsKey("forum_topic_created")) {
      return own ? created(update, message) : Future.succeededFuture();
    }
    if (message.containsKey("forum_topic_closed") && !own) {
      return topics.closed(update.chat(), update.thread(), clock.instant()).mapEmpty();
    }
    if (message.containsKey("forum_topic_reopened") && !own) {
      return topics.reopened(update.chat(), update.thread(), clock.instant()).mapEmpty();
    }
    return own ? Future.succeededFuture() : desk.wrote(bot, update.updateId(), message);
  }

  private Future<Void> created(IncomingUpdate update, JsonObject message) {
    JsonObject topic = UpdateReader.object(message, "forum_topic_created");
    String name = String.valueOf(topic.getValue("name", ""));
    return topics
        .sighted(update.chat(), update.thread(), name, clock.instant())
        .onSuccess(sighting -> tell(update, sighting))
        .mapEmpty();
  }

  private void tell(IncomingUpdate update, Sighting sighting) {
    LOGGER
        .atInfo()
        .addKeyValue("session", sighting.session())
        .addKeyValue("thread", update.thread())
        .addKeyValue("verdict", sighting.verdict())
        .log("saw the creation of a topic");
    if (sighting.session() != null) {
      Addresses.SESSION_HINT.hint(bus, new SessionHint(sighting.session()));
    }
  }
}
