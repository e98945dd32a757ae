package dev.hookline.telegram.command;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.Order;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.Stranger;
import dev.hookline.telegram.bot.BotGateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Commands that people write in the chat. Each is carried out once; who may not give it causes
 * nothing but a row of the audit, and a word in private.
 *
 * <p>Everything in an update may be made up but for who sent it and where it was sent to: that much
 * Telegram vouches for.
 */
public final class Commands {

  private static final int LONGEST_KEPT = 200; // of what is written into the audit
  private static final int LONGEST_ANSWER = 4_000;

  private final Store store;
  private final EventBus bus;
  private final People people;
  private final long chat;
  private final BotName name;
  private final Whispers whispers;
  private final Repertoire repertoire;
  private final Map<String, Command> commands = new LinkedHashMap<>();

  /**
   * @param gateway used on this event loop alone
   * @param chat the chat that is served; commands elsewhere have no effect
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  public Commands(
      Store store,
      EventBus bus,
      BotGateway gateway,
      People people,
      long chat,
      LongSupplier nanoTime) {
    this.store = store;
    this.bus = bus;
    this.people = people;
    this.chat = chat;
    this.name = new BotName(gateway);
    this.whispers = new Whispers(gateway::whisper, nanoTime);
    this.repertoire = new Repertoire(store, people);
    repertoire.commands().forEach(one -> commands.put(one.name(), one));
  }

  /** What the chat's menu is to offer. */
  public Menu menu(Vertx vertx, BotGateway gateway) {
    return new Menu(vertx, gateway, chat, repertoire);
  }

  /**
   * Somebody wrote a message.
   *
   * @return whether it was a command of ours, whatever became of it; fails when the store does, and
   *     with {@link NotYetException}
   */
  public Future<Boolean> wrote(long bot, long update, JsonObject message) {
    Written written = Written.in(message).orElse(null);
    if (written == null || number(object(message, "chat"), "id") != chat) {
      return Future.succeededFuture(false);
    }
    Command command = commands.get(written.name());
    if (written.bot().isEmpty()) {
      return command == null
          ? Future.succeededFuture(false) // perhaps another bot's, perhaps meant for the agent
          : judge(order(bot, update, message, written), message, written, command);
    }
    return name.get()
        .compose(
            ours ->
                ours.equals(written.bot())
                    ? judge(order(bot, update, message, written), message, written, command)
                    : Future.succeededFuture(true)); // another bot's: no agent is meant either
  }

  private Future<Boolean> judge(Order order, JsonObject message, Written written, Command command) {
    if (Stranger.isNobody(object(message, "from"))) {
      return refuse(order, "nobody's", "");
    }
    if (Stranger.isNotOwn(message)) {
      return refuse(order, "not their own words", "What you forward has no effect: write it.");
    }
    if (!people.mayAsk(order.user())) {
      return refuse(order, "not allowed", "You may not give commands here.");
    }
    if (order.message() == 0) {
      return refuse(order, "no message", "");
    }
    if (command == null) {
      return refuse(order, "unknown", "There is no such command. /help names those there are.");
    }
    return (order.thread() == 0
            ? Future.succeededFuture(Optional.<SessionTopic>empty())
            : store.topics().at(chat, order.thread()))
        .compose(
            session ->
                carryOut(
                    new Asked(
                        order, written.arguments(), repliesTo(message, order), session, now()),
                    command));
  }

  private Future<Boolean> carryOut(Asked asked, Command command) {
    if (!command.isFor(asked.order().user(), asked.subject(), people)) {
      String right = command.needs(asked.subject()).name().toLowerCase(Locale.ROOT);
      String words =
          "/" + command.name() + " needs the right to " + right + ", which you have not.";
      return refuse(asked.order(), "needs the right to " + right, words);
    }
    return command
        .answer(asked)
        .compose(
            outcome ->
                store
                    .errands()
                    .carryOut(
                        asked.order(),
                        outcome.arrangement(),
                        outcome.deed(),
                        cut(outcome.text(), LONGEST_ANSWER),
                        asked.now()))
        .onSuccess(ignored -> Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat)))
        .map(true);
  }

  private Future<Boolean> refuse(Order order, String why, String words) {
    return store
        .errands()
        .refused(order, why, now())
        .onSuccess(
            ignored -> {
              if (!words.isEmpty()) {
                whispers.tell(order.user(), words);
              }
            })
        .map(true);
  }

  // In a topic, what replies to nothing is told as a reply to the topic's own beginning.
  private static long repliesTo(JsonObject message, Order order) {
    long replied = number(object(message, "reply_to_message"), "message_id");
    return replied == order.thread() ? 0 : replied;
  }

  private Instant now() {
    return store.clock().instant();
  }

  private Order order(long bot, long update, JsonObject message, Written written) {
    boolean inTopic = Boolean.TRUE.equals(message.getValue("is_topic_message"));
    return new Order(
        bot,
        update,
        chat,
        inTopic ? number(message, "message_thread_id") : 0, // else it is a thread of replies
        number(message, "message_id"),
        number(object(message, "from"), "id"),
        cut(written.whole(), LONGEST_KEPT));
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.getValue(key) instanceof JsonObject child ? child : new JsonObject();
  }

  private static long number(JsonObject parent, String key) {
    return parent.getValue(key) instanceof Number number ? number.longValue() : 0;
  }
}
