package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Overview;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Store;
import dev.hookline.store.Timeline;
import dev.hookline.store.TimelineEvent;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells what became of each event of a session. Takes what the store takes; no state. */
final class TimelineDoor {

  private static final int MOST = 50;
  private static final String RETAINED =
      "No session with this id is stored. What was quiet for retention.days is taken out.";

  private final Store store;
  private final SessionCard card;
  private final MessageLinks links;

  TimelineDoor(Store store, SessionCard card, MessageLinks links) {
    this.store = store;
    this.card = card;
    this.links = links;
  }

  /**
   * {@code GET /api/sessions/:id/timeline?before=…} or {@code ?after=…}: the session, and a page of
   * its events; the latest without either.
   */
  void tell(RoutingContext context) {
    SessionKey session;
    Future<Timeline> page;
    try {
      session = new SessionKey(context.pathParam("id"));
      page = page(session, context.request());
    } catch (IllegalArgumentException wrong) {
      Problems.send(context, 400, "Not understood", Words.sentence(wrong.getMessage()));
      return;
    }
    Overview overview = store.overview();
    Future<Optional<SessionSummary>> summary = overview.session(session);
    Future<List<ChatSummary>> chats = overview.chats();
    Future.all(page, summary, chats)
        .onSuccess(ignored -> answer(context, summary.result(), page.result(), chats.result()))
        .onFailure(cause -> Problems.unreadable(context));
  }

  private Future<Timeline> page(SessionKey session, HttpServerRequest request) {
    String before = request.getParam("before");
    String after = request.getParam("after");
    if (before != null && after != null) {
      throw new IllegalArgumentException("write one of the parameters before and after, not both");
    }
    return after == null
        ? store.timelines().before(session, place("before", before, Long.MAX_VALUE), MOST)
        : store.timelines().after(session, place("after", after, 0), MOST);
  }

  private static long place(String name, String value, long otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException(
          "the parameter " + name + " is \"" + value + "\": write an event's number");
    }
    return Long.parseLong(value);
  }

  private void answer(
      RoutingContext context,
      Optional<SessionSummary> session,
      Timeline page,
      List<ChatSummary> chats) {
    if (session.isEmpty()) {
      Problems.send(context, 404, "No such session", RETAINED);
      return;
    }
    JsonArray events = new JsonArray();
    page.events().forEach(event -> events.add(event(event)));
    context.json(
        new JsonObject()
            .put("session", card.of(session.get(), chats))
            .put("events", events)
            .put("earlier", page.earlier())
            .put("later", page.later()));
  }

  private JsonObject event(TimelineEvent event) {
    return new JsonObject()
        .put("seq", event.seq())
        .put("what", Words.kind(event.type()))
        .put("tool", event.tool())
        .put("state", event.state().name().toLowerCase(Locale.ROOT))
        .put("words", words(event))
        .put("late", event.late())
        .put("acceptedAt", event.acceptedAt().toEpochMilli())
        .put("shownAt", event.shownAt() == null ? null : event.shownAt().toEpochMilli())
        .put("messages", links.json(event.messages()));
  }

  private static String words(TimelineEvent event) {
    String reason = event.reason().isEmpty() ? "" : ": " + Words.plain(event.reason());
    return switch (event.state()) {
      case ORDERING -> "being put in order";
      case WAITING -> reason.isEmpty() ? "waiting" : "tried, and to be tried again" + reason;
      case SENDING -> "being sent";
      case DOUBTED -> "sent, and being looked for: the answer was lost";
      case PARKED -> "could not be shown" + reason;
      case SHOWN -> "shown";
      case FOLDED -> "shown with an earlier one";
      case EDITED -> "added to an earlier message";
      case COUNTED -> "only counted";
      case HUSHED -> "kept out of the chat; the next message counts it";
      case KEPT -> "only stored, with no place in a chat";
    };
  }
}
