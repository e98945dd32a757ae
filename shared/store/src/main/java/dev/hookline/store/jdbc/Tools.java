package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tools the events of some rows are about; an event may tell it of another one's. */
final class Tools {

  private final Map<String, String> byUse = new HashMap<>();

  Tools(List<Row> rows) {
    for (Row row : rows) {
      String use = row.getString("tool_use_id");
      String tool = told(row);
      if (use != null && !tool.isEmpty()) {
        byUse.put(use, tool);
      }
    }
  }

  /** The tool of an event; empty when it has none, or when none of the events tells it. */
  String of(Row row) {
    String tool = told(row);
    return tool.isEmpty() ? byUse.getOrDefault(row.getString("tool_use_id"), "") : tool;
  }

  /** What the event itself tells, as far as it was read. */
  static String told(Row row) {
    String body = row.getString("body");
    if (body == null || body.isEmpty()) {
      return "";
    }
    HookEvent event = Rows.event(row);
    return event.metadata().getValue(MetadataKeys.TOOL) instanceof String tool ? tool : "";
  }
}
