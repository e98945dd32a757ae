package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;

/**
 * A tool and what it was asked, as far as the event says.
 *
 * @param name the agent's name for the tool; empty when unknown
 * @param input what it was asked
 * @param project the agent's working directory; empty when unknown
 */
record ToolCall(String name, Facts input, String project) {

  static ToolCall of(HookEvent event) {
    Facts facts = Facts.of(event.metadata());
    Facts input = facts.in(MetadataKeys.INPUT);
    String plain = facts.text(MetadataKeys.INPUT);
    return new ToolCall(
        facts.text(MetadataKeys.TOOL),
        plain.isEmpty() ? input : new Facts(new JsonObject().put("input", plain)),
        facts.text(MetadataKeys.PROJECT_DIR));
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
