package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.SentPart;
import dev.hookline.store.Store;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of an entry, with all that its message shows. */
final class Ledger {

  private static final Logger LOGGER = LoggerFactory.getLogger(Ledger.class);

  private static final String FOREIGN =
      "Part of this session was shown in a topic that is not its own, and taken back there.";

  private final Store store;
  private final Tenure tenure;
  private final LaneTime time;
  private final Persistence persistence;
  private final Drawings drawings;
  private final Tries tries;
  private final Activity activity;
  private final Running running;
  private final Trail trail;

  Ledger(
      Store store,
      Tenure tenure,
      LaneTime time,
      Persistence persistence,
      Drawings drawings,
      Tries tries,
      Activity activity,
      Running running,
      Trail trail) {
    this.store = store;
    this.tenure = tenure;
    this.time = time;
    this.persistence = persistence;
    this.drawings = drawings;
    this.tries = tries;
    this.activity = activity;
    this.running = running;
    this.trail = trail;
  }

  /** Telegram has the entry's part as this message. */
  Future<Void> shown(OutboxEntry entry, long messageId) {
    if (tries.form(entry) == Form.PLACEHOLDER) {
      String reason = tries.reason(entry);
      tries.forget(entry);
      return stray(messageId).compose(ignored -> park(entry, reason));
    }
    boolean certain = tries.certain(entry);
    SentPart sent = new SentPart(messageId, drawings.isLast(entry), certain);
    boolean about = sent.last() && Running.isAbout(entry);
    if (about && drawings.part(entry) instanceof TextPart text) {
      running.shown(entry, messageId, text, time.now());
    }
    tries.forget(entry);
    activity.settled(entry, time.now());
    return persistence.insist(
        "sent", () -> store.outbox().confirm(tenure.lease(), entry, sent, time.wall()));
  }

  /** Telegram had the entry's part all the time, as this message. */
  Future<Void> found(OutboxEntry entry, long messageId) {
    trail.settled(entry, "found", messageId);
    return shown(entry, messageId);
  }

  /** A message of ours shows no entry: not to be taken for one that does. */
  Future<Void> stray(long messageId) {
    return persistence.insist("stray", () -> store.outbox().stray(tenure.lease(), messageId));
  }

  /** What the entry asks for is done, without a message. */
  Future<Void> done(OutboxEntry entry) {
    tries.forget(entry);
    activity.settled(entry, time.now());
    SentPart sent = new SentPart(0, true, true);
    return persistence.insist(
        "done", () -> store.outbox().confirm(tenure.lease(), entry, sent, time.wall()));
  }

  /** The entry gets no message, nor do those behind it that were given to it. */
  Future<Void> hushed(OutboxEntry entry) {
    tries.forget(entry);
    activity.settled(entry, time.now());
    trail.settled(entry, "hushed", 0);
    return persistence.insist(
        "hushed", () -> store.outbox().hush(tenure.lease(), entry, time.wall()));
  }

  /**
   * The entry is about to be edited into the message that another one heads; 0: it gets its own.
   */
  Future<Void> joins(OutboxEntry entry, long head) {
    return persistence.insist("joins", () -> store.outbox().join(tenure.lease(), entry, head));
  }

  /** Nothing was shown: due again after the given time. */
  Future<Void> again(OutboxEntry entry, String reason, Duration delay) {
    return persistence.insist(
        "put back",
        () -> store.outbox().putBack(tenure.lease(), entry, reason, time.wall().plus(delay)));
  }

  /**
   * The part may have been shown and nobody can tell: it is due again, and counted as uncertain.
   */
  Future<Void> againUncertain(OutboxEntry entry) {
    tries.uncertain(entry);
    trail.settled(entry, "not found", 0);
    return again(entry, "its answer was lost; it may be shown twice", Duration.ZERO);
  }

  /** Telegram's answer was lost. */
  Future<Void> doubt(OutboxEntry entry, String reason) {
    return persistence.insist("doubted", () -> store.outbox().doubt(tenure.lease(), entry, reason));
  }

  /**
   * Telegram refused the content: the next try is plainer, and the last one only a note. One that
   * shows several entries is tried in halves first, so that none has to suffer for another.
   */
  Future<Void> refused(OutboxEntry entry, String reason, boolean tooLong) {
    LOGGER
        .atWarn()
        .addKeyValue("session", entry.session())
        .addKeyValue("position", entry.position())
        .addKeyValue("reason", reason)
        .log("Telegram refused the content");
    if (!entry.folded().isEmpty()) {
      tries.halve(entry);
      return again(entry, reason, Duration.ZERO);
    }
    Form form = tries.form(entry);
    if (form == Form.PLACEHOLDER) {
      tries.forget(entry);
      return park(entry, reason);
    }
    tries.degrade(entry, form.next(drawings.drawn(entry), tooLong), reason);
    return again(entry, reason, Duration.ZERO);
  }

  /** The topic is gone, says Telegram: the session room finds out whether that is true. */
  Future<Void> topicMissing(OutboxEntry entry, String reason) {
    SessionKey session = entry.session();
    return persistence
        .insist("missing", () -> store.topics().missing(session, entry.generation(), time.wall()))
        .compose(ignored -> again(entry, reason, Duration.ZERO));
  }

  /** The topic is somebody else's: the session gets another one. */
  Future<Void> topicForeign(OutboxEntry entry) {
    SessionKey session = entry.session();
    return topicMissing(entry, FOREIGN)
        .compose(
            ignored ->
                persistence.insist(
                    "foreign",
                    () -> store.topics().lost(session, entry.generation(), FOREIGN, time.wall())))
        .mapEmpty();
  }

  /** The topic is closed now. */
  Future<Void> topicClosed(OutboxEntry entry) {
    return persistence
        .insist("closed", () -> store.topics().closed(tenure.chat(), entry.thread(), time.wall()))
        .mapEmpty();
  }

  /** The topic is open again. */
  Future<Void> topicReopened(OutboxEntry entry) {
    return persistence
        .insist(
            "reopened", () -> store.topics().reopened(tenure.chat(), entry.thread(), time.wall()))
        .mapEmpty();
  }

  private Future<Void> park(OutboxEntry entry, String reason) {
    trail.settled(entry, "parked", 0);
    return persistence.insist(
        "parked", () -> store.outbox().park(tenure.lease(), entry, reason, time.wall()));
  }
}
