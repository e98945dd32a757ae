package dev.hookline.browser;

import static dev.hookline.testkit.Waits.result;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** An emulator, a bot that talks to it, and its page in a browser. */
final class OpenChat implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final EmulatorVerticle emulator =
      new EmulatorVerticle(EmulatorOptions.forTests(), Clock.systemUTC());
  private final Bot bot;
  private final Tab tab;

  OpenChat(Browser browser, int width, int height) {
    result(vertx.deployVerticle(emulator));
    bot = new Bot(emulator.apiRoot(), EmulatorOptions.TOKEN, EmulatorOptions.CHAT);
    tab = new Tab(browser, width, height);
  }

  Bot bot() {
    return bot;
  }

  Page page() {
    return tab.page();
  }

  /** What the browser complained about: errors, warnings, what the page may not load. */
  List<String> complaints() {
    return tab.complaints();
  }

  void open() {
    page().navigate("http://127.0.0.1:" + emulator.controlPort() + "/");
  }

  /** Opens the page at a topic. */
  void open(int thread) {
    page()
        .navigate(
            "http://127.0.0.1:"
                + emulator.controlPort()
                + "/#/"
                + EmulatorOptions.CHAT
                + "/"
                + thread);
  }

  @Override
  public void close() {
    tab.close();
    result(vertx.close());
  }
}
