package dev.hookline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Reply;
import dev.hookline.messages.Decision.Verdict;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What agents hear, to the byte. */
class AgentAnswerTest {

  private static final JsonObject PERMISSION =
      new JsonObject(
          """
          {"session_id": "s", "hook_event_name": "PermissionRequest", "tool_name": "Bash",
           "tool_input": {"command": "curl -H 'x: ghp_secretsecretsecretsecretsecretsecret'"},
           "permission_suggestions": [{"type": "addRules", "rules": [{"toolName": "Read",
             "ruleContent": "//etc/**"}], "behavior": "allow", "destination": "session"}]}""");

  @Test
  void claude_code_is_allowed_in_its_words() {
    assertThat(claude(Decision.of(Verdict.ALLOW)))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
                + "{\"behavior\":\"allow\"}}}");
  }

  @Test
  void claude_code_gets_a_plan_back_that_is_approved() {
    JsonObject plan = new JsonObject().put("plan", "Count.").put("planFilePath", "/p.md");
    JsonObject hook = PERMISSION.copy().put("tool_name", "ExitPlanMode").put("tool_input", plan);

    assertThat(answer("claude", hook, Decision.of(Verdict.ALLOW)).encode())
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
                + "{\"behavior\":\"allow\",\"updatedInput\":{\"plan\":\"Count.\","
                + "\"planFilePath\":\"/p.md\"}}}}");
  }

  @Test
  void claude_code_gets_its_own_suggestion_back() {
    assertThat(claude(Decision.always(0)))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
                + "{\"behavior\":\"allow\",\"updatedPermissions\":[{\"type\":\"addRules\",\"rules\":"
                + "[{\"toolName\":\"Read\",\"ruleContent\":\"//etc/**\"}],\"behavior\":\"allow\","
                + "\"destination\":\"session\"}]}}}");
  }

  @Test
  void nobody_is_answered_with_a_suggestion_that_was_never_made() {
    assertThat(answer("claude", Decision.always(1))).isNull();
    assertThat(answer("claude", Decision.always(-1))).isNull();
    assertThat(answer("claude", Decision.answer(List.of(new Reply(List.of(0), ""))))).isNull();
  }

  @Test
  void a_form_gets_the_values_that_its_own_schema_names() {
    Decision filledIn =
        Decision.answer(List.of(new Reply(List.of(1), ""), new Reply(List.of(), "12"), Reply.NONE));

    assertThat(form(filledIn).encode())
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"Elicitation\",\"action\":\"accept\","
                + "\"content\":{\"tree\":\"ash\",\"rows\":12}}}");
  }

  @Test
  void a_form_does_not_keep_its_terminal_for_long() {
    JsonObject form = new JsonObject().put("hook_event_name", "Elicitation");

    assertThat(asks(form).orElseThrow().patience(Duration.ofHours(1)))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(asks(form).orElseThrow().patience(Duration.ofMinutes(1)))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(asks(PERMISSION).orElseThrow().patience(Duration.ofHours(1)))
        .isEqualTo(Duration.ofHours(1));
    assertThat(asks(form.put("requested_schema", "text"))).isEmpty();
  }

  @Test
  void what_a_form_does_not_accept_is_not_given_to_it() {
    Reply ash = new Reply(List.of(1), "");
    Reply rows = new Reply(List.of(), "12");

    assertThat(form(Decision.answer(List.of(ash, rows)))).isNull();
    assertThat(form(Decision.answer(List.of(ash, Reply.NONE, Reply.NONE)))).isNull();
    assertThat(form(Decision.answer(List.of(new Reply(List.of(2), ""), rows, ash)))).isNull();
    assertThat(form(Decision.answer(List.of(ash, new Reply(List.of(), "0"), ash)))).isNull();
  }

  @Test
  void codex_is_told_nothing_that_would_make_it_deny() {
    assertThat(answer("codex", Decision.of(Verdict.ALLOW)).encode())
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
                + "{\"behavior\":\"allow\"}}}");
    assertThat(answer("codex", Decision.deny("not now")).encode())
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
                + "{\"behavior\":\"deny\",\"message\":\"not now\"}}}");
    assertThat(answer("codex", Decision.always(0))).isNull();
  }

  @Test
  void nobody_is_kept_waiting_by_what_asks_nothing() {
    JsonObject start = PERMISSION.copy().put("hook_event_name", "PreToolUse");

    assertThat(new Agents(-1, () -> "id").named("claude").orElseThrow().asks(start)).isEmpty();
    assertThat(new Agents(-1, () -> "id").named("codex").orElseThrow().asks(start)).isEmpty();
  }

  private static String claude(Decision decision) {
    return answer("claude", decision).encode();
  }

  private static Optional<AgentAnswer> asks(JsonObject hook) {
    return new Agents(-1, () -> "id").named("claude").orElseThrow().asks(hook);
  }

  private static JsonObject form(Decision decision) {
    JsonObject hook =
        new JsonObject(
            """
            {"hook_event_name": "Elicitation", "requested_schema": {"required": ["rows"],
              "properties": {"tree": {"type": "string", "enum": ["oak", "ash"]},
                "rows": {"type": "integer", "minimum": 1}, "fence": {"type": "boolean"}}}}""");
    return asks(hook).orElseThrow().to(decision);
  }

  private static JsonObject answer(String agent, Decision decision) {
    return answer(agent, PERMISSION, decision);
  }

  private static JsonObject answer(String agent, JsonObject hook, Decision decision) {
    return new Agents(-1, () -> "id")
        .named(agent)
        .orElseThrow()
        .asks(hook)
        .orElseThrow()
        .to(decision);
  }
}
