package dev.hookline.console;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.Overview;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSearch.Only;
import dev.hookline.store.SessionSummary;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds sessions, among all that are stored. Takes what the store takes; no state. */
final class SessionsDoor {

  private static final int MOST = 100;

  private final Overview overview;
  private final SessionCard card;

  SessionsDoor(Overview overview, SessionCard card) {
    this.overview = overview;
    this.card = card;
  }

  /** {@code GET /api/sessions?find=…&only=…}: the latest of them, and how many more there are. */
  void find(RoutingContext context) {
    SessionSearch search;
    try {
      search = search(context.request());
    } catch (IllegalArgumentException wrong) {
      Problems.send(context, 400, "Not understood", Words.sentence(wrong.getMessage()));
      return;
    }
    Future<List<SessionSummary>> found = overview.sessions(search, MOST);
    Future<Long> all = overview.count(search);
    Future<List<ChatSummary>> chats = overview.chats();
    Future.all(found, all, chats)
        .onSuccess(ignored -> context.json(answer(found.result(), all.result(), chats.result())))
        .onFailure(cause -> Problems.unreadable(context));
  }

  private JsonObject answer(List<SessionSummary> found, long all, List<ChatSummary> chats) {
    JsonArray cards = new JsonArray();
    found.forEach(session -> cards.add(card.of(session, chats)));
    return new JsonObject()
        .put("sessions", cards)
        .put("more", Math.max(0, all - found.size())); // one may have come in between
  }

  private static SessionSearch search(HttpServerRequest request) {
    return new SessionSearch(
        request.getParam("find", "").strip(), only(request.getParam("only", "all")));
  }

  private static Only only(String wanted) {
    return Arrays.stream(Only.values())
        .filter(each -> name(each).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(wanted)));
  }

  private static String unknown(String wanted) {
    String known =
        Arrays.stream(Only.values()).map(SessionsDoor::name).collect(Collectors.joining(", "));
    return "the parameter only is \"" + wanted + "\": write one of " + known;
  }

  private static String name(Only only) {
    return only.name().toLowerCase(Locale.ROOT);
  }
}
