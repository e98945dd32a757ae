package dev.hookline.telegram.ask;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ApprovalSettled;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.Approval;
import dev.hookline.store.Approvals;
import dev.hookline.store.Press;
import dev.hookline.store.ShownApproval;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;

/**
 * What people press under questions, and reply to them. Whatever is wrong with a press, it has no
 * effect, and who pressed is told in a word that nobody else sees.
 *
 * <p>Everything in an update may be made up but for who sent it and where it was sent to: that much
 * Telegram vouches for.
 */
public final class Presses {

  private static final String NOT_ALLOWED = "You may not answer here.";
  private static final String UNKNOWN = "This button is not in use.";
  private static final String AGAIN = "Something else was chosen meanwhile: press again.";
  private static final int LONGEST_REPLY = 4_000;

  private final Approvals approvals;
  private final People people;
  private final EventBus bus;
  private final Clock clock;
  private final long chat;

  /**
   * @param chat the chat that is served; presses elsewhere have no effect
   */
  public Presses(Approvals approvals, People people, EventBus bus, Clock clock, long chat) {
    this.approvals = approvals;
    this.people = people;
    this.bus = bus;
    this.clock = clock;
    this.chat = chat;
  }

  /**
   * A button was pressed.
   *
   * @param query the {@code callback_query}
   * @return what to tell the person, in at most 200 characters; fails only when the store does
   */
  public Future<String> pressed(long bot, long update, JsonObject query) {
    Press press = press(bot, update, query);
    String button = press.button();
    if (Stranger.isNobody(from(query)) || !people.may(press.user(), People.Right.APPROVE)) {
      return refuse(press, "not allowed", NOT_ALLOWED);
    }
    if (press.chat() != chat || press.thread() == 0 || button.length() < ButtonIds.LENGTH) {
      return refuse(press, "not a button of ours", UNKNOWN);
    }
    return approvals
        .pressed(press)
        .compose(
            found -> {
              String action = found.map(shown -> shown.action(button)).orElse(null);
              return action == null
                  ? refuse(press, "no such button", UNKNOWN)
                  : act(press, found.get(), action);
            });
  }

  /**
   * Somebody wrote a message. If it replies to a question that is open, that is an answer, when it
   * comes from who may answer.
   *
   * @return whether it was one, whatever became of it
   */
  public Future<Boolean> replied(long bot, long update, JsonObject message) {
    JsonObject from = object(message, "from");
    JsonObject about = object(message, "reply_to_message");
    String words = message.getValue("text") instanceof String text ? text.strip() : "";
    long replyChat = number(object(message, "chat"), "id");
    if (about.isEmpty()
        || words.isEmpty()
        || replyChat != chat
        || number(about, "message_id") == 0) {
      return Future.succeededFuture(false);
    }
    Press press =
        new Press(
            bot,
            update,
            chat,
            number(message, "message_thread_id"),
            number(about, "message_id"),
            "",
            number(from, "id"),
            name(from));
    return approvals
        .pressed(press)
        .compose(
            found ->
                found.isEmpty() || found.get().approval().state() != Approval.State.OPEN
                    ? Future.succeededFuture(false)
                    : reply(press, from, message, found.get(), words));
  }

  private Future<Boolean> reply(
      Press press, JsonObject from, JsonObject message, ShownApproval shown, String words) {
    if (Stranger.isNobody(from)
        || Stranger.isNotOwn(message)
        || !people.may(press.user(), People.Right.APPROVE)) {
      return refuse(press, "reply not allowed", "").map(false);
    }
    if (words.length() > LONGEST_REPLY) {
      return refuse(press, "reply too long", "").map(true);
    }
    Question question = Question.of(shown.event());
    return cause(press, shown, question, question.replied(words, shown.picks())).map(true);
  }

  private Future<String> act(Press press, ShownApproval shown, String action) {
    if (shown.approval().state() != Approval.State.OPEN) {
      return refuse(press, "over", over(shown));
    }
    Question question = Question.of(shown.event());
    return cause(press, shown, question, question.pressed(action, shown.picks()));
  }

  private Future<String> cause(Press press, ShownApproval shown, Question question, Effect effect) {
    if (effect instanceof Effect.Decide decide) {
      String answer = decide.decision().toJson().encode();
      return approvals
          .answer(press, shown.version(), answer, clock.instant())
          .compose(
              done -> done ? settled(shown, question.told(decide.decision())) : tooLate(press));
    }
    if (effect instanceof Effect.Pick pick) {
      return approvals
          .pick(press, shown.version(), pick.picks(), clock.instant())
          .compose(done -> done ? changed(pick.words()) : tooLate(press));
    }
    return refuse(press, "no effect", ((Effect.Say) effect).words());
  }

  private Future<String> settled(ShownApproval shown, String words) {
    Addresses.APPROVAL_SETTLED.tellAll(bus, new ApprovalSettled(shown.approval().id()));
    return changed(words);
  }

  private Future<String> changed(String words) {
    Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat));
    return Future.succeededFuture(words);
  }

  private Future<String> tooLate(Press press) {
    return approvals
        .pressed(press)
        .map(
            now ->
                now.filter(it -> it.approval().state() != Approval.State.OPEN)
                    .map(Presses::over)
                    .orElse(AGAIN));
  }

  private static String over(ShownApproval shown) {
    return shown.approval().hasAnswer()
        ? "Answered already by " + Labels.of(shown.settledName(), 60) + "."
        : "Nobody waits for the answer any more.";
  }

  private Future<String> refuse(Press press, String why, String words) {
    return approvals.refused(press, why, clock.instant()).map(words);
  }

  /** Who pressed what, and where, as a {@code callback_query} says it. */
  static Press press(long bot, long update, JsonObject query) {
    JsonObject message = object(query, "message");
    JsonObject from = from(query);
    return new Press(
        bot,
        update,
        number(object(message, "chat"), "id"),
        number(message, "message_thread_id"),
        number(message, "message_id"),
        query.getValue("data") instanceof String data ? data : "",
        number(from, "id"),
        name(from));
  }

  /** The person, as Telegram tells of them. */
  static JsonObject from(JsonObject query) {
    return object(query, "from");
  }

  private static String name(JsonObject from) {
    String name =
        Optional.ofNullable(from.getValue("first_name")).map(String::valueOf).orElse("")
            + " "
            + Optional.ofNullable(from.getValue("last_name")).map(String::valueOf).orElse("");
    return Labels.of(name, 60);
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.getValue(key) instanceof JsonObject child ? child : new JsonObject();
  }

  private static long number(JsonObject parent, String key) {
    return parent.getValue(key) instanceof Number number ? number.longValue() : 0;
  }
}
