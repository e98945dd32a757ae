package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one program was asked and has not answered yet. One that lets several questions in a row run
 * out of time is not asked any more: its connection ends. Confined to one event loop.
 */
final class Questions {

  private static final int MOST_IN_A_ROW = 3;

  private final Vertx vertx;
  private final Outlet outlet;
  private final Dialect dialect;
  private final Runnable giveUp;
  private final Map<String, Promise<JsonObject>> open = new HashMap<>();

  private long asked;
  private int lateInARow;

  Questions(Vertx vertx, Outlet outlet, Dialect dialect, Runnable giveUp) {
    this.vertx = vertx;
    this.outlet = outlet;
    this.dialect = dialect;
    this.giveUp = giveUp;
  }

  /** Asks; fails when no answer comes in time. */
  Future<JsonObject> ask(String address, JsonObject question, long patienceMillis) {
    String name = "hookline.reply." + ++asked;
    Promise<JsonObject> answer = Promise.promise();
    open.put(name, answer);
    long timer = vertx.setTimer(Math.max(1, patienceMillis), ignored -> late(name));
    outlet.send(dialect.question(address, name, question)).onFailure(answer::tryFail);
    return answer
        .future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              open.remove(name);
            });
  }

  /** Takes an answer; answers whether the frame is one that is waited for. */
  boolean answered(Frame frame) {
    Promise<JsonObject> waiting = open.get(frame.address());
    if (waiting == null) {
      return false;
    }
    lateInARow = 0;
    if (frame.body() instanceof JsonObject body) {
      waiting.tryComplete(body);
    } else {
      waiting.tryFail("the answer is no JSON object");
    }
    return true;
  }

  /** Nobody will answer any more. */
  void end() {
    List.copyOf(open.values()).forEach(waiting -> waiting.tryFail("the program is gone"));
  }

  private void late(String name) {
    Promise<JsonObject> waiting = open.get(name);
    if (waiting != null) {
      waiting.tryFail("no answer in time");
      if (++lateInARow == MOST_IN_A_ROW) {
        giveUp.run();
      }
    }
  }
}
