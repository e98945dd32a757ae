package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.hookline.bus.BusOptions;
import dev.hookline.bus.BusVerticle;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example page, served from an origin of its own, on a node's bus. */
class BusPageTest extends BrowserTest {

  private static final Path PAGE = Path.of("../../clients/browser").toAbsolutePath().normalize();
  private static final String TOKEN = "the-token-of-the-bus";
  private static final SessionKey SESSION = new SessionKey("nightly-build");

  private final List<String> complaints = new ArrayList<>();
  private Vertx vertx;
  private Store store;
  private BusVerticle bus;
  private Page page;

  @BeforeEach
  void open(@TempDir Path directory) {
    vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory));
    HttpServer site = vertx.createHttpServer();
    site.requestHandler(
        request -> {
          String file = request.path().equals("/") ? "index.html" : request.path().substring(1);
          request.response().sendFile(PAGE.resolve(file).toString());
        });
    String origin = "http://localhost:" + result(site.listen(0)).actualPort();
    BusOptions options =
        new BusOptions(
            Optional.empty(),
            Optional.of(new BusOptions.Web("127.0.0.1", 0, Set.of(origin))),
            directory.resolve("bus.token"),
            BusOptions.Limits.DEFAULTS);
    bus = new BusVerticle(options, TOKEN::equals, Set.of(), store);
    result(vertx.deployVerticle(bus));
    page = chromium.browser().newPage();
    page.onPageError(complaints::add);
    page.navigate(origin);
  }

  @AfterEach
  void close() {
    page.close();
    result(store.close());
    result(vertx.close());
    assertThat(complaints).isEmpty();
  }

  @Test
  void shows_sessions_and_the_latest_event_of_each() {
    tell("one");
    connect(TOKEN);
    assertThat(page.locator("li")).containsText("nightly-build");
    assertThat(page.locator("li p")).containsText("1 · user_input · content of one");

    tell("two");

    assertThat(page.locator("li p")).containsText("2 · user_input · content of two");
    assertThat(page.locator("li b")).containsText("2 events");
  }

  @Test
  void says_what_is_wrong_with_the_token() {
    tell("secret");
    connect("a guess");

    assertThat(page.locator("output")).containsText("send the token");
    assertThat(page.locator("li")).hasCount(0);
  }

  private void connect(String token) {
    page.locator("[name=url]").fill("ws://127.0.0.1:" + bus.webPort() + "/bus/websocket");
    page.locator("[name=token]").fill(token);
    page.locator("button").click();
  }

  private void tell(String content) {
    result(store.events().accept(List.of(Sample.event(SESSION, content))));
    Addresses.EVENTS_STORED.tellAll(vertx.eventBus(), new SessionHint(SESSION));
  }
}
