package dev.hookline.browser;

import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.store.Sample.NOW;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.Decision;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Buttons;
import dev.hookline.store.ChatLease;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Press;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionView;
import dev.hookline.store.ShownApproval;
import dev.hookline.store.Store;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node that does to the store what a test says, and serves the chat. */
final class Node {

  private final Store store;
  private final EventBus bus;
  private final ChatLease lease;
  private final long chat = Sample.event(new SessionKey("any"), "any").chat();
  private Instant now = NOW;
  private long lastId;
  private long lastMessage;

  Node(Store store, EventBus bus) {
    this.store = store;
    this.bus = bus;
    this.lease = result(store.chats().take(chat, "node-1", Duration.ofHours(1), NOW)).orElseThrow();
  }

  /** What happens from then on happens at this time. */
  void at(Instant time) {
    now = time;
  }

  /** Takes that many events of a session in, and puts them in line to be shown. */
  void accept(String session, String project, int count) {
    SessionKey key = new SessionKey(session);
    JsonObject metadata =
        new JsonObject().put(MetadataKeys.AGENT, "claude").put(MetadataKeys.PROJECT_DIR, project);
    for (int i = 0; i < count; i++) {
      accept(Sample.with(metadata, key, "event-" + ++lastId));
    }
  }

  /** Takes an event in, and puts it in line to be shown. */
  void accept(NewEvent event) {
    SessionKey key = event.event().session();
    result(store.events().accept(List.of(event)));
    SessionView view = result(store.sequences().view(key)).orElseThrow();
    List<Long> fresh = view.fresh().stream().map(FreshEvent::seq).toList();
    if (!fresh.isEmpty()) {
      List<Release> releases = List.of(Release.event(false, fresh));
      result(store.sequences().release(key, view.nextPosition(), releases, now));
    }
  }

  /** Takes in, a minute later, an event of a session that has no place in a chat. */
  void acceptKept(String session) {
    SessionKey key = new SessionKey(session);
    NewEvent kept = Sample.typed(EventType.TURN_COMPLETE, key, "event-" + ++lastId);
    NewEvent later = NewEvent.of(kept.event(), chat, NOW.plusSeconds(60));
    result(store.events().accept(List.of(later)));
  }

  /** Gives the session a topic of that name. */
  void bind(String session, String topic) {
    String attempt = open(session, topic);
    result(store.topics().bind(attempt, ++lastId, now));
  }

  /** Telegram refuses to create the session's topic, and may be asked again ten seconds later. */
  void refuseTopic(String session, String reason) {
    String attempt = open(session, "of no effect");
    result(store.topics().fail(attempt, reason, now.plusSeconds(10)));
  }

  /** Shows what is next, with the call that it takes. */
  void show() {
    result(store.chats().calling(lease, now));
    lastMessage = ++lastId;
    result(store.outbox().confirm(lease, next(), new SentPart(lastMessage, true, true), now));
  }

  /** The chat that it serves. */
  long chat() {
    return chat;
  }

  /** The id of the message that was sent last. */
  long lastMessage() {
    return lastMessage;
  }

  /** Shows what is next together with what is behind it. */
  void showTogether() {
    OutboxEntry first = next();
    OutboxEntry both = first.with(result(store.outbox().behind(lease, first, 1)));
    result(store.outbox().fold(lease, both));
    lastMessage = ++lastId;
    result(store.outbox().confirm(lease, both, new SentPart(lastMessage, true, true), now));
  }

  /** Edits what is next into the message of the entry before it. */
  void edit() {
    OutboxEntry entry = next();
    result(store.outbox().join(lease, entry, entry.position() - 1));
    result(store.outbox().confirm(lease, entry, new SentPart(0, true, true), now));
  }

  /** Keeps what is next out of the chat. */
  void hush() {
    result(store.outbox().hush(lease, next(), now));
  }

  /** Shows all that can be shown. */
  void showAll() {
    for (Optional<OutboxEntry> next = nextIfAny(); next.isPresent(); next = nextIfAny()) {
      result(store.outbox().confirm(lease, next.get(), new SentPart(++lastId, true, true), now));
    }
  }

  /** The session's agent asks, ten minutes may be taken for an answer, and the chat shows it. */
  ShownApproval ask(String session, String tool, String words) {
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL, tool);
    NewEvent asks = Sample.with(metadata, new SessionKey(session), "question-" + ++lastId);
    HookEvent event = asks.event();
    NewApproval asked =
        new NewApproval(
            event.id(),
            event.source(),
            event.id(),
            event.session(),
            "alike",
            now.plusSeconds(600),
            now.plusSeconds(15));
    result(store.approvals().hold(asked, now));
    accept(asks);
    OutboxEntry entry = next();
    String look = new JsonObject().put("words", words).encode();
    Buttons buttons = new Buttons(List.of("allow"), () -> "button-" + ++lastId);
    ShownApproval shown =
        result(store.approvals().offer(lease, entry, event, look, buttons)).orElseThrow();
    lastMessage = ++lastId;
    result(store.outbox().confirm(lease, entry, new SentPart(lastMessage, true, true), now));
    return shown;
  }

  /** A person decides about the question that was shown last. */
  void answer(ShownApproval shown, long thread, String name, Decision decision) {
    Press press =
        new Press(7, ++lastId, chat, thread, lastMessage, shown.buttons().get("allow"), 5, name);
    String answer = decision.toJson().encode();
    result(store.approvals().answer(press, shown.version(), answer, now));
  }

  /** The thread of a session's topic. */
  long thread(String session) {
    return result(store.topics().of(new SessionKey(session))).orElseThrow().thread();
  }

  /** What is next cannot be shown. */
  void park(String reason) {
    result(store.outbox().park(lease, next(), reason, now));
  }

  /** Telegram takes nothing more in the chat. */
  void stopChat(String reason) {
    result(store.chats().suspend(lease, reason));
  }

  /** Tells whoever looks that something has changed. */
  void hint() {
    Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat));
  }

  private String open(String session, String topic) {
    SessionTopic wanted = result(store.topics().of(new SessionKey(session))).orElseThrow();
    String attempt = "attempt-" + ++lastId;
    return result(store.topics().open(wanted, attempt, "marker-" + lastId, topic, now))
        .orElseThrow()
        .id();
  }

  /** What is next, as it is about to be shown. */
  OutboxEntry claim() {
    return next();
  }

  private OutboxEntry next() {
    return nextIfAny().orElseThrow();
  }

  private Optional<OutboxEntry> nextIfAny() {
    return result(store.outbox().claim(lease, Set.of(), now));
  }
}
