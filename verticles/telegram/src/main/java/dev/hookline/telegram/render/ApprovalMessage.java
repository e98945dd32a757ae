package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import java.util.List;
import java.util.Optional;

/** Something that a person is to allow or not: all of it is shown. */
final class ApprovalMessage {

  private static final String DESCRIPTION = "description";

  private ApprovalMessage() {}

  static void draw(HookEvent event, Rich rich) {
    ToolCall call = ToolCall.of(event);
    rich.text("⚠️ ").bold("Approval wanted");
    if (!call.name().isEmpty()) {
      rich.text(" · ");
      ToolName.of(call.name()).drawWith(rich);
    }
    rich.newLine();
    String description = call.input().text(DESCRIPTION);
    if (!description.isEmpty()) {
      rich.text(description).newLine();
    }
    if (call.input().json().isEmpty()) {
      Markup.draw(rich, event.content());
      form(rich, Facts.of(event.metadata()));
    } else {
      ToolInput.whole(rich, call, description.isEmpty() ? List.of() : List.of(DESCRIPTION));
    }
    List<String> lasting = Suggestions.of(event).stream().flatMap(Optional::stream).toList();
    for (String words : lasting) {
      rich.newLine().text("♾ ").text(words);
    }
  }

  /** What a server that asks something wants to have filled in, and where. */
  private static void form(Rich rich, Facts facts) {
    for (String key : List.of("url", "requestedSchema")) {
      if (facts.has(key)) {
        rich.pre(Facts.shown(facts.json().getValue(key)), "");
      }
    }
  }
}
