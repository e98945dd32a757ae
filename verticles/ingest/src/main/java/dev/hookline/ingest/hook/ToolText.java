package dev.hookline.ingest.hook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the text in a tool's structured answer. */
final class ToolText {

  private static final List<String> FIELDS =
      List.of(
          "stdout", "result", "output", "plan", "llmContent", "returnDisplay", "textResultForLlm");

  private ToolText() {}

  /** What the tool said; as JSON when its answer has no text that we know of. */
  static String of(Object response) {
    if (response == null) {
      return "";
    }
    if (response instanceof JsonObject object) {
      return ofObject(object);
    }
    return response instanceof JsonArray array ? ofBlocks(array) : response.toString();
  }

  private static String ofObject(JsonObject response) {
    if (response.getValue("file") instanceof JsonObject file) {
      return text(file, "content");
    }
    if (response.containsKey("structuredPatch")) {
      return text(response, "filePath"); // the patch says the rest better than text can
    }
    if (response.getValue("content") instanceof JsonArray blocks) {
      return ofBlocks(blocks);
    }
    if (response.getValue("answers") instanceof JsonObject answers) {
      return answers.stream()
          .map(answer -> answer.getKey() + " " + answer.getValue())
          .collect(Collectors.joining("\n"));
    }
    return FIELDS.stream()
        .filter(field -> response.getValue(field) instanceof String)
        .findFirst()
        .map(field -> withErrors(response, field))
        .orElseGet(response::encode);
  }

  // Bash mixes its errors into its output, unless there is no output.
  private static String withErrors(JsonObject response, String field) {
    String text = text(response, field);
    return text.isEmpty() ? text(response, "stderr") : text;
  }

  private static String ofBlocks(JsonArray blocks) {
    return blocks.stream().map(ToolText::ofBlock).collect(Collectors.joining("\n"));
  }

  private static String ofBlock(Object block) {
    if (block instanceof JsonObject object) {
      String text = text(object, "text");
      return text.isEmpty() ? "[" + object.getValue("type", "object") + "]" : text;
    }
    return String.valueOf(block);
  }

  private static String text(JsonObject object, String field) {
    return object.getValue(field) instanceof String text ? text : "";
  }
}
