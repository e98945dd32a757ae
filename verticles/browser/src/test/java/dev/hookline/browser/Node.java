package dev.hookline.browser;

import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.store.Sample.NOW;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionView;
import dev.hookline.store.Store;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node that does to the store what a test says, and serves the chat. */
final class Node {

  private final Store store;
  private final EventBus bus;
  private final ChatLease lease;
  private final long chat = Sample.event(new SessionKey("any"), "any").chat();
  private long lastId;

  Node(Store store, EventBus bus) {
    this.store = store;
    this.bus = bus;
    this.lease = result(store.chats().take(chat, "node-1", Duration.ofHours(1), NOW)).orElseThrow();
  }

  /** Takes that many events of a session in, and puts them in line to be shown. */
  void accept(String session, String project, int count) {
    SessionKey key = new SessionKey(session);
    JsonObject metadata =
        new JsonObject().put(MetadataKeys.AGENT, "claude").put(MetadataKeys.PROJECT_DIR, project);
    for (int i = 0; i < count; i++) {
      NewEvent event = Sample.with(metadata, key, "event-" + ++lastId);
      result(store.events().accept(List.of(event)));
      SessionView view = result(store.sequences().view(key)).orElseThrow();
      List<Long> fresh = view.fresh().stream().map(FreshEvent::seq).toList();
      List<Release> releases = List.of(Release.event(false, fresh));
      result(store.sequences().release(key, view.nextPosition(), releases, NOW));
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
    result(store.topics().bind(attempt, ++lastId, NOW));
  }

  /** Telegram refuses to create the session's topic, and may be asked again ten seconds later. */
  void refuseTopic(String session, String reason) {
    String attempt = open(session, "of no effect");
    result(store.topics().fail(attempt, reason, NOW.plusSeconds(10)));
  }

  /** Shows what is next, with the call that it takes. */
  void show() {
    result(store.chats().calling(lease, NOW));
    result(store.outbox().confirm(lease, next(), new SentPart(++lastId, true, true), NOW));
  }

  /** Shows all that can be shown. */
  void showAll() {
    for (Optional<OutboxEntry> next = nextIfAny(); next.isPresent(); next = nextIfAny()) {
      result(store.outbox().confirm(lease, next.get(), new SentPart(++lastId, true, true), NOW));
    }
  }

  /** What is next cannot be shown. */
  void park(String reason) {
    result(store.outbox().park(lease, next(), reason, NOW));
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
    return result(store.topics().open(wanted, attempt, "marker-" + lastId, topic, NOW))
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
    return result(store.outbox().claim(lease, Set.of(), NOW));
  }
}
