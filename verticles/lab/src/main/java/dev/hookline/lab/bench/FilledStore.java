package dev.hookline.lab.bench;

import dev.hookline.app.Sources;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
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
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A store with so many sessions, each of which has shown ten events, and the way of further events
 * through it: taken in, put in order, claimed, counted, confirmed. All but the call itself.
 */
final class FilledStore implements AutoCloseable {

  private static final long CHAT = -1001;
  private static final long FIRST_OWN_THREAD = 500_000_000;
  private static final int TALKING = 10; // sessions whose events are measured

  private static final List<String> FILL =
      List.of(
          """
          INSERT INTO session (session_id, chat_id, topic_state, topic_since, thread_id, next_seq,
            next_position, shown_position, created_at, last_event_at)
          SELECT 'old-' || i, -1001, 'BOUND', 1, 100000 + i, 11, 11, 10, 1, 1
          FROM generate_series(1, %d) AS s(i)""",
          """
          INSERT INTO event (session_id, seq, source_id, event_id, type, received_at, body, state,
            position, place)
          SELECT 'old-' || i, k, 'old-' || i, 'event-' || k, 'user_input', 1,
            '{"content":"what somebody said"}', 'PLACED', k, 0
          FROM generate_series(1, %d) AS s(i) CROSS JOIN generate_series(1, 10) AS t(k)""",
          """
          INSERT INTO outbox (session_id, position, chat_id, kind, state, changed_at)
          SELECT 'old-' || i, k, -1001, 'EVENT', 'SENT', 1
          FROM generate_series(1, %d) AS s(i) CROSS JOIN generate_series(1, 10) AS t(k)""",
          """
          INSERT INTO topic_attempt (attempt_id, session_id, chat_id, generation, epoch, marker,
            name, state, low_message_id, thread_id, opened_at, since)
          SELECT 'of-' || i, 'old-' || i, -1001, 1, 1, 'm' || i, 'n', 'BOUND', 1, 100000 + i, 1, 1
          FROM generate_series(1, %d) AS s(i)""",
          """
          INSERT INTO message (chat_id, message_id, thread_id, session_id, position, part)
          SELECT -1001, 1000000 + i * 20 + k, 100000 + i, 'old-' || i, k, 0
          FROM generate_series(1, %d) AS s(i) CROSS JOIN generate_series(1, 10) AS t(k)""");

  private final Store store;
  private final Sources sources;
  private final ChatLease lease;
  private long told;

  private FilledStore(Store store, Sources sources, ChatLease lease) {
    this.store = store;
    this.sources = sources;
    this.lease = lease;
  }

  static FilledStore open(Vertx vertx, String url, int sessions, Sources sources)
      throws SQLException {
    JdbcStoreOptions options = JdbcStoreOptions.of(url);
    Store store = JdbcStore.open(vertx, options, sources.clock(), sources.nanoTime()).await();
    fill(url, sessions);
    Instant now = store.clock().instant();
    ChatLease lease =
        store.chats().take(CHAT, "bench", Duration.ofHours(1), now).await().orElseThrow();
    return new FilledStore(store, sources, lease);
  }

  /** Takes so many events all the way; answers how long each took, in milliseconds. */
  List<Double> show(int events) {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      SessionKey session = new SessionKey("talking-" + told % TALKING);
      long began = sources.nanoTime().getAsLong();
      accept(session);
      putInOrder(session);
      double accepted = millisSince(began);
      giveTopic(session); // only its first event needs it
      long due = sources.nanoTime().getAsLong();
      send();
      taken.add(accepted + millisSince(due));
      told++;
    }
    return taken;
  }

  @Override
  public void close() {
    store.close().await();
  }

  private void accept(SessionKey session) {
    Instant now = now();
    HookEvent event =
        new HookEvent(
            session.value(),
            "event-" + told,
            EventType.USER_INPUT,
            session,
            now,
            "what somebody said, number " + told,
            new JsonObject(),
            null);
    store.events().accept(List.of(NewEvent.of(event, CHAT, now))).await();
  }

  private void putInOrder(SessionKey session) {
    SessionView view = store.sequences().view(session).await().orElseThrow();
    List<Long> fresh = view.fresh().stream().map(FreshEvent::seq).toList();
    List<Release> releases = List.of(Release.event(false, fresh));
    store.sequences().release(session, view.nextPosition(), releases, now()).await();
  }

  private void giveTopic(SessionKey session) {
    SessionTopic topic = store.topics().of(session).await().orElseThrow();
    if (topic.state() == SessionTopic.State.NEEDED) {
      String name = "attempt of " + session;
      store.topics().open(topic, name, name, name, now()).await();
      store.topics().bind(name, FIRST_OWN_THREAD + told, now()).await();
    }
  }

  private void send() {
    OutboxEntry entry = store.outbox().claim(lease, Set.of(), now()).await().orElseThrow();
    store.chats().calling(lease, now()).await();
    SentPart sent = new SentPart(2 * FIRST_OWN_THREAD + told, true, true);
    store.outbox().confirm(lease, entry, sent, now()).await();
  }

  private Instant now() {
    return store.clock().instant();
  }

  private double millisSince(long began) {
    return (sources.nanoTime().getAsLong() - began) / 1e6;
  }

  private static void fill(String url, int sessions) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : FILL) {
        statement.execute(sql.formatted(sessions));
      }
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT"); // what was filled in is not to be written while we measure
    }
  }
}
