package dev.hookline.ingest.hook;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Reply;
import dev.hookline.messages.FormField;
import dev.hookline.messages.FormFields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What Claude Code wants to hear from a hook that it waits for; with its versions 2.1.330 and
 * 2.1.332 each of these was seen to work. What the person did not decide is given back as the agent
 * gave it.
 */
final class ClaudeAnswer implements AgentAnswer {

  /** What an agent hears when nobody gave a reason. */
  static final String DENIED = "denied from phone";

  private static final String FORM = "Elicitation";

  /** Its terminal shows a form only when the hook is done (seen with 2.1.332). */
  private static final Duration FORM_PATIENCE = Duration.ofMinutes(5);

  private final JsonObject hook;

  /**
   * @param hook the hook event, as Claude Code sent it
   */
  ClaudeAnswer(JsonObject hook) {
    this.hook = hook;
  }

  /** Whether Claude Code waits for somebody who decides. */
  static boolean isWanted(JsonObject hook) {
    return switch (String.valueOf(hook.getValue("hook_event_name"))) {
      case "PermissionRequest" -> true;
      case FORM -> FormFields.of(hook.getValue("requested_schema")).isPresent();
      default -> false;
    };
  }

  @Override
  public JsonObject to(Decision decision) {
    return output(isForm() ? elicitation(decision) : permission(decision));
  }

  @Override
  public Duration patience(Duration usual) {
    return isForm() && usual.compareTo(FORM_PATIENCE) > 0 ? FORM_PATIENCE : usual;
  }

  private boolean isForm() {
    return FORM.equals(hook.getValue("hook_event_name"));
  }

  private JsonObject permission(Decision decision) {
    JsonObject answer =
        switch (decision.verdict()) {
          case ALLOW -> allow();
          case ALWAYS -> always(decision.suggestion());
          case ACCEPT_EDITS ->
              allow().put("updatedPermissions", new JsonArray().add(acceptEdits()));
          case DENY -> deny(decision.words());
          case ANSWER -> answered(decision.replies());
          case CANCEL, ELSEWHERE -> null;
        };
    return answer == null ? null : new JsonObject().put("decision", answer);
  }

  private JsonObject output(JsonObject answer) {
    if (answer == null) {
      return null;
    }
    JsonObject output =
        new JsonObject().put("hookEventName", hook.getValue("hook_event_name")).mergeIn(answer);
    return new JsonObject().put("hookSpecificOutput", output);
  }

  // Claude Code 2.1.332 takes no yes to a plan that does not give the plan back: it asks on in the
  // terminal.
  private JsonObject allow() {
    JsonObject allowed = new JsonObject().put("behavior", "allow");
    return "ExitPlanMode".equals(hook.getValue("tool_name"))
        ? allowed.put("updatedInput", hook.getValue("tool_input"))
        : allowed;
  }

  private static JsonObject deny(String reason) {
    return new JsonObject()
        .put("behavior", "deny")
        .put("message", reason.isEmpty() ? DENIED : reason)
        .put("interrupt", false);
  }

  private JsonObject always(int suggestion) {
    return hook.getValue("permission_suggestions") instanceof JsonArray suggestions
            && suggestion >= 0
            && suggestion < suggestions.size()
        ? allow().put("updatedPermissions", new JsonArray().add(suggestions.getValue(suggestion)))
        : null;
  }

  private static JsonObject acceptEdits() {
    return new JsonObject()
        .put("type", "setMode")
        .put("mode", "acceptEdits")
        .put("destination", "session");
  }

  private JsonObject answered(List<Reply> replies) {
    if (!(hook.getValue("tool_input") instanceof JsonObject input)
        || !(input.getValue("questions") instanceof JsonArray questions)
        || questions.size() != replies.size()) {
      return null;
    }
    JsonObject answers = new JsonObject();
    for (int i = 0; i < replies.size(); i++) {
      if (!(questions.getValue(i) instanceof JsonObject question)) {
        return null;
      }
      answers.put(question.getString("question"), words(question, replies.get(i)));
    }
    return allow().put("updatedInput", input.copy().put("answers", answers));
  }

  private static String words(JsonObject question, Reply reply) {
    JsonArray options = question.getJsonArray("options", new JsonArray());
    return reply.options().isEmpty()
        ? reply.words()
        : reply.options().stream()
            .map(option -> options.getJsonObject(option).getString("label"))
            .collect(Collectors.joining(", "));
  }

  private JsonObject elicitation(Decision decision) {
    return switch (decision.verdict()) {
      case ANSWER -> filledIn(decision.replies());
      case DENY -> new JsonObject().put("action", "decline");
      case CANCEL -> new JsonObject().put("action", "cancel");
      case ELSEWHERE -> null;
      default -> new JsonObject().put("action", "accept");
    };
  }

  /**
   * What does not fit the form, as the agent sent it, is not given: it asks in its own way then.
   */
  private JsonObject filledIn(List<Reply> replies) {
    List<FormField> fields = FormFields.of(hook.getValue("requested_schema")).orElse(List.of());
    if (fields.size() != replies.size()) {
      return null;
    }
    JsonObject content = new JsonObject();
    for (int i = 0; i < replies.size(); i++) {
      FormField field = fields.get(i);
      if (!field.accepts(replies.get(i))) {
        return null;
      }
      field.value(replies.get(i)).ifPresent(value -> content.put(field.name(), value));
    }
    return new JsonObject().put("action", "accept").put("content", content);
  }
}
