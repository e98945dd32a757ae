package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.GroupCommit;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that takes events until it is killed, and tells each one that it has acknowledged, in a
 * line of its own.
 */
final class AcceptingForEver {

  private static final int SENDERS = 32;
  private static final int SESSIONS = 5;

  private final GroupCommit group;
  private final String round;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private int next;

  private AcceptingForEver(GroupCommit group, String round) {
    this.group = group;
    this.round = round;
  }

  /** Arguments: the directory of the store, and a name that makes the ids of this run unique. */
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    Store store = result(FreshStore.in(vertx, Path.of(args[0])));
    vertx.runOnContext(
        ignored -> {
          GroupCommit group = new GroupCommit(vertx, store.events(), 20, 2);
          AcceptingForEver program = new AcceptingForEver(group, args[1]);
          for (int i = 0; i < SENDERS; i++) {
            program.send();
          }
        });
  }

  static NewEvent event(String id) {
    int session = Math.floorMod(id.hashCode(), SESSIONS);
    return Sample.event(new SessionKey("s-" + session), id);
  }

  private void send() {
    String id = round + "-" + next++;
    group
        .accept(List.of(event(id)))
        .onSuccess(
            receipts -> {
              out.println(id);
              send();
            });
  }
}
