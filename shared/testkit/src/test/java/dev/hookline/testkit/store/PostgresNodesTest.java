package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import dev.hookline.store.NewEvent;
import dev.hookline.store.NewReply;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Receipt;
import dev.hookline.store.Release;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Sighting;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.store.Store;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What holds when several nodes write to one PostgreSQL at the same time. */
@Tag("postgres")
class PostgresNodesTest {

  private static final long CHAT = StoreContract.CHAT;
  private static final Instant NOW = Sample.NOW;
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final int ROUNDS = 40; // of a race: a lock that is missing loses one of them

  @TempDir static Path data;
  private static PostgresServer server;

  private Vertx vertx;
  private String url;
  private List<Store> nodes;

  @BeforeAll
  static void start() {
    server = PostgresServer.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void openNodes(TestInfo test) {
    vertx = Vertx.vertx();
    url = server.url("t" + Integer.toHexString(test.getDisplayName().hashCode()));
    nodes = result(Future.all(open(), open(), open())).list();
  }

  @AfterEach
  void closeNodes() {
    nodes.forEach(node -> result(node.close()));
    result(vertx.close());
  }

  @Test
  void takes_an_event_that_reaches_all_nodes_at_once_as_one() {
    for (int round = 0; round < ROUNDS; round++) {
      NewEvent event = Sample.event(session(round), "same");

      List<Receipt> receipts = onAll(node -> accept(node, event));

      assertThat(receipts).extracting(Receipt::duplicate).containsOnlyOnce(false);
    }
  }

  @Test
  void takes_a_firing_that_reaches_all_nodes_at_once_as_one() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionKey session = session(round);

      List<Receipt> receipts =
          onAll(node -> accept(node, Sample.firing(session, "id-" + node.hashCode(), "k", NOW)));

      assertThat(receipts).extracting(Receipt::duplicate).containsOnlyOnce(false);
    }
  }

  @Test
  void gives_each_text_on_one_node_when_its_agent_can_be_told_on_all_at_once() {
    for (int round = 0; round < ROUNDS; round++) {
      HookEvent stop =
          Sample.typed(EventType.TURN_COMPLETE, session(round), "stop-" + round).event();
      accept(nodes.get(0), NewEvent.of(stop, CHAT, NOW));
      write(stop.session(), 10 + round);

      List<Integer> given =
          AtOnce.run(3, number -> hear(nodes.get(number), stop, "exchange " + number));

      assertThat(given).containsExactlyInAnyOrder(0, 0, 2);
    }
  }

  private void write(SessionKey session, long thread) {
    Store node = nodes.get(0);
    String name = session.value();
    SessionTopic topic = result(node.topics().of(session)).orElseThrow();
    result(node.topics().open(topic, name, name, name, NOW));
    result(node.topics().bind(name, thread, NOW));
    for (long update = thread * 10; update < thread * 10 + 2; update++) {
      IncomingUpdate told = new IncomingUpdate(update, CHAT, 1_000 + update, thread, "{}");
      result(node.updates().store(7, List.of(told), NOW));
      NewReply reply = new NewReply(7, update, CHAT, thread, 1_000 + update, 5, "Ann", "go on", "");
      result(node.replies().take(reply, NOW));
    }
  }

  private static int hear(Store node, HookEvent stop, String exchange) {
    Listener listener =
        new Listener(stop.session(), stop.source(), stop.id(), exchange, Way.STOP, false, 9_000);
    return result(node.replies().hear(listener, NOW)).texts().size();
  }

  @Test
  void counts_a_sources_numbers_across_nodes_without_a_hole() {
    for (int round = 0; round < ROUNDS; round++) {
      SessionKey session = session(round);

      List<Receipt> receipts =
          AtOnce.run(3, number -> accept(nodes.get(number), Sample.numbered(session, number + 1)));

      assertThat(receipts).extracting(Receipt::ackedThrough).contains(3L);
    }
  }

  @Test
  void gives_events_of_one_session_from_several_nodes_their_own_places() {
    SessionKey session = session(0);

    AtOnce.run(
        3,
        number -> {
          for (int i = 0; i < ROUNDS; i++) {
            accept(nodes.get(number), Sample.event(session, number + "-" + i));
          }
          return null;
        });

    assertThat(result(nodes.get(0).sequences().view(session)).orElseThrow().fresh())
        .extracting("seq")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 3 * ROUNDS).mapToObj(seq -> (Object) (long) seq).toList());
  }

  @Test
  void claims_a_topic_for_one_node() {
    take(nodes.get(0));
    for (int round = 0; round < ROUNDS; round++) {
      SessionTopic topic = waiting(session(round));
      int now = round;

      List<Boolean> claimed =
          AtOnce.run(3, node -> claim(nodes.get(node), topic, now + "-" + node));

      assertThat(claimed).containsOnlyOnce(true);
    }
  }

  @Test
  void claims_no_topic_again_in_the_moment_in_which_it_is_bound() {
    take(nodes.get(0));
    for (int round = 0; round < ROUNDS; round++) {
      SessionTopic topic = waiting(session(round));
      String first = "first-" + round;
      String second = "second-" + round;
      claim(nodes.get(0), topic, first);
      long thread = 1_000L + round;

      List<Boolean> done =
          AtOnce.run(
              2,
              thing ->
                  thing == 0
                      ? result(nodes.get(0).topics().bind(first, thread, NOW))
                      : claim(nodes.get(1), topic, second));

      assertThat(done).containsExactly(true, false);
    }
  }

  @Test
  void never_takes_a_topic_for_an_orphan_in_the_moment_in_which_it_is_bound() {
    take(nodes.get(0));
    for (int round = 0; round < ROUNDS; round++) {
      SessionKey session = session(round);
      String attempt = "a-" + round;
      claim(nodes.get(0), waiting(session), attempt);
      long thread = 1_000L + round;

      AtOnce.run(
          2,
          thing ->
              thing == 0
                  ? result(nodes.get(0).topics().bind(attempt, thread, NOW))
                  : result(nodes.get(1).topics().sighted(CHAT, thread, "m-" + attempt, NOW))
                      .verdict()
                      .equals(Sighting.Verdict.BOUND));

      assertThat(result(nodes.get(0).topics().unsettled(NOW.plusSeconds(60), 10)))
          .filteredOn(found -> found.state() == TopicAttempt.State.ORPHAN)
          .isEmpty();
    }
  }

  @Test
  void leaves_nothing_in_flight_with_a_holder_in_the_moment_in_which_it_is_replaced() {
    SessionKey session = session(0);
    bind(session, ROUNDS);
    ChatLease first = take(nodes.get(0));
    for (int round = 0; round < ROUNDS; round++) {
      ChatLease held = first;

      List<Object> done =
          AtOnce.run(2, thing -> thing == 0 ? claimOr(nodes.get(0), held) : take(nodes.get(1)));

      ChatLease next = (ChatLease) done.get(1);
      List<OutboxEntry> doubted = result(nodes.get(1).outbox().doubted(next));
      boolean claimed = done.get(0) instanceof OutboxEntry;
      assertThat(doubted).hasSize(claimed ? 1 : 0);
      doubted.forEach(
          entry -> result(nodes.get(1).outbox().putBack(next, entry, "again", Instant.EPOCH)));
      first = next;
    }
  }

  @Test
  void keeps_leases_by_the_databases_clock_wherever_a_node_believes_to_be_in_time() {
    Store late = result(open(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
    nodes.forEach(node -> assertThat(node.clock().instant()).isNotEqualTo(Instant.EPOCH));

    take(late);

    assertThat(result(nodes.get(0).chats().take(CHAT, "other", LIFETIME, NOW))).isEmpty();
    assertThat(late.clock().instant()).isCloseTo(databaseTime(), within(1, ChronoUnit.SECONDS));
    result(late.close());
  }

  @Test
  void lets_a_lease_end_after_its_lifetime() {
    assertThat(result(nodes.get(0).chats().take(CHAT, "one", Duration.ofMillis(300), NOW)))
        .isPresent();
    Instant until = databaseTime().plusMillis(300);

    Optional<ChatLease> taken = Optional.empty();
    while (taken.isEmpty()) {
      taken = result(nodes.get(1).chats().take(CHAT, "two", LIFETIME, NOW));
    }

    assertThat(databaseTime()).isAfter(until.minusMillis(300));
  }

  @Test
  void keeps_a_text_that_postgresql_could_not() {
    SessionKey session = session(0);
    JsonObject metadata = new JsonObject().put(MetadataKeys.PROJECT_DIR, "a\0b");

    accept(nodes.get(0), Sample.with(metadata, session, "first"));

    assertThat(result(nodes.get(1).topics().of(session)).orElseThrow().project())
        .isEqualTo("a\ufffdb");
    assertThat(result(nodes.get(1).sequences().view(session)).orElseThrow().fresh())
        .extracting(fresh -> fresh.event().metadata().getString(MetadataKeys.PROJECT_DIR))
        .containsExactly("a\0b");
  }

  @Test
  void refuses_the_changes_of_a_holder_that_was_replaced_on_another_node() {
    ChatLease stale = take(nodes.get(0));
    take(nodes.get(1));

    assertThat(failure(nodes.get(0).chats().calling(stale, NOW)))
        .isInstanceOf(StaleLeaseException.class);
  }

  private Future<Store> open() {
    return open(Clock.systemUTC());
  }

  private Future<Store> open(Clock clock) {
    return JdbcStore.open(vertx, JdbcStoreOptions.of(url), clock, System::nanoTime);
  }

  private <T> List<T> onAll(Function<Store, T> work) {
    return AtOnce.run(nodes.size(), node -> work.apply(nodes.get(node)));
  }

  private static SessionKey session(int round) {
    return new SessionKey("s-" + round);
  }

  private static Receipt accept(Store node, NewEvent event) {
    return result(node.events().accept(List.of(event))).get(0);
  }

  private static ChatLease take(Store node) {
    return result(node.chats().take(CHAT, "node", LIFETIME, NOW)).orElseThrow();
  }

  /** A session with an entry that waits for its topic. */
  private SessionTopic waiting(SessionKey session) {
    accept(nodes.get(0), Sample.event(session, "first"));
    result(
        nodes
            .get(0)
            .sequences()
            .release(session, 1, List.of(Release.event(false, List.of(1L))), NOW));
    return result(nodes.get(0).topics().of(session)).orElseThrow();
  }

  /** A session with a topic. */
  private void bind(SessionKey session, long thread) {
    claim(nodes.get(0), waiting(session), "of-" + session);
    result(nodes.get(0).topics().bind("of-" + session, thread, NOW));
  }

  private static boolean claim(Store node, SessionTopic topic, String attempt) {
    return result(node.topics().open(topic, attempt, "m-" + attempt, "m-" + attempt, NOW))
        .isPresent();
  }

  /** The entry that was claimed; something else when none was. */
  private static Object claimOr(Store node, ChatLease lease) {
    Future<Optional<OutboxEntry>> claimed = node.outbox().claim(lease, Set.of(), NOW);
    Object refused = new Object();
    return result(
        claimed
            .map(entry -> entry.map(Object.class::cast).orElse(refused))
            .recover(
                cause ->
                    cause instanceof StaleLeaseException
                        ? Future.succeededFuture(refused)
                        : Future.failedFuture(cause)));
  }

  private Instant databaseTime() {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
      rows.next();
      return rows.getTimestamp(1).toInstant();
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
