package dev.hookline.console;

import static dev.hookline.console.Browser.await;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;

import dev.hookline.messages.Addresses;
import dev.hookline.store.SessionTopic.State;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** A console that is open on any free port, on a board whose 42 events are all shown. */
final class OpenConsole implements AutoCloseable {

  static final String LINK = "https://t.me/c/{channel}/{topic}/{message}";
  static final String SECRET = "the-ingest-token-that-nobody-may-see";

  private final Vertx vertx = Vertx.vertx();
  private final Board board =
      new Board(facts(totals(42, 0, 0), List.of(session("s1", State.BOUND, 0)), chat(3)));
  private final Path tokenFile = tokenFile();
  private final ConsoleVerticle verticle =
      new ConsoleVerticle(
          new ConsoleOptions("127.0.0.1", 0, tokenFile, 18, LINK),
          board,
          Clock.fixed(Given.NOW, ZoneOffset.UTC),
          System::nanoTime);
  private final Browser browser;

  OpenConsole() {
    Addresses.registerCodecs(vertx);
    await(vertx.deployVerticle(verticle));
    browser = new Browser(vertx, verticle.port());
  }

  Vertx vertx() {
    return vertx;
  }

  Board board() {
    return board;
  }

  /** One that is not signed in. */
  Browser browser() {
    return browser;
  }

  String link() {
    return verticle.link();
  }

  int port() {
    return verticle.port();
  }

  @Override
  public void close() {
    await(vertx.close());
    tokenFile.toFile().delete();
  }

  private static Path tokenFile() {
    try {
      return Files.writeString(Files.createTempFile("hookline", ".token"), SECRET + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
