package dev.hookline.telegram.ask;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Press;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A question that an agent asked, as far as to the message that shows it. */
public final class AskedQuestion {

  private final Store store;
  private final SessionKey session;
  private final long thread;
  private final long message;
  private final Press reply;

  private AskedQuestion(Store store, SessionKey session, long thread, long message, long chat) {
    this.store = store;
    this.session = session;
    this.thread = thread;
    this.message = message;
    this.reply = new Press(1, 1, chat, thread, message, "", 1, "");
  }

  /**
   * Asks and shows.
   *
   * @param name the session's and the question's
   * @param seconds from now on until its time is over
   */
  public static AskedQuestion in(
      Store store, long chat, String name, long thread, long message, long seconds) {
    Instant now = store.clock().instant();
    SessionKey session = new SessionKey(name);
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL, "Bash");
    HookEvent event =
        new HookEvent(name, name, EventType.APPROVAL_REQUEST, session, now, "Bash", metadata, null);
    NewApproval asked =
        new NewApproval(
            name, name, name, session, name, now.plusSeconds(seconds), now.plusSeconds(600));
    result(store.approvals().hold(asked, now));
    result(store.events().accept(List.of(NewEvent.of(event, chat, now))));
    result(
        store
            .topics()
            .open(result(store.topics().of(session)).orElseThrow(), name, name, name, now));
    result(store.topics().bind(name, thread, now));
    result(store.sequences().release(session, 1, List.of(Release.event(false, List.of(1L))), now));
    ChatLease lease =
        result(store.chats().take(chat, "node", Duration.ofHours(1), now)).orElseThrow();
    OutboxEntry entry = result(store.outbox().claim(lease, Set.of(), now)).orElseThrow();
    Questions questions = new Questions(store.approvals(), new ButtonIds());
    Keyboard keyboard =
        result(questions.prepare(lease, entry, new TextPart("may I?", List.of()))).keyboard();
    if (keyboard.rows().isEmpty()) {
      throw new AssertionError("no buttons");
    }
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), now));
    return new AskedQuestion(store, session, thread, message, chat);
  }

  /** The id of the button that does this. */
  public String button(String action) {
    return result(store.approvals().pressed(reply)).orElseThrow().buttons().get(action);
  }

  /** The topic. */
  public long thread() {
    return thread;
  }

  /** The message. */
  public long message() {
    return message;
  }

  /** What became of it. */
  public Approval.State state() {
    return approval().state();
  }

  /** What was answered. */
  public String answer() {
    return approval().answer();
  }

  private Approval approval() {
    return result(store.approvals().of(session)).get(0);
  }
}
