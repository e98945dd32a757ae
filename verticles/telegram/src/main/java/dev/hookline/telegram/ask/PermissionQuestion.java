package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.telegram.render.Labels;
import dev.hookline.telegram.render.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a tool may be used. */
final class PermissionQuestion implements Question {

  private static final String ALWAYS = "always:";
  private static final int LABEL = 40;

  private final HookEvent event;
  private final List<Optional<String>> suggestions;

  PermissionQuestion(HookEvent event) {
    this.event = event;
    this.suggestions = Suggestions.of(event);
  }

  @Override
  public List<List<Choice>> rows(String picks) {
    List<List<Choice>> rows = new ArrayList<>();
    rows.add(List.of(new Choice("allow", "✅ Allow"), new Choice("deny", "⛔ Deny")));
    for (int i = 0; i < suggestions.size(); i++) {
      int place = i;
      suggestions
          .get(i)
          .ifPresent(
              words ->
                  rows.add(List.of(new Choice(ALWAYS + place, "♾ " + Labels.of(words, LABEL)))));
    }
    rows.add(
        List.of(new Choice("reason", "⛔ Deny with a reason"), new Choice("details", "Details")));
    return rows;
  }

  @Override
  public Effect pressed(String action, String picks) {
    return switch (action) {
      case "allow" -> new Effect.Decide(Decision.of(Verdict.ALLOW));
      case "deny" -> new Effect.Decide(Decision.deny(""));
      case "reason" -> new Effect.Say("Reply to this message with the reason.");
      case "details" -> new Effect.Say(details());
      default ->
          new Effect.Decide(Decision.always(Integer.parseInt(action.substring(ALWAYS.length()))));
    };
  }

  @Override
  public Effect replied(String words, String picks) {
    return new Effect.Decide(Decision.deny(words));
  }

  @Override
  public String told(Decision decision) {
    return switch (decision.verdict()) {
      case ALWAYS ->
          "✅ Allowed, and from now on: "
              + Labels.of(suggestions.get(decision.suggestion()).orElse(""), LABEL);
      case DENY -> Words.denied(decision);
      default -> "✅ Allowed";
    };
  }

  private String details() {
    StringBuilder details = new StringBuilder();
    line(details, "Folder", MetadataKeys.PROJECT_DIR);
    line(details, "Machine", MetadataKeys.HOSTNAME);
    line(details, "Mode", "permissionMode");
    line(details, "Helper", MetadataKeys.AGENT_TYPE);
    return details.isEmpty() ? "Nothing more is known." : details.toString().strip();
  }

  private void line(StringBuilder details, String name, String key) {
    if (event.metadata().getValue(key) instanceof String value && !value.isBlank()) {
      details.append(name).append(": ").append(Labels.of(value, LABEL)).append('\n');
    }
  }
}
