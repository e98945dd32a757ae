package dev.hookline.telegram.render;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes events that no agent should send. */
final class Strange {

  private static final List<String> KEYS =
      List.of(
          "tool",
          "input",
          "response",
          "toolUseId",
          "durationMs",
          "agent",
          "hostname",
          "projectDir",
          "agentId",
          "agentType",
          "trigger",
          "messageId",
          "error",
          "reason",
          "caption",
          "model");

  private static final List<String> INPUT_KEYS =
      List.of(
          "command",
          "cmd",
          "file_path",
          "path",
          "pattern",
          "query",
          "url",
          "description",
          "old_string",
          "new_string",
          "edits",
          "content",
          "todos",
          "questions",
          "options",
          "plan",
          "prompt",
          "offset",
          "limit",
          "glob",
          "stdout",
          "stderr",
          "file",
          "structuredPatch",
          "lines",
          "type",
          "status",
          "isImage",
          "text",
          "numLines",
          "oldStart",
          "\u202e",
          "x");

  private static final List<String> ATOMS =
      List.of(
          "a",
          "word ",
          "\n",
          "\n\n\n",
          "\t",
          " ",
          "\u00a0",
          "`",
          "```",
          "~~~\n",
          "\u001b[31m",
          "\u001b]",
          "\u0000",
          "\r",
          "\u202e",
          "\u2028",
          "\u200d",
          "\ufe0f",
          "😀",
          "\ud83c",
          "\udf33",
          "é́́",
          "🇩🇪",
          "👨‍👩‍👧‍👦",
          "ال",
          ". ",
          "update",
          "completed",
          "x".repeat(500),
          "line\n".repeat(200));

  private final Random random;

  Strange(Random random) {
    this.random = random;
  }

  HookEvent event() {
    EventType[] types = EventType.values();
    return Given.event(types[random.nextInt(types.length)], text(), object(KEYS, 3));
  }

  private JsonObject object(List<String> keys, int depth) {
    JsonObject object = new JsonObject();
    for (int entry = random.nextInt(8); entry > 0; entry--) {
      object.put(keys.get(random.nextInt(keys.size())), value(depth));
    }
    return object;
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt(2_000) - 50;
      case 3 -> random.nextDouble() * 1e300;
      case 4, 5 -> text();
      case 6 -> array(depth - 1);
      default -> object(INPUT_KEYS, depth - 1);
    };
  }

  private JsonArray array(int depth) {
    JsonArray array = new JsonArray();
    for (int item = random.nextInt(5); item > 0; item--) {
      array.add(value(depth));
    }
    return array;
  }

  private String text() {
    int atoms = random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(12);
    return random.ints(atoms, 0, ATOMS.size()).mapToObj(ATOMS::get).collect(Collectors.joining());
  }
}
