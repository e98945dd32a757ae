package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.QUICK;
import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said while the store takes nothing. */
@Timeout(60)
class StoreTroubleTest {

  @TempDir Path directory;

  private OpenIngest ingest;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory, QUICK, 1);
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void acknowledges_nothing_and_asks_for_the_same_again() {
    Answer answer = whileLocked(() -> ingest.caller().post("/v1/events", event("s-1", "a")));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "1");
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(ingest.totals().accepted()).isZero();
  }

  @Test
  void takes_the_same_once_when_it_is_sent_again() {
    JsonObject event = event("s-1", "a").put("id", "e-1");
    whileLocked(() -> ingest.caller().post("/v1/events", event));

    Answer answer = ingest.caller().post("/v1/events", event);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(ingest.totals().accepted()).isEqualTo(1);
  }

  @Test
  void tells_an_agent_that_its_hook_was_not_taken() {
    JsonObject hook = Recordings.everyHook().get(0);

    Answer answer = whileLocked(() -> ingest.caller().post("/v1/hooks/claude", hook));

    assertThat(answer.status()).isEqualTo(503);
  }

  @Test
  void still_says_what_is_wrong_with_bad_input() {
    Answer answer = whileLocked(() -> ingest.caller().post("/v1/events", "{}"));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void is_live_but_not_ready_and_says_why() {
    Answer ready = whileLocked(() -> untilReady(503));
    Answer live = whileLocked(() -> ingest.stranger().get("/healthz/live"));

    assertThat(ready.json().getString("detail")).startsWith("the store takes no events: ");
    assertThat(live.status()).isEqualTo(200);
    assertThat(untilReady(200).json().getString("status")).isEqualTo("ready");
  }

  @Test
  void keeps_lines_until_the_store_is_back() {
    try (Caller sender = Caller.of(ingest.lineSocket())) {
      whileLocked(
          () -> {
            for (int i = 0; i < 500; i++) {
              sender.send(event("s-1", "n" + i) + "\n");
            }
            return untilReady(503);
          });
    }

    while (ingest.totals().accepted() < 500) {
      Thread.onSpinWait();
    }
    assertThat(ingest.totals().accepted()).isEqualTo(500);
    assertThat(ingest.events("s-1"))
        .extracting(HookEvent::content)
        .startsWith("n0", "n1", "n2", "n3", "n4");
  }

  private <T> T whileLocked(Supplier<T> deed) {
    return LockedDatabase.during(directory, deed);
  }

  private Answer untilReady(int status) {
    while (true) {
      try (Caller probe = ingest.stranger()) {
        Answer answer = probe.get("/healthz/ready");
        if (answer.status() == status) {
          return answer;
        }
      }
    }
  }
}
