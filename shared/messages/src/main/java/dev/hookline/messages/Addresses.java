package dev.hookline.messages;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Every address on Hookline's event bus, and the codecs of what travels on them. */
public final class Addresses {

  /** A session has something new. Any session verticle may look. */
  public static final Address<SessionHint, Void> SESSION_HINT =
      new Address<>("hookline.session.hint");

  /** A chat has something to send. Told to all: only the node that serves the chat reacts. */
  public static final Address<ChatHint, Void> CHAT_HINT = new Address<>("hookline.chat.hint");

  /** A chat was given back. Told to all: those who stand by for it try to take it. */
  public static final Address<ChatFree, Void> CHAT_FREE = new Address<>("hookline.chat.free");

  /** A session wants its first topic. Told to all: the node that serves the chat sees to it. */
  public static final Address<TopicWanted, Void> TOPIC_WANTED =
      new Address<>("hookline.topic.wanted");

  /** A lock or an announcement ended. Told to all: whoever waits for it tries. */
  public static final Address<NameFreed, Void> NAME_FREED = new Address<>("hookline.name.freed");

  /** Updates were posted and stored. Told to all: the node that serves the chat handles them. */
  public static final Address<UpdatesStored, Void> UPDATES_STORED =
      new Address<>("hookline.telegram.updates.stored");

  /** A question was settled. Told to all: whoever holds the agent's connection looks. */
  public static final Address<ApprovalSettled, Void> APPROVAL_SETTLED =
      new Address<>("hookline.approval.settled");

  /** Somebody wrote to an agent. Told to all: whoever can tell the agent looks. */
  public static final Address<ReplyWaiting, Void> REPLY_WAITING =
      new Address<>("hookline.reply.waiting");

  /**
   * Events as JSON ({@link HookEvent#toJson}), told on the node that accepted them, after the
   * commit and in the order of it. For verticles that are not ours: who misses one is not told
   * again.
   */
  public static final Address<JsonObject, Void> EVENT_ACCEPTED =
      new Address<>("hookline.event.accepted");

  /** Events of a session were stored. Told to all: who follows the session reads them. */
  public static final Address<SessionHint, Void> EVENTS_STORED =
      new Address<>("hookline.events.stored");

  /** Where events are taken that came in through another room's door. */
  public static final Address<EventsPosted, EventsTaken> POST_EVENTS =
      new Address<>("hookline.events.post");

  /** Where programs that filter events are asked, as far as they are connected to this node. */
  public static final Address<FilterAsked, FilterAnswered> ASK_FILTER =
      new Address<>("hookline.filter.ask");

  /** Where the bot's updates are read, on the node that serves the chat. */
  public static final Address<ReadUpdates, UpdatesRead> READ_UPDATES =
      new Address<>("hookline.telegram.updates");

  static final List<RecordCodec<?>> CODECS =
      List.of(
          SessionHint.CODEC,
          ChatHint.CODEC,
          ChatFree.CODEC,
          NameFreed.CODEC,
          ApprovalSettled.CODEC,
          ReplyWaiting.CODEC,
          EventsPosted.CODEC,
          EventsTaken.CODEC,
          FilterAsked.CODEC,
          FilterAnswered.CODEC,
          TopicWanted.CODEC,
          TopicSlotWanted.CODEC,
          TopicSlot.CODEC,
          TopicCall.CODEC,
          TopicAnswer.CODEC,
          ReadUpdates.CODEC,
          UpdatesRead.CODEC,
          UpdatesStored.CODEC);

  private Addresses() {}

  /** Where the lane of the chat, on the node that serves it, hands out turns to create a topic. */
  public static Address<TopicSlotWanted, TopicSlot> topicSlot(long chat) {
    return new Address<>("hookline.telegram." + chat + ".slot");
  }

  /** Where the lane of the chat, on the node that serves it, makes calls about topics. */
  public static Address<TopicCall, TopicAnswer> topicCall(long chat) {
    return new Address<>("hookline.telegram." + chat + ".topic");
  }

  /** Registers every codec. Once per {@code Vertx}, before the first deployment; twice throws. */
  public static void registerCodecs(Vertx vertx) {
    CODECS.forEach(codec -> register(vertx, codec));
  }

  private static <T extends Record> void register(Vertx vertx, RecordCodec<T> codec) {
    vertx.eventBus().registerDefaultCodec(codec.type(), codec);
  }
}
