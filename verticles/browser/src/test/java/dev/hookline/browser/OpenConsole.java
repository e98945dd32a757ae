package dev.hookline.browser;

import static dev.hookline.testkit.Waits.result;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.hookline.console.ConsoleOptions;
import dev.hookline.console.ConsoleVerticle;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ClusterState;
import dev.hookline.messages.NodeState;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** A real store, a node that fills it, a console on it, and the console's page in a browser. */
final class OpenConsole implements AutoCloseable {

  static final int BUDGET = 18;
  static final String LINK = "https://telegram.example/{chat}/{topic}/{message}";

  private final Vertx vertx = Vertx.vertx();
  private final Store store;
  private final ConsoleVerticle console;
  private final Node node;
  private final Tab tab;

  /**
   * @param directory for the store and the token
   */
  OpenConsole(Browser browser, Path directory, int width, int height) {
    Addresses.registerCodecs(vertx);
    Clock clock = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    store = result(FreshStore.in(vertx, directory, clock));
    console =
        new ConsoleVerticle(
            new ConsoleOptions("127.0.0.1", 0, token(directory), BUDGET, LINK),
            store,
            clock,
            System::nanoTime);
    result(vertx.deployVerticle(console));
    node = new Node(store, vertx.eventBus());
    tab = new Tab(browser, width, height);
  }

  Node node() {
    return node;
  }

  /** From now on, the console's node is in this cluster. */
  void sees(ClusterState cluster) {
    NodeState.of(vertx).note(cluster);
  }

  Page page() {
    return tab.page();
  }

  /** What the browser complained about: errors, warnings, what the page may not load. */
  List<String> complaints() {
    return tab.complaints();
  }

  /** The page's address, without what signs a browser in. */
  String address() {
    return "http://127.0.0.1:" + console.port() + "/";
  }

  /** Opens the link that is printed when Hookline starts. */
  void signIn() {
    page().navigate(console.link());
  }

  /** Opens what is at a path, signed in. */
  void open(String path) {
    page().context().request().get(console.link()); // which keeps the cookie, and opens no page
    page().navigate(address() + path.substring(1));
  }

  @Override
  public void close() {
    tab.close();
    result(store.close());
    result(vertx.close());
  }

  private static Path token(Path directory) {
    try {
      return Files.writeString(directory.resolve("ingest.token"), "a-secret-of-this-test\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
