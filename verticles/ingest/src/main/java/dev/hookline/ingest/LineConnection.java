package dev.hookline.ingest;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.NewEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the line socket. Its lines are stored in their order: what arrives while some
 * are being stored waits, and its sender waits too when that is much. Confined to the event loop of
 * its instance.
 *
 * <p>Nothing is answered, with one exception: who asks for an approval waits for any line about its
 * session, and gets one that decides nothing, so that the terminal asks at once.
 */
final class LineConnection {

  private static final Logger LOGGER = LoggerFactory.getLogger(LineConnection.class);
  private static final int AT_ONCE = 100; // lines in one transaction

  private final NetSocket socket;
  private final LineIntake intake;
  private final Consumer<LineConnection> waits;
  private final int enough;
  private final LineSplitter splitter;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Promise<Void> done = Promise.promise();

  private int waitingBytes;
  private boolean storing;
  private boolean ended;

  /**
   * @param waits told when there is something to do; calls {@link #goOn} when it is our turn
   * @param longest bytes in a line; as many may wait before the sender has to
   */
  LineConnection(NetSocket socket, LineIntake intake, Consumer<LineConnection> waits, int longest) {
    this.socket = socket;
    this.intake = intake;
    this.waits = waits;
    this.enough = longest;
    this.splitter = new LineSplitter(longest, this::arrived, this::tooLong);
  }

  /**
   * Takes what comes.
   *
   * @return completes when the sender has gone and all its lines are stored
   */
  Future<Void> serve() {
    socket.handler(this::feed);
    socket.endHandler(ignored -> end()); // after the last bytes, which closing does not wait for
    socket.exceptionHandler(
        cause -> LOGGER.atDebug().setCause(cause).log("a sender of lines broke off"));
    return done.future();
  }

  private void feed(Buffer bytes) {
    splitter.feed(bytes);
    if (waitingBytes > enough) {
      socket.pause();
    }
  }

  private void end() {
    splitter.end();
    ended = true;
    goOn();
  }

  private void arrived(byte[] line) {
    waiting.add(line);
    waitingBytes += line.length;
    waits.accept(this);
  }

  private void tooLong() {
    LOGGER
        .atWarn()
        .addKeyValue("bytes", "more than " + enough)
        .log("left out a line from the line socket");
  }

  /** Stores what waits, unless that is under way. */
  void goOn() {
    if (storing) {
      return;
    }
    if (!waiting.isEmpty()) {
      storing = true;
      intake.store(next()).onSuccess(this::stored).onFailure(this::lost);
    } else if (ended) {
      done.tryComplete();
    } else {
      socket.resume();
    }
  }

  private List<byte[]> next() {
    List<byte[]> lines = new ArrayList<>();
    while (!waiting.isEmpty() && lines.size() < AT_ONCE) {
      lines.add(waiting.remove());
      waitingBytes -= lines.get(lines.size() - 1).length;
    }
    return lines;
  }

  private void stored(List<NewEvent> events) {
    events.stream()
        .map(NewEvent::event)
        .filter(event -> event.type() == EventType.APPROVAL_REQUEST)
        .forEach(this::letTheTerminalDecide);
    storing = false;
    goOn();
  }

  private void lost(Throwable cause) {
    LOGGER.atError().setCause(cause).log("lines from the line socket could not be stored");
    storing = false;
    goOn();
  }

  private void letTheTerminalDecide(HookEvent request) {
    JsonObject line =
        new JsonObject()
            .put("type", "unknown")
            .put("sessionId", request.session().value())
            .put("timestamp", request.timestamp().toString())
            .put("content", "Answer in the terminal.");
    socket.write(line.encode() + "\n"); // fails when nobody waits any more
  }
}
