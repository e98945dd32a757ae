package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bytes; another seed gives other ids. */
class DeterminismTest {

  @Test
  void answers_and_tells_the_same_for_the_same_seed() {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static List<String> run(long seed) {
    EmulatorOptions options = EmulatorOptions.forTests().withVirtualClock().withSeed(seed);
    try (Running running = new Running(options)) {
      int thread = running.topic("one");
      running.message(thread, "hello");
      JsonObject button =
          new JsonObject()
              .put("text", "Allow")
              .put("callback_data", "allow")
              .put("style", "success");
      running.ok(
          "sendMessage",
          in(CHAT)
              .put("text", "May I?")
              .put(
                  "reply_markup",
                  new JsonObject()
                      .put("inline_keyboard", new JsonArray().add(new JsonArray().add(button)))));
      running.ok("getUpdates", new JsonObject());
      running.ok("getChat", in(CHAT));
      running.ok("getChatAdministrators", in(CHAT));
      return running.journal().records().stream()
          .map(call -> call.response().encode() + call.args())
          .toList();
    }
  }
}
