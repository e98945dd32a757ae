package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A tool and what it was asked, as far as the event says.
 *
 * @param name the agent's name for the tool; empty when unknown
 * @param input what it was asked
 * @param project the agent's working directory; empty when unknown
 */
record ToolCall(String name, Facts input, String project) {

  /** How agents name the file or directory that a tool is about. */
  static final List<String> PATHS =
      List.of(
          "file_path", "filePath", "absolute_path", "notebook_path", "dir_path", "path", "target");

  static ToolCall of(HookEvent event) {
    Facts facts = Facts.of(event.metadata());
    return new ToolCall(
        facts.text(MetadataKeys.TOOL), input(facts), facts.text(MetadataKeys.PROJECT_DIR));
  }

  private static Facts input(Facts facts) {
    String plain = facts.text(MetadataKeys.INPUT);
    if (plain.isEmpty()) {
      return facts.in(MetadataKeys.INPUT);
    }
    try {
      return new Facts(new JsonObject(plain)); // some agents send it so
    } catch (DecodeException words) {
      return new Facts(new JsonObject().put("input", plain));
    }
  }

  /** The file or directory that it is about, as the agent gave it; empty when there is none. */
  String path() {
    String path = input.text(PATHS.toArray(String[]::new));
    return path.isEmpty() ? Change.files(input) : path;
  }

  /** A path as short as it can be without a doubt: from the working directory on. */
  String path(String path) {
    if (!path.isEmpty() && path.equals(project)) {
      return ".";
    }
    String inside = project.endsWith("/") ? project : project + "/";
    boolean isInside =
        project.length() > 1 && path.startsWith(inside) && path.length() > inside.length();
    return isInside ? path.substring(inside.length()) : path;
  }
}
