package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node does when its PostgreSQL goes away and comes back. */
@Tag("postgres")
class PostgresOutageTest {

  private static final SessionKey SESSION = new SessionKey("s-1");

  @TempDir Path directory;
  private Vertx vertx;
  private PostgresServer server;
  private Store store;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    server = PostgresServer.start(directory);
    store = result(JdbcStore.open(vertx, options(), Clock.systemUTC(), System::nanoTime));
  }

  @AfterEach
  void close() {
    result(store.close());
    server.close();
    result(vertx.close());
  }

  @Test
  void says_that_it_cannot_be_used_while_the_server_is_down_and_goes_on_when_it_is_back() {
    accept(Sample.event(SESSION, "before"));
    server.crash();

    assertThat(failure(store.events().accept(List.of(Sample.event(SESSION, "meanwhile")))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(failure(store.topics().of(SESSION))).isInstanceOf(StoreUnavailableException.class);

    server.restart();

    assertThat(accept(Sample.event(SESSION, "before")).duplicate()).isTrue();
    assertThat(accept(Sample.event(SESSION, "after")).duplicate()).isFalse();
    assertThat(result(store.topics().of(SESSION))).isPresent();
  }

  @Test
  void names_no_secret_when_the_server_cannot_be_reached() {
    server.crash();
    String url = server.url() + "&password=hunter2";

    Throwable cause =
        failure(
            JdbcStore.open(vertx, JdbcStoreOptions.of(url), Clock.systemUTC(), System::nanoTime));

    assertThat(cause)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("refused")
        .hasMessageNotContaining("hunter2");
    assertThat(JdbcStoreOptions.of(url).toString()).doesNotContain("hunter2");
    server.restart();
  }

  private JdbcStoreOptions options() {
    return JdbcStoreOptions.of(server.url());
  }

  private Receipt accept(NewEvent event) {
    return result(store.events().accept(List.of(event))).get(0);
  }
}
