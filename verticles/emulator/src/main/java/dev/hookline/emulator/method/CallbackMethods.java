package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.Callback;
import java.util.Map;

/** Answering a pressed button. Not limited in any way. */
final class CallbackMethods {

  private static final long LIFE_MILLIS = 150_000;
  private static final int LONGEST_TEXT = 200;

  private final Stage stage;

  CallbackMethods(Stage stage) {
    this.stage = stage;
  }

  void addTo(MethodTable table) {
    table.add(
        "answerCallbackQuery",
        this::answer,
        "callback_query_id",
        "text",
        "show_alert",
        "url",
        "cache_time");
  }

  private Step answer(Call call) throws Refusal {
    String id = call.args().text("callback_query_id");
    String text = call.args().text("text");
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      throw Refusal.bad("MESSAGE_TOO_LONG");
    }
    Callback callback = stage.world().callbacks().get(id);
    if (callback == null
        || callback.bot() != call.bot().id()
        || stage.now() - callback.at() > LIFE_MILLIS) {
      throw Refusal.bad("query is too old and response timeout expired or query ID is invalid");
    }
    if (callback.answer() != null) {
      call.violations().add("this callback query was answered before");
    }
    return Step.free(
        () -> {
          Map<String, Object> words =
              Fields.with("text", text)
                  .and("show_alert", call.args().yes("show_alert"))
                  .and("url", call.args().has("url") ? call.args().text("url") : null)
                  .map();
          stage.world().callbacks().put(id, callback.answered(words));
          stage
              .events()
              .tell(
                  "callback_answer",
                  Fields.with("callback_query_id", id)
                      .and("user_id", callback.user())
                      .all(words)
                      .map());
          return Done.yes();
        });
  }
}
