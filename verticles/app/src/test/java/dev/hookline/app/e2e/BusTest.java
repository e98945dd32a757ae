package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Programs on the bus of a whole node. */
class BusTest extends EndToEnd {

  private static final Object[] OPEN = {"bus.enabled", true, "bus.port", 0};
  private static final String INGEST = "hookline.ingest";
  private static final String SECRET = "gh" + "p_" + "a1B2c3".repeat(6);

  @Test
  void shows_in_the_chat_what_a_program_sent() {
    start(OPEN);
    Story story = Story.numbered("s-1", 3);
    try (BusProgram program = BusProgram.of(node)) {
      JsonObject answer =
          program.ask("send", INGEST, new JsonArray(story.events())).getJsonObject("body");

      assertThat(answer.getInteger("accepted")).isEqualTo(3);
      assertThat(answer.getJsonObject("acked_through").getInteger("s-1")).isEqualTo(3);
    }
    awaitsAllShown(story);
  }

  @Test
  void takes_an_event_once_through_whichever_door() {
    start(OPEN);
    Story story = Story.plain("s-1", 1);
    node.tell(story);
    try (BusProgram program = BusProgram.of(node)) {
      JsonObject answer = program.ask("send", INGEST, story.events().get(0)).getJsonObject("body");

      assertThat(answer.getInteger("duplicates")).isEqualTo(1);
    }
  }

  @Test
  void takes_secrets_out_of_what_a_program_sends() {
    start(OPEN);
    try (BusProgram program = BusProgram.of(node)) {
      Story story = new Story("s-1");
      story.tell("notification").put("content", SECRET + " " + node.secret("bus.token"));
      program.ask("send", INGEST, story.events().get(0));
      program.ask("register", "hookline.events.s-1", null);

      assertThat(program.next().getJsonObject("body").getString("content"))
          .doesNotContain(SECRET, node.secret("bus.token"))
          .contains("[redacted");
    }
  }

  @Test
  void says_what_is_wrong_as_over_http() {
    start(OPEN);
    try (BusProgram program = BusProgram.of(node)) {
      JsonObject wrong = new JsonObject().put("type", "nonsense").put("sessionId", "s-1");

      JsonObject error = program.ask("send", INGEST, wrong);

      assertThat(error.getString("type")).isEqualTo("err");
      assertThat(error.getInteger("failureCode")).isEqualTo(400);
      assertThat(error.getJsonObject("body"))
          .isEqualTo(new JsonObject(node.post("/v1/events", wrong.encode()).body()));
    }
  }

  @Test
  void lets_a_program_keep_an_event_out_of_the_chat() {
    start("bus.enabled", true, "bus.port", 0, "bus.filters", new JsonArray().add("quiet closed"));
    Story story = Story.plain("s-1", 2);
    assertThat(node.post("/v1/events", new JsonArray(story.events()).encode()).statusCode())
        .isEqualTo(503);
    try (BusProgram program = BusProgram.of(node)) {
      program.ask("register", "hookline.filter.quiet", null);
      Thread filter = new Thread(() -> List.of(false, true).forEach(keep -> decide(program, keep)));
      filter.start();
      node.tell(story);

      chat.awaits("the second", () -> chat.messages().toString().contains(story.marks().get(1)));
      assertThat(chat.messages().toString()).doesNotContain(story.marks().get(0));
    }
  }

  @Test
  void goes_on_taking_events_while_a_thousand_connections_send_junk() throws IOException {
    start(OPEN);
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      try (Socket junk = new Socket(InetAddress.getLoopbackAddress(), node.busPort())) {
        byte[] bytes = new byte[512];
        random.nextBytes(bytes);
        junk.getOutputStream().write(bytes);
      }
    }
    Story story = Story.plain("s-1", 3);
    node.tell(story);

    awaitsAllShown(story);
    try (BusProgram program = BusProgram.of(node)) {
      assertThat(program.ask("send", INGEST, story.events().get(0)).getString("type"))
          .isEqualTo("message");
    }
  }

  @Test
  void is_closed_unless_it_is_opened() {
    start();

    assertThat(node.busPort()).isZero();
    assertThat(node.busWebPort()).isZero();
    assertThat(Files.exists(directory.resolve("bus.token"))).isFalse();
  }

  private static void decide(BusProgram program, boolean keep) {
    JsonObject asked = program.next();
    program.tell(
        new JsonObject()
            .put("type", "send")
            .put("address", asked.getString("replyAddress"))
            .put("body", new JsonObject().put("keep", keep)));
  }
}
