package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cluster's map of topics that are being made, over two real members and one that goes. */
@Timeout(60)
class AnnouncementTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static Nodes nodes;

  private final SessionKey session = new SessionKey(UUID.randomUUID().toString());

  @BeforeAll
  static void start() {
    nodes = Nodes.started(3);
    for (int i = 0; i < 3; i++) {
      Addresses.registerCodecs(nodes.get(i));
    }
  }

  @AfterAll
  static void close() {
    nodes.close();
  }

  @Test
  void lets_one_node_make_a_topic_and_the_other_wait_for_the_news() {
    // Given
    Desk maker = Desk.on(nodes.get(0), LONG);
    Desk waiter = Desk.on(nodes.get(1), LONG);
    assertThat(announces(maker, "maker")).isTrue();
    Future<Boolean> waiting = waiter.ask(desk -> desk.announce(session, "waiter", LONG));
    assertThat(announces(waiter, "asked after it")).isFalse();

    // When
    Nodes.await(maker.ask(desk -> desk.withdraw(session, "maker")));

    // Then: it does not wait for an hour; that it came too late to be refused is unlikely
    Nodes.await(waiting);
  }

  @Test
  void lets_who_waits_look_into_the_store_when_no_news_comes() {
    // Given
    Desk maker = Desk.on(nodes.get(0), LONG);
    Desk waiter = Desk.on(nodes.get(1), LONG);
    assertThat(announces(maker, "maker")).isTrue();

    // When
    Future<Boolean> waiting = waiter.ask(desk -> desk.announce(session, "waiter", SHORT));

    // Then
    assertThat(Nodes.await(waiting)).isFalse();
  }

  @Test
  void lets_another_node_make_it_when_the_maker_is_gone() {
    // Given
    Vertx going = nodes.get(2);
    assertThat(announces(Desk.on(going, SHORT), "maker")).isTrue();

    // When
    Nodes.await(going.close());

    // Then
    Desk other = Desk.on(nodes.get(0), SHORT);
    boolean first =
        Nodes.await(other.ask(desk -> desk.announce(session, "first", SHORT.multipliedBy(2))));
    assertThat(first || announces(other, "second")).isTrue();
  }

  private boolean announces(Desk desk, String token) {
    return Nodes.await(desk.ask(it -> it.announce(session, token, Duration.ZERO)));
  }
}
