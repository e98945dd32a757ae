package dev.hookline.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.lab.process.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {

  private Echo server;
  private FaultProxy proxy;

  @BeforeEach
  void open() {
    server = new Echo();
    proxy = new FaultProxy(Ports.free(), server.port(), remote -> FaultProxy.STRANGER);
  }

  @AfterEach
  void close() {
    proxy.close();
    server.close();
  }

  @Test
  void carries_bytes_and_ends_both_ways() throws IOException {
    try (Client client = new Client(proxy).isPatient()) {
      assertThat(client.says("hello").hears(5)).isEqualTo("hello");
      assertThat(client.ends().hears(1)).isEqualTo(Client.END);
    }
  }

  @Test
  void delays_what_goes_through() throws IOException {
    proxy.rule(Rule.of(Way.delayed(Duration.ofMillis(150)), Way.delayed(Duration.ofMillis(100))));
    try (Client client = new Client(proxy).isPatient()) {
      long before = System.nanoTime();
      client.says("hello").hears(5);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(249));
    }
  }

  @Test
  void limits_how_much_goes_through() throws IOException {
    proxy.rule(Rule.of(Way.limited(100_000), Way.FREE));
    try (Client client = new Client(proxy).isPatient()) {
      long before = System.nanoTime();
      client.says("x".repeat(30_000)).hears(30_000);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isGreaterThan(Duration.ofMillis(299));
    }
  }

  @Test
  void closes_what_is_open_when_it_is_cut() throws IOException {
    try (Client client = new Client(proxy).isPatient()) {
      client.says("hello").hears(5);

      proxy.rule(Rule.CUT);

      assertThat(client.hears(1)).isEqualTo(Client.END);
    }
  }

  @Test
  void refuses_new_connections_while_it_is_cut() {
    proxy.rule(Rule.CUT);

    assertThatThrownBy(() -> new Client(proxy)).isInstanceOf(ConnectException.class);
  }

  @Test
  void takes_connections_again_when_it_is_healed() throws IOException {
    proxy.rule(Rule.CUT);

    proxy.heal();

    try (Client client = new Client(proxy).isPatient()) {
      assertThat(client.says("hello").hears(5)).isEqualTo("hello");
    }
  }

  @Test
  void resets_open_connections() throws IOException {
    try (Client client = new Client(proxy).isPatient()) {
      client.says("hello").hears(5);

      proxy.rule(Rule.RESET);

      assertThatThrownBy(() -> client.hears(1)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void resets_callers_of_a_server_that_is_not_there() throws IOException {
    server.close();
    try (Client client = new Client(proxy).isPatient()) {
      assertThatThrownBy(() -> client.hears(1)).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void brings_what_it_held_when_it_is_healed() throws IOException {
    proxy.rule(Rule.HELD);
    try (Client client = new Client(proxy)) {
      assertThat(client.says("hello").hears(5)).isEqualTo(Client.SILENCE);

      proxy.heal();

      assertThat(client.isPatient().hears(5)).isEqualTo("hello");
    }
  }

  @Test
  void says_nothing_while_it_is_a_black_hole() throws IOException {
    try (Client client = new Client(proxy)) {
      client.isPatient().says("hello").hears(5);
      proxy.rule(Rule.BLACK_HOLE);
      try (Client late = new Client(proxy)) {
        assertThat(late.says("hello").ends().hears(1)).isEqualTo(Client.SILENCE);
      }
    }
  }

  @Test
  void never_goes_on_behind_bytes_that_were_swallowed() throws IOException {
    proxy.rule(Rule.BLACK_HOLE);
    try (Client client = new Client(proxy)) {
      client.says("hello").hears(5);

      proxy.heal();

      client.isPatient();
      assertThatThrownBy(() -> client.hears(1)).isInstanceOf(SocketException.class);
      assertThat(server.received()).isZero();
    }
  }

  @Test
  void can_break_the_way_back_alone() throws IOException {
    proxy.rule(Rule.of(Way.FREE, Way.SWALLOWED));
    try (Client client = new Client(proxy)) {
      assertThat(client.says("hello").hears(5)).isEqualTo(Client.SILENCE);
      assertThat(server.received()).isEqualTo(5);
    }
  }

  @Test
  void makes_a_sender_wait_that_is_faster_than_the_rule() throws Exception {
    proxy.rule(Rule.HELD);
    try (Client client = new Client(proxy)) {
      Thread sender = new Thread(() -> saysMuch(client), "sender");
      sender.setDaemon(true);
      sender.start();

      sender.join(500);

      assertThat(sender.isAlive()).as("still sending").isTrue();
      assertThat(server.received()).isZero();
    }
  }

  private static void saysMuch(Client client) {
    String megabyte = "x".repeat(1 << 20);
    try {
      for (int count = 0; count < 64; count++) {
        client.says(megabyte);
      }
    } catch (IOException closed) {
      // the test is over
    }
  }
}
