package dev.hookline.ingest;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import dev.hookline.store.Pane;
import dev.hookline.store.Panes;
import dev.hookline.store.Panes.IdlePane;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Types what waits for agents into the panes in which they run, once their turn is over. Only for
 * agents that said on this node's own socket where they run: so it is this machine's user who runs
 * them. Confined to the event loop of its instance.
 */
final class Typing {

  private static final Logger LOGGER = LoggerFactory.getLogger(Typing.class);

  /** An agent that is kept at the end of its turn takes what is written by itself, and sooner. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Agents take an Enter that comes with a paste for a part of it. */
  private static final long ENTER_MILLIS = 300;

  private static final int MOST = 9_000;
  private static final String TYPED = "typed:";

  private final Vertx vertx;
  private final Replies replies;
  private final Panes panes;
  private final Clock clock;
  private final Tmux tmux;
  private final String node;
  private final long chat;
  private final Supplier<String> ids;
  private final boolean wanted;

  private boolean busy;

  /**
   * @param node this node's name in the store
   * @param chat the chat whose messages show what became of texts
   * @param wanted whether to type at all
   */
  Typing(Vertx vertx, Store store, String node, long chat, Supplier<String> ids, boolean wanted) {
    this.vertx = vertx;
    this.replies = store.replies();
    this.panes = store.panes();
    this.clock = store.clock();
    this.tmux = new Tmux(vertx);
    this.node = node;
    this.chat = chat;
    this.ids = ids;
    this.wanted = wanted;
  }

  /** An agent on this machine runs there. */
  void report(PaneHeaders.Named pane, SessionKey session) {
    if (wanted) {
      panes
          .report(pane.of(session), node, clock.instant())
          .onFailure(cause -> LOGGER.atDebug().setCause(cause).log("a pane is not written down"));
    }
  }

  /** A second has passed. */
  void tick() {
    if (busy || !wanted) {
      return;
    }
    busy = true;
    panes
        .idle(node, clock.instant().minus(GRACE))
        .compose(this::typeAll)
        .onFailure(cause -> LOGGER.atDebug().setCause(cause).log("nothing can be typed now"))
        .onComplete(ignored -> busy = false);
  }

  private Future<Void> typeAll(List<IdlePane> idle) {
    Future<Void> done = Future.succeededFuture();
    for (IdlePane one : idle) {
      done = done.compose(ignored -> type(one));
    }
    return done;
  }

  private Future<Void> type(IdlePane idle) {
    SessionKey session = idle.pane().session();
    String exchange = TYPED + ids.get();
    Listener listener =
        new Listener(session, idle.source(), idle.event(), exchange, Way.TERMINAL, false, MOST);
    return replies
        .hear(listener, clock.instant())
        .compose(
            heard ->
                heard.texts().isEmpty()
                    ? Future.succeededFuture()
                    : type(idle.pane(), exchange, words(heard.texts())));
  }

  private Future<Void> type(Pane pane, String exchange, String words) {
    String buffer = "hookline-" + exchange.replaceAll("[^A-Za-z0-9]", "");
    return tmux.paste(pane, buffer, words)
        .compose(
            pasted ->
                pasted
                    ? vertx.timer(ENTER_MILLIS).compose(ignored -> enter(pane, exchange))
                    : closed(pane, exchange))
        .onFailure(cause -> LOGGER.atWarn().setCause(cause).log("nobody knows what was typed"))
        .otherwiseEmpty(); // then the text is in doubt in a minute, and its topic says so
  }

  private Future<Void> enter(Pane pane, String exchange) {
    return tmux.enter(pane)
        .compose(
            entered ->
                entered
                    ? replies.delivered(pane.session(), exchange)
                    : Future.failedFuture("the pane changed between a text and its Enter"))
        .onSuccess(ignored -> Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(chat)));
  }

  private Future<Void> closed(Pane pane, String exchange) {
    LOGGER
        .atInfo()
        .addKeyValue("session", pane.session())
        .log("the agent's pane is gone or is another's; what was written waits");
    return replies
        .release(pane.session(), exchange)
        .compose(ignored -> panes.forget(pane.session()));
  }

  private static String words(List<QueuedReply> texts) {
    return Typed.of(texts.stream().map(QueuedReply::text).collect(Collectors.joining("\n\n")));
  }
}
