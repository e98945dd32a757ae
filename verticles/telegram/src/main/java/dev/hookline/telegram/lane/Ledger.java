package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.SentPart;
import dev.hookline.store.Store;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of an entry, and knows how its next try is to look. */
final class Ledger {

  private static final Logger LOGGER = LoggerFactory.getLogger(Ledger.class);

  private static final String FOREIGN =
      "Part of this session was shown in a topic that is not its own, and taken back there.";

  private final Store store;
  private final Tenure tenure;
  private final LaneTime time;
  private final Persistence persistence;
  private final Function<OutboxEntry, List<Part>> renderer;
  private final Tries tries = new Tries();

  Ledger(
      Store store,
      Tenure tenure,
      LaneTime time,
      Persistence persistence,
      Function<OutboxEntry, List<Part>> renderer) {
    this.store = store;
    this.tenure = tenure;
    this.time = time;
    this.persistence = persistence;
    this.renderer = renderer;
  }

  /** The entry's part as it is to be sent now. */
  Part part(OutboxEntry entry) {
    Part rendered = rendered(entry);
    return tries.form(entry).of(rendered, entry, tries.reason(entry));
  }

  /** Telegram has the entry's part as this message. */
  Future<Void> shown(OutboxEntry entry, long messageId) {
    if (tries.form(entry) == Form.PLACEHOLDER) {
      String reason = tries.reason(entry);
      tries.forget(entry);
      return stray(messageId).compose(ignored -> park(entry, reason));
    }
    boolean last = entry.part() + 1 >= parts(entry).size();
    SentPart sent = new SentPart(messageId, last, tries.certain(entry));
    tries.forget(entry);
    return persistence.insist(
        "sent", () -> store.outbox().confirm(tenure.lease(), entry, sent, time.wall()));
  }

  /** A message of ours shows no entry: not to be taken for one that does. */
  Future<Void> stray(long messageId) {
    return persistence.insist("stray", () -> store.outbox().stray(tenure.lease(), messageId));
  }

  /** What the entry asks for is done, without a message. */
  Future<Void> done(OutboxEntry entry) {
    tries.forget(entry);
    SentPart sent = new SentPart(0, true, true);
    return persistence.insist(
        "done", () -> store.outbox().confirm(tenure.lease(), entry, sent, time.wall()));
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
    return again(entry, "its answer was lost; it may be shown twice", Duration.ZERO);
  }

  /** Telegram's answer was lost. */
  Future<Void> doubt(OutboxEntry entry, String reason) {
    return persistence.insist("doubted", () -> store.outbox().doubt(tenure.lease(), entry, reason));
  }

  /** Telegram refused the content: the next try is plainer, and the last one only a note. */
  Future<Void> refused(OutboxEntry entry, String reason, boolean tooLong) {
    LOGGER
        .atWarn()
        .addKeyValue("session", entry.session())
        .addKeyValue("position", entry.position())
        .addKeyValue("reason", reason)
        .log("Telegram refused the content");
    Form form = tries.form(entry);
    if (form == Form.PLACEHOLDER) {
      tries.forget(entry);
      return park(entry, reason);
    }
    tries.degrade(entry, form.next(rendered(entry), tooLong), reason);
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
    return persistence.insist(
        "parked", () -> store.outbox().park(tenure.lease(), entry, reason, time.wall()));
  }

  private Part rendered(OutboxEntry entry) {
    List<Part> parts = parts(entry);
    return parts.get(Math.min(entry.part(), parts.size() - 1));
  }

  private List<Part> parts(OutboxEntry entry) {
    try {
      List<Part> parts = renderer.apply(entry);
      if (parts.isEmpty()) {
        throw new IllegalStateException("the renderer made nothing of it");
      }
      return parts;
    } catch (RuntimeException broken) { // one entry that cannot be drawn must not stop the chat
      LOGGER
          .atError()
          .addKeyValue("session", entry.session())
          .addKeyValue("position", entry.position())
          .setCause(broken)
          .log("an entry could not be rendered");
      tries.degrade(entry, Form.PLACEHOLDER, "it could not be rendered");
      return List.of(new TextPart("", List.of()));
    }
  }
}
