package dev.hookline.telegram.lane;

import dev.hookline.store.ChatLease;
import dev.hookline.store.Chats;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane's right to serve its chat, from taking it over to losing it. */
final class Tenure {

  private static final Logger LOGGER = LoggerFactory.getLogger(Tenure.class);
  private static final Duration LIFETIME = Duration.ofSeconds(15);
  private static final long RENEW_MILLIS = 5_000;

  private final Chats chats;
  private final LaneTime time;
  private final Persistence persistence;
  private final long chat;
  private final String owner;

  private ChatLease lease;
  private long renewedAt;

  Tenure(Chats chats, LaneTime time, Persistence persistence, long chat, String owner) {
    this.chats = chats;
    this.time = time;
    this.persistence = persistence;
    this.chat = chat;
    this.owner = owner;
  }

  long chat() {
    return chat;
  }

  boolean held() {
    return lease != null;
  }

  ChatLease lease() {
    if (lease == null) {
      throw new IllegalStateException("the chat is not served by this lane");
    }
    return lease;
  }

  /** Why nothing can be sent, or null. */
  String suspended() {
    return lease().suspended();
  }

  /** Takes the chat over, with the calls that still count against the budget. */
  Future<List<Instant>> take(long lookBackMillis) {
    Instant now = time.wall();
    return chats
        .take(chat, owner, LIFETIME, now)
        .map(taken -> taken.orElseThrow(() -> new IllegalStateException("another node serves it")))
        .compose(
            taken ->
                chats
                    .callsSince(chat, now.minusMillis(lookBackMillis))
                    .onSuccess(ignored -> begin(taken)));
  }

  /** Whether the lease should be renewed now. */
  boolean renewalDue() {
    return time.now() - renewedAt >= RENEW_MILLIS;
  }

  /** Asks the store whether the chat is still ours, and how it stands. */
  Future<Void> renew() {
    return chats.renew(lease(), LIFETIME).onSuccess(this::hold).mapEmpty();
  }

  /** Gives up: the next turn takes the chat again. */
  void drop() {
    lease = null;
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
    hold(with(held, reason));
    return persistence.insist("suspended chat", () -> chats.suspend(held, reason));
  }

  Future<Void> resume() {
    ChatLease held = lease();
    LOGGER.atInfo().addKeyValue("chat", chat).log("the chat can be used again");
    hold(with(held, null));
    return persistence.insist("resumed chat", () -> chats.resume(held));
  }

  Future<Void> migrate(long to) {
    LOGGER
        .atWarn()
        .addKeyValue("chat", chat)
        .addKeyValue("newChat", to)
        .log("Telegram gave the chat a new id; put it into telegram.chatId");
    return persistence.insist("moved chat", () -> chats.migrate(chat, to));
  }

  private void begin(ChatLease taken) {
    hold(taken);
    LOGGER
        .atInfo()
        .addKeyValue("chat", chat)
        .addKeyValue("epoch", taken.epoch())
        .log("serving the chat");
  }

  private void hold(ChatLease current) {
    lease = current;
    renewedAt = time.now();
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
