package dev.hookline.telegram.reply;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.ReplyWaiting;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageConsumer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Fetches the files that people send to agents, one after the other, and puts them where an agent
 * on this machine can read them. Telegram counts these calls for no chat. Confined to the event
 * loop of who reads the updates.
 */
public final class Fetching {

  private static final long SWEEP_MILLIS = 3_000;
  private static final int TRIES = 3;

  private final Vertx vertx;
  private final BotGateway gateway;
  private final Replies replies;
  private final Clock clock;
  private final Shelf shelf;
  private final long chat;

  private MessageConsumer<ReplyWaiting> hints;
  private long sweep;
  private boolean busy;
  private boolean stopped;
  private String failing = "";
  private int failures;

  /**
   * @param gateway used on this event loop alone
   * @param directory for these files alone
   */
  public Fetching(
      Vertx vertx, BotGateway gateway, Replies replies, Clock clock, Path directory, long chat) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.replies = replies;
    this.clock = clock;
    this.shelf = new Shelf(directory);
    this.chat = chat;
  }

  /** Begins. */
  public void start() {
    hints = Addresses.REPLY_WAITING.receive(vertx.eventBus(), ignored -> look());
    sweep = vertx.setPeriodic(SWEEP_MILLIS, ignored -> look());
    look();
  }

  /** Begins nothing new. */
  public void stop() {
    stopped = true;
    hints.unregister();
    vertx.cancelTimer(sweep);
  }

  private void look() {
    if (busy || stopped) {
      return;
    }
    busy = true;
    replies
        .unfetched(chat, 1)
        .compose(found -> found.isEmpty() ? Future.succeededFuture(false) : fetch(found))
        .otherwise(false) // the store is away, or the disk is full: in the next sweep
        .onSuccess(
            done -> {
              busy = false;
              if (done) {
                look();
              }
            });
  }

  /** Completes with whether the text can be given now. */
  private Future<Boolean> fetch(List<QueuedReply> found) {
    QueuedReply reply = found.get(0);
    AttachedFile file = AttachedFile.fromStored(reply.file());
    return content(file)
        .compose(
            content ->
                content == null
                    ? failed(reply, file)
                    : vertx
                        .executeBlocking(() -> put(reply, file, content))
                        .compose(path -> finish(reply, "[file: " + path + "]", "")));
  }

  private Path put(QueuedReply reply, AttachedFile file, Buffer content) throws Exception {
    return shelf.put(reply.message() + "-" + file.name(), content.getBytes(), clock.instant());
  }

  /** Null when it is not to be had now. */
  private Future<Buffer> content(AttachedFile file) {
    return gateway
        .file(file.id())
        .compose(
            where ->
                where instanceof CallOutcome.Done<String> done && !done.value().startsWith("/")
                    ? gateway.download(done.value(), AttachedFile.MOST_BYTES)
                    : Future.succeededFuture(null))
        .map(read -> read instanceof CallOutcome.Done<Buffer> done ? done.value() : null);
  }

  private Future<Boolean> failed(QueuedReply reply, AttachedFile file) {
    failures = file.id().equals(failing) ? failures + 1 : 1;
    failing = file.id();
    return failures < TRIES
        ? Future.succeededFuture(false)
        : finish(
            reply,
            "[a file, " + file.name() + ", could not be fetched]",
            "The file " + file.name() + " could not be fetched; the agent is told so.");
  }

  private Future<Boolean> finish(QueuedReply reply, String line, String words) {
    String text = reply.text().isEmpty() ? line : reply.text() + "\n\n" + line;
    return replies
        .fetched(reply, text, words, clock.instant())
        .onSuccess(
            ignored -> {
              Addresses.REPLY_WAITING.tellAll(vertx.eventBus(), new ReplyWaiting(reply.session()));
              Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(chat));
            })
        .map(true);
  }
}
