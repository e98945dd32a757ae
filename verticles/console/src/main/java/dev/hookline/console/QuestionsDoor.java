package dev.hookline.console;

import dev.hookline.messages.Decision;
import dev.hookline.store.Approval;
import dev.hookline.store.AskedQuestion;
import dev.hookline.store.Overview;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/**
 * Tells what agents ask, and what became of it. It is answered in the chat, where it is known who
 * may. Takes what the store takes; no state.
 */
final class QuestionsDoor {

  private static final int MOST = 100;
  private static final int LATELY = 50;
  private static final int LONGEST = 700;

  private final Overview overview;
  private final MessageLinks links;

  QuestionsDoor(Overview overview, MessageLinks links) {
    this.overview = overview;
    this.links = links;
  }

  /** {@code GET /api/questions}: those that are open, and those that were settled lately. */
  void tell(RoutingContext context) {
    Future<List<AskedQuestion>> open = overview.open(MOST + 1);
    Future<List<AskedQuestion>> settled = overview.settled(LATELY);
    Future.all(open, settled)
        .onSuccess(ignored -> context.json(answer(open.result(), settled.result())))
        .onFailure(cause -> Problems.unreadable(context));
  }

  private JsonObject answer(List<AskedQuestion> open, List<AskedQuestion> settled) {
    return new JsonObject()
        .put("open", list(open.subList(0, Math.min(MOST, open.size()))))
        .put("more", open.size() > MOST)
        .put("settled", list(settled));
  }

  private JsonArray list(List<AskedQuestion> questions) {
    return new JsonArray(questions.stream().map(this::question).toList());
  }

  private JsonObject question(AskedQuestion asked) {
    Approval approval = asked.approval();
    String session = approval.session().value();
    return new JsonObject()
        .put("session", session)
        .put("name", asked.sessionName().isEmpty() ? session : asked.sessionName())
        .put("seq", approval.seq())
        .put("tool", asked.tool())
        .put("what", what(asked.shown()))
        .put("state", approval.state().name().toLowerCase(Locale.ROOT))
        .put("words", words(approval))
        .put("by", asked.settledName())
        .put("askedAt", approval.askedAt().toEpochMilli())
        .put("expiresAt", asked.expiresAt().toEpochMilli())
        .put("settledAt", approval.settledAt().toEpochMilli())
        .put("messages", links.json(asked.messages()));
  }

  /** What the chat shows of it, and nothing else of what the agent said. */
  private static String what(String shown) {
    try {
      return !shown.isEmpty() && new JsonObject(shown).getValue("words") instanceof String words
          ? Words.brief(words, LONGEST)
          : "";
    } catch (DecodeException other) {
      return "";
    }
  }

  private static String words(Approval approval) {
    return switch (approval.state()) {
      case OPEN -> "Waiting for an answer";
      case ANSWERED, TAKEN -> decided(approval.answer());
      case UNTAKEN -> decided(approval.answer()) + "; it is not known whether the agent got it";
      case ELSEWHERE -> "Answered where the agent runs";
      case EXPIRED -> "Nobody answered in time";
      case GONE -> "The agent does not wait any more";
      case LOST -> "The agent's connection was lost";
    };
  }

  private static String decided(String answer) {
    Decision decision = Decision.fromJson(new JsonObject(answer));
    return switch (decision.verdict()) {
      case ALLOW -> "Allowed";
      case ALWAYS -> "Allowed, and from now on";
      case ACCEPT_EDITS -> "Allowed, with edits from now on";
      case DENY -> "Denied" + (decision.words().isEmpty() ? "" : ": " + said(decision));
      case ANSWER -> "Answered";
      case CANCEL -> "Cancelled";
      case ELSEWHERE -> "Left to the terminal";
    };
  }

  private static String said(Decision decision) {
    return Words.brief(decision.words(), 120); // as much as the chat shows
  }
}
