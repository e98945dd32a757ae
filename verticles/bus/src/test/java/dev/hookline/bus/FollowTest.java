package dev.hookline.bus;

import static dev.hookline.bus.OpenBus.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ApprovalSettled;
import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.NewApproval;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program hears of what was accepted. */
class FollowTest {

  @TempDir private Path directory;
  private OpenBus bus;

  @AfterEach
  void close() {
    bus.close();
  }

  @Test
  void gives_a_session_s_events_in_order_and_without_a_hole() {
    bus = OpenBus.in(directory);
    IntStream.range(0, 30).forEach(i -> bus.accept(ONE, "before " + i));
    try (Program program = bus.program()) {
      program.follow("s-1");
      IntStream.range(30, 60).forEach(i -> bus.accept(ONE, "after " + i));

      assertThat(arrivals(program, 60))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).boxed().toList());
    }
  }

  @Test
  void gives_what_comes_from_now_on_when_nothing_else_is_said() {
    bus = OpenBus.in(directory);
    bus.accept(ONE, "before");
    try (Program program = bus.program()) {
      program.send("register", "hookline.events.s-1", null);
      assertThat(program.answer().getLong("after")).isEqualTo(1);
      bus.accept(new SessionKey("s-2"), "of another session");
      bus.accept(ONE, "after");

      assertThat(program.body().getString("content")).isEqualTo("after");
    }
  }

  @Test
  void finds_what_nobody_told_of() {
    bus = OpenBus.in(directory);
    try (Program program = bus.program()) {
      program.follow("s-1");
      bus.store(ONE, EventType.TOOL_RESULT, "told by nobody");

      assertThat(program.body().getString("content")).isEqualTo("told by nobody");
    }
  }

  @Test
  void gives_no_more_after_it_was_told_to_stop() {
    bus = OpenBus.in(directory);
    try (Program program = bus.program()) {
      program.follow("s-1");
      program.send("unregister", "hookline.events.s-1", null);
      bus.accept(ONE, "unheard");
      program.follow("s-2");
      bus.accept(new SessionKey("s-2"), "heard");

      assertThat(program.body().getString("content")).isEqualTo("heard");
    }
  }

  @Test
  void tells_how_sessions_stand_and_then_what_changes() {
    bus = OpenBus.in(directory);
    bus.accept(ONE, "one");
    bus.accept(new SessionKey("s-2"), "two");
    try (Program program = bus.program()) {
      program.listen("hookline.sessions");
      assertThat(List.of(program.body(), program.body()))
          .extracting(session -> session.getString("sessionId"))
          .containsExactlyInAnyOrder("s-1", "s-2");

      bus.accept(new SessionKey("s-2"), "three");

      JsonObject changed = program.body();
      assertThat(changed.getString("sessionId")).isEqualTo("s-2");
      assertThat(changed.getLong("arrived")).isEqualTo(2);
    }
  }

  @Test
  void tells_one_who_comes_later_how_everything_stands() {
    bus = OpenBus.in(directory);
    bus.accept(ONE, "one");
    try (Program first = bus.program();
        Program second = bus.program()) {
      first.listen("hookline.sessions");
      first.body();
      second.listen("hookline.sessions");

      assertThat(second.body().getString("sessionId")).isEqualTo("s-1");
    }
  }

  @Test
  void tells_of_a_question_and_of_its_end() {
    bus = OpenBus.in(directory);
    try (Program program = bus.program()) {
      program.listen("hookline.approvals");
      ask("q-1");
      bus.accept(ONE, "q-1");

      JsonObject asked = program.body();
      assertThat(asked.getString("id")).isEqualTo("q-1");
      assertThat(asked.getString("state")).isEqualTo("open");

      Waits.result(bus.store().approvals().settle("q-1", Approval.State.ELSEWHERE, OpenBus.NOW));
      Addresses.APPROVAL_SETTLED.tellAll(bus.vertx().eventBus(), new ApprovalSettled("q-1"));

      JsonObject settled = program.body();
      while (settled.getString("state").equals("open")) {
        settled = program.body(); // its place of arrival became known
      }
      assertThat(settled.getString("state")).isEqualTo("elsewhere");
      assertThat(settled.getString("settledAt")).isEqualTo(OpenBus.NOW.toString());
    }
  }

  @Test
  @Timeout(120)
  void cuts_a_program_that_takes_nothing() {
    bus = OpenBus.in(directory, OpenBus.limits(64, 256, Duration.ofMillis(200)));
    IntStream.range(0, 16).forEach(i -> bus.accept(ONE, i + "-" + "x".repeat(1_000_000)));
    try (Program slow = bus.program()) {
      slow.follow("s-1");

      while (slow.isConnected()) {
        patienceEnds();
      }

      assertThat(bus.guests()).isZero();
    }
  }

  @Test
  void keeps_a_program_for_which_there_is_nothing() {
    bus = OpenBus.in(directory, OpenBus.limits(64, 256, Duration.ofMillis(100)));
    try (Program program = bus.program()) {
      program.follow("s-1");
      IntStream.range(0, 8).forEach(i -> patienceEnds());
      bus.accept(ONE, "at last");

      JsonObject next = program.next();
      while (next.getString("type").equals("pong")) {
        next = program.next();
      }
      assertThat(next.getJsonObject("body").getString("content")).isEqualTo("at last");
    }
  }

  @Test
  void gives_everything_to_a_program_that_takes_it_slowly() {
    bus = OpenBus.in(directory);
    IntStream.range(0, 12).forEach(i -> bus.accept(ONE, i + "-" + "x".repeat(1_000_000)));
    try (Program program = bus.program()) {
      program.follow("s-1");
      bus.accept(new SessionKey("s-2"), "meanwhile");

      assertThat(arrivals(program, 12)).hasSize(12);
    }
  }

  /** A stranger's patience has ended, and so would another's. */
  private void patienceEnds() {
    try (Program stranger = bus.stranger()) {
      assertThat(stranger.next()).isNull();
    }
  }

  private void ask(String id) {
    Instant later = Instant.parse("2100-01-01T00:00:00Z");
    NewApproval asked = new NewApproval(id, ONE.value(), id, ONE, "alike", later, later);
    Waits.result(bus.store().approvals().hold(asked, OpenBus.NOW));
  }

  private static List<Integer> arrivals(Program program, int count) {
    return IntStream.range(0, count).mapToObj(i -> program.body().getInteger("arrival")).toList();
  }
}
