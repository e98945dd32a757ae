package dev.hookline.telegram.reply;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.ReplyWaiting;
import dev.hookline.store.NewReply;
import dev.hookline.store.Replies;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.Stranger;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write in the topics of sessions, for their agents. Who may not write to agents has no
 * effect, and neither has anything that its sender did not write there and then.
 *
 * <p>Answers to agents' questions and commands are none of these: who reads them looks before.
 */
public final class Texts {

  private static final int NAME = 60;
  private static final String FORWARDED =
      "Not taken: forwarded messages are not given to the agent. Write it yourself, or paste it.";
  private static final String NO_TEXT =
      "Not taken: the agent is given text, photos and documents only.";
  private static final String TOO_LARGE =
      "Not taken: a bot gets no files from Telegram that are larger than 20 MB.";

  /** What Telegram's apps take for one; the path of a file is none. */
  private static final Pattern COMMAND = Pattern.compile("/\\w{1,64}(@\\w{1,64})?(\\s|$)");

  /** What a person sends that has no words in it. */
  private static final List<String> WORDLESS =
      List.of(
          "animation",
          "audio",
          "contact",
          "dice",
          "location",
          "poll",
          "sticker",
          "venue",
          "video",
          "video_note",
          "voice");

  private final Replies replies;
  private final People people;
  private final EventBus bus;
  private final Clock clock;
  private final long chat;

  /**
   * @param chat the chat that is served; what is written elsewhere has no effect
   */
  public Texts(Store store, People people, EventBus bus, long chat) {
    this.replies = store.replies();
    this.people = people;
    this.bus = bus;
    this.clock = store.clock();
    this.chat = chat;
  }

  /**
   * Somebody wrote a message. What is taken is in the store when this completes, and its update is
   * handled.
   *
   * @return fails only when the store does
   */
  public Future<Void> wrote(long bot, long update, JsonObject message) {
    JsonObject from = object(message, "from");
    long thread = number(message, "message_thread_id");
    boolean here = number(object(message, "chat"), "id") == chat && thread != 0;
    if (!here
        || Stranger.isNobody(from)
        || !people.may(number(from, "id"), People.Right.REPLY)
        || isCommand(message)) {
      return Future.succeededFuture();
    }
    String text = PlainText.of(text(message));
    Optional<AttachedFile> file = AttachedFile.of(message);
    NewReply reply =
        new NewReply(
            bot,
            update,
            chat,
            thread,
            number(message, "message_id"),
            number(from, "id"),
            Labels.of(String.valueOf(from.getValue("first_name", "")), NAME),
            text,
            file.map(AttachedFile::stored).orElse(""));
    if (file.isEmpty() && WORDLESS.stream().anyMatch(message::containsKey)) {
      return refuse(reply, NO_TEXT);
    }
    if (file.filter(AttachedFile::tooLarge).isPresent()) {
      return refuse(reply, TOO_LARGE);
    }
    if (text.isEmpty()
        && file.isEmpty()) { // what Telegram itself says about the topic, for example
      return Future.succeededFuture();
    }
    return Stranger.isNotOwn(message) ? refuse(reply, FORWARDED) : take(reply);
  }

  private Future<Void> take(NewReply reply) {
    return replies.take(reply, clock.instant()).onSuccess(this::tell).mapEmpty();
  }

  private Future<Void> refuse(NewReply reply, String words) {
    return replies
        .refuse(reply, words, clock.instant())
        .onSuccess(ignored -> wakeTheChat())
        .mapEmpty();
  }

  private void tell(Replies.Taken taken) {
    if (taken.outcome() == Replies.Outcome.WAITING) {
      Addresses.REPLY_WAITING.tellAll(bus, new ReplyWaiting(taken.session()));
    }
    wakeTheChat();
  }

  private void wakeTheChat() {
    Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat));
  }

  private static String text(JsonObject message) {
    return message.getValue("text", message.getValue("caption")) instanceof String text ? text : "";
  }

  private static boolean isCommand(JsonObject message) {
    return COMMAND.matcher(text(message)).lookingAt();
  }

  private static JsonObject object(JsonObject parent, String key) {
    return parent.getValue(key) instanceof JsonObject child ? child : new JsonObject();
  }

  private static long number(JsonObject parent, String key) {
    return parent.getValue(key) instanceof Number number ? number.longValue() : 0;
  }
}
