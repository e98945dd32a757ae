package dev.hookline.emulator.control;

import dev.hookline.emulator.stage.Events.Event;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import java.util.Map;
import java.util.function.Consumer;

/** Waits for the bot's answer to one pressed button. */
final class Tap {

  private final Stage stage;
  private final Consumer<Map<String, Object>> done;
  private Runnable unwatch = () -> {};
  private Runnable cancel = () -> {};

  Tap(Stage stage, Consumer<Map<String, Object>> done) {
    this.stage = stage;
    this.done = done;
  }

  void waitFor(String id, int millis) {
    if (millis <= 0) {
      finish(id, null);
      return;
    }
    unwatch = stage.events().watch(event -> heard(event, id));
    cancel = stage.time().after(millis, () -> finish(id, null));
  }

  private void heard(Event event, String id) {
    if (event.kind().equals("callback_answer")
        && id.equals(event.body().get("callback_query_id"))) {
      finish(id, event.body());
    }
  }

  private void finish(String id, Map<String, Object> answer) {
    unwatch.run();
    cancel.run();
    Map<String, Object> words =
        answer == null
            ? null
            : Fields.with("text", answer.get("text"))
                .and("show_alert", answer.get("show_alert"))
                .and("url", answer.get("url"))
                .map();
    done.accept(Fields.with("callback_query_id", id).and("answer", words).map());
  }
}
