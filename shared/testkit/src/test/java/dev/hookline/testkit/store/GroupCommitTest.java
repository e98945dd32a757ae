package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Events;
import dev.hookline.store.GroupCommit;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

  private static final SessionKey SESSION = new SessionKey("s-1");
  private static final long LONG = 60_000;

  @TempDir Path directory;
  private Vertx vertx;
  private Context loop;
  private Store store;
  private final List<Integer> groups = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    loop = vertx.getOrCreateContext();
    store = result(FreshStore.in(vertx, directory));
  }

  @AfterEach
  void close() {
    result(store.close());
    result(vertx.close());
  }

  @Test
  void commits_a_full_group_without_waiting() {
    List<Receipt> receipts = results(send(new GroupCommit(vertx, recording(), 3, LONG), 3));

    assertThat(receipts).hasSize(3).noneMatch(Receipt::duplicate);
    assertThat(groups).containsExactly(3);
  }

  @Test
  void commits_a_small_group_when_its_first_event_has_waited_long_enough() {
    assertThat(results(send(new GroupCommit(vertx, recording(), 1_000, 5), 2))).hasSize(2);

    assertThat(groups).containsExactly(2);
  }

  @Test
  void gathers_all_that_comes_while_a_group_is_being_committed() {
    List<Receipt> receipts = results(send(new GroupCommit(vertx, recording(), 2, LONG), 9));

    assertThat(receipts).hasSize(9);
    assertThat(groups).containsExactly(2, 7);
  }

  @Test
  void gives_each_sender_the_receipts_of_its_own_events() {
    GroupCommit group = new GroupCommit(vertx, recording(), 4, LONG);
    NewEvent known = Sample.event(SESSION, "known");
    result(store.events().accept(List.of(known)));

    Future<List<Receipt>> one = onLoop(() -> group.accept(List.of(Sample.event(SESSION, "a"))));
    Future<List<Receipt>> two =
        onLoop(() -> group.accept(List.of(known, Sample.event(new SessionKey("s-2"), "b"))));
    Future<List<Receipt>> three = onLoop(() -> group.accept(List.of(known)));

    assertThat(result(one)).extracting(Receipt::duplicate).containsExactly(false);
    assertThat(result(two)).extracting(Receipt::duplicate).containsExactly(true, false);
    assertThat(result(three)).extracting(Receipt::duplicate).containsExactly(true);
  }

  @Test
  void asks_again_when_nobody_knows_whether_a_commit_succeeded() {
    Events forgetful = // commits, and then loses the answer
        events ->
            groups.isEmpty()
                ? recording().accept(events).compose(GroupCommitTest::lost)
                : recording().accept(events);

    List<Receipt> receipts = results(send(new GroupCommit(vertx, forgetful, 2, LONG), 2));

    assertThat(receipts).hasSize(2).allMatch(Receipt::duplicate);
    assertThat(result(store.overview().totals()).accepted()).isEqualTo(2);
  }

  @Test
  void tells_every_sender_when_the_store_cannot_be_used_and_goes_on_when_it_can() {
    boolean[] down = {true};
    Events unreliable = events -> down[0] ? lost(List.of()) : recording().accept(events);
    GroupCommit group = new GroupCommit(vertx, unreliable, 2, LONG);

    send(group, 2)
        .forEach(
            refused -> assertThat(failure(refused)).isInstanceOf(StoreUnavailableException.class));
    down[0] = false;

    assertThat(results(send(group, 2))).hasSize(2);
  }

  /** The real store, which tells how large each group was. */
  private Events recording() {
    return events -> {
      groups.add(events.size());
      return store.events().accept(events);
    };
  }

  private List<Future<List<Receipt>>> send(GroupCommit group, int count) {
    List<Promise<List<Receipt>>> sent =
        IntStream.range(0, count).mapToObj(i -> Promise.<List<Receipt>>promise()).toList();
    loop.runOnContext(
        ignored ->
            IntStream.range(0, count)
                .forEach(
                    i ->
                        group
                            .accept(List.of(Sample.event(SESSION, "sent-" + i)))
                            .onComplete(sent.get(i))));
    return sent.stream().map(Promise::future).toList();
  }

  private Future<List<Receipt>> onLoop(Supplier<Future<List<Receipt>>> call) {
    Promise<List<Receipt>> promise = Promise.promise();
    loop.runOnContext(ignored -> call.get().onComplete(promise));
    return promise.future();
  }

  private static List<Receipt> results(List<Future<List<Receipt>>> futures) {
    List<Receipt> receipts = new ArrayList<>();
    futures.forEach(future -> receipts.addAll(result(future)));
    return receipts;
  }

  private static Future<List<Receipt>> lost(List<Receipt> receipts) {
    return Future.failedFuture(
        new StoreUnavailableException("the answer about " + receipts.size() + " was lost", null));
  }
}
