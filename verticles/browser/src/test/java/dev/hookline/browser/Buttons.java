package dev.hookline.browser;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.ButtonIds;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The buttons below messages, of agents that wait for an answer where they ask. */
final class Buttons implements AutoCloseable {

  private static final long CHAT = -1001;

  private final Vertx vertx = Vertx.vertx();
  private final Store store;
  private final Questions questions;
  private final ChatLease lease;
  private int asked;

  /**
   * @param directory for the store
   */
  Buttons(Path directory) {
    store = result(FreshStore.in(vertx, directory));
    questions = new Questions(store.approvals(), new ButtonIds());
    Instant now = store.clock().instant();
    lease = result(store.chats().take(CHAT, "node", Duration.ofHours(1), now)).orElseThrow();
  }

  /** As the Bot API wants them. */
  Optional<JsonObject> below(Exhibit.Message message) {
    HookEvent event = message.entry().events().get(0);
    boolean asks = event.type() == EventType.APPROVAL_REQUEST;
    OutboxEntry entry = asks ? Exhibit.entry(waiting(event)) : message.entry();
    List<List<Keyboard.Key>> rows =
        result(questions.prepare(lease, entry, message.part())).keyboard().rows();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new JsonObject().put("inline_keyboard", json(rows)));
  }

  /** The same event, asked by an agent that holds its connection. */
  private HookEvent waiting(HookEvent event) {
    String name = "asked-" + ++asked;
    Instant now = store.clock().instant();
    SessionKey session = new SessionKey(name);
    HookEvent same =
        new HookEvent(
            name, name, event.type(), session, now, event.content(), event.metadata(), null);
    Instant until = now.plus(Duration.ofHours(1));
    result(
        store
            .approvals()
            .hold(new NewApproval(name, name, name, session, name, until, until), now));
    result(store.events().accept(List.of(NewEvent.of(same, CHAT, now))));
    result(store.sequences().release(session, 1, List.of(Release.event(false, List.of(1L))), now));
    return same;
  }

  private static JsonArray json(List<List<Keyboard.Key>> rows) {
    JsonArray all = new JsonArray();
    for (List<Keyboard.Key> row : rows) {
      JsonArray keys = new JsonArray();
      row.forEach(
          key ->
              keys.add(new JsonObject().put("text", key.label()).put("callback_data", key.data())));
      all.add(keys);
    }
    return all;
  }

  @Override
  public void close() {
    result(store.close());
    result(vertx.close());
  }
}
