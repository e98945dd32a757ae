package dev.hookline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An emulator, a bot that talks to it, and its page in a browser. */
final class OpenChat implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Vertx vertx = Vertx.vertx();
  private final EmulatorVerticle emulator =
      new EmulatorVerticle(EmulatorOptions.forTests(), Clock.systemUTC());
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Bot bot;
  private final BrowserContext context;
  private final Page page;

  OpenChat(Browser browser, int width, int height) {
    await(vertx.deployVerticle(emulator));
    bot = new Bot(emulator.apiRoot(), EmulatorOptions.TOKEN, EmulatorOptions.CHAT);
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
  }

  Bot bot() {
    return bot;
  }

  Page page() {
    return page;
  }

  /** What the browser complained about: errors, warnings, what the page may not load. */
  List<String> complaints() {
    return complaints;
  }

  void open() {
    page.navigate("http://127.0.0.1:" + emulator.controlPort() + "/");
  }

  /** Opens the page at a topic. */
  void open(int thread) {
    page.navigate(
        "http://127.0.0.1:" + emulator.controlPort() + "/#/" + EmulatorOptions.CHAT + "/" + thread);
  }

  @Override
  public void close() {
    context.close();
    await(vertx.close());
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
