package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.StoredFile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where files are to be had, and the icons that topics may have. */
final class FileMethods {

  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final List<String> ICONS = List.of("📝", "🤖", "🔥", "✅", "❗️", "💬");
  private static final long FIRST_ICON = 5_300_000_000_000_000_001L;

  private final Stage stage;

  FileMethods(Stage stage) {
    this.stage = stage;
  }

  void addTo(MethodTable table) {
    table.add("getFile", this::file, "file_id");
    table.add("getForumTopicIconStickers", this::icons);
  }

  private Step file(Call call) throws Refusal {
    StoredFile file = stage.world().files().get(call.args().text("file_id"));
    if (file == null) {
      throw Refusal.bad("invalid file_id");
    }
    if (file.content().size() > MOST_BYTES) {
      throw Refusal.bad("file is too big");
    }
    return Step.free(
        () ->
            Done.with(
                Fields.with("file_id", file.id())
                    .and("file_unique_id", file.uniqueId())
                    .and("file_size", file.content().size())
                    .and("file_path", file.path())
                    .map()));
  }

  private Step icons(Call call) {
    return Step.free(
        () -> Done.with(IntStream.range(0, ICONS.size()).mapToObj(FileMethods::icon).toList()));
  }

  private static Map<String, Object> icon(int number) {
    return Fields.with("file_id", "CAADicon" + number)
        .and("file_unique_id", "icon" + number)
        .and("type", "custom_emoji")
        .and("width", 100)
        .and("height", 100)
        .and("is_animated", false)
        .and("is_video", false)
        .and("emoji", ICONS.get(number))
        .and("custom_emoji_id", String.valueOf(FIRST_ICON + number))
        .map();
  }
}
