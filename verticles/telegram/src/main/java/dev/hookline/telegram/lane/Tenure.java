package dev.hookline.telegram.lane;

import dev.hookline.store.ChatLease;
import dev.hookline.store.Chats;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a lane may do with its chat while the lease lasts, and what it writes down of it. */
final class Tenure {

  private static final Logger LOGGER = LoggerFactory.getLogger(Tenure.class);

  private final Chats chats;
  private final LaneTime time;
  private final Persistence persistence;
  private final long chat;
  private final Lease lease;

  Tenure(Chats chats, LaneTime time, Persistence persistence, long chat, Lease lease) {
    this.chats = chats;
    this.time = time;
    this.persistence = persistence;
    this.chat = chat;
    this.lease = lease;
  }

  long chat() {
    return chat;
  }

  /** Whether no other node can have the chat yet: only then may a call be made. */
  boolean safe() {
    return lease.safe();
  }

  ChatLease lease() {
    return lease.current();
  }

  /** Why nothing can be sent, or null. */
  String suspended() {
    return lease().suspended();
  }

  /**
   * Starts of the calls that still count against the budget. Asked after the chat was taken: from
   * then on the store counts none for a former owner.
   */
  Future<List<Instant>> calls(long lookBackMillis) {
    return chats.callsSince(chat, time.wall().minusMillis(lookBackMillis));
  }

  Future<Void> calling() {
    return chats.calling(lease(), time.wall());
  }

  Future<Void> closeUntil(Instant until) {
    ChatLease held = lease();
    return persistence.insist("closed chat", () -> chats.closeUntil(held, until));
  }

  Future<Void> suspend(String reason) {
    ChatLease held = lease();
    LOGGER
        .atError()
        .addKeyValue("chat", chat)
        .addKeyValue("reason", reason)
        .log("nothing can be sent to the chat; events are kept until this is put right");
    lease.change(with(held, reason));
    return persistence.insist("suspended chat", () -> chats.suspend(held, reason));
  }

  Future<Void> resume() {
    ChatLease held = lease();
    LOGGER.atInfo().addKeyValue("chat", chat).log("the chat can be used again");
    lease.change(with(held, null));
    return persistence.insist("resumed chat", () -> chats.resume(held));
  }

  /** Where the chat lives now: the one who served it before us may have moved it. */
  Future<Long> current() {
    return chats.current(chat);
  }

  Future<Void> migrate(long to) {
    LOGGER
        .atWarn()
        .addKeyValue("chat", chat)
        .addKeyValue("newChat", to)
        .log("Telegram gave the chat a new id; put it into telegram.chatId");
    return persistence.insist("moved chat", () -> chats.migrate(chat, to));
  }

  private static ChatLease with(ChatLease lease, String reason) {
    return new ChatLease(
        lease.chat(),
        lease.owner(),
        lease.epoch(),
        lease.closedUntil(),
        reason,
        lease.lastMessageId());
  }
}
