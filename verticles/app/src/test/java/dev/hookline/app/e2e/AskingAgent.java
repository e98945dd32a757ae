package dev.hookline.app.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An agent that posts its hooks as Claude Code 2.1.330 does, and waits for what it asked. */
final class AskingAgent {

  private static final long SECONDS = 60;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final RunningNode node;
  private final String session;

  AskingAgent(RunningNode node, String session) {
    this.node = node;
    this.session = session;
  }

  /** Asks whether it may run a command. */
  CompletableFuture<HttpResponse<String>> wantsToRun(String command) {
    return posts(permission("Bash", bash(command)).put("permission_suggestions", suggestions()));
  }

  /** Says that a command ran. */
  void ran(String command) {
    fires(result(command));
  }

  /** The hook event that says that a command ran. */
  JsonObject result(String command) {
    return hook("PostToolUse")
        .put("tool_name", "Bash")
        .put("tool_input", bash(command))
        .put("tool_response", new JsonObject().put("stdout", "").put("stderr", ""))
        .put("tool_use_id", "toolu_" + command.hashCode());
  }

  /** The hook event that says that its turn is over. */
  JsonObject stop(String last) {
    return hook("Stop").put("stop_hook_active", false).put("last_assistant_message", last);
  }

  /** What makes Claude Code go on with a text in place of ending its turn, to the byte. */
  static String told(String text) {
    return new JsonObject().put("decision", "block").put("reason", text).encode();
  }

  void fires(JsonObject hook) {
    body(posts(hook));
  }

  JsonObject hook(String name) {
    return new JsonObject()
        .put("session_id", session)
        .put("transcript_path", "/home/dev/" + session + ".jsonl")
        .put("cwd", "/home/dev/proj")
        .put("prompt_id", "8d408070-0000-4000-8000-000000000001")
        .put("permission_mode", "default")
        .put("hook_event_name", name);
  }

  JsonObject permission(String tool, JsonObject input) {
    return hook("PermissionRequest").put("tool_name", tool).put("tool_input", input);
  }

  /** Posts a hook event; completes with what is answered. */
  CompletableFuture<HttpResponse<String>> posts(JsonObject hook, String... headers) {
    return posts("claude", hook, headers);
  }

  /** The same for another agent, by the name that it has in the path. */
  CompletableFuture<HttpResponse<String>> posts(String agent, JsonObject hook, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/v1/hooks/" + agent))
            .header("Authorization", "Bearer " + node.token())
            .POST(BodyPublishers.ofString(hook.encode()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
  }

  /** What was answered, as soon as it was. */
  static String body(CompletableFuture<HttpResponse<String>> exchange) {
    try {
      HttpResponse<String> answer = exchange.get(SECONDS, TimeUnit.SECONDS);
      return answer.statusCode() == 200 ? answer.body() : answer.statusCode() + " " + answer.body();
    } catch (Exception failed) {
      throw new AssertionError("nothing was answered", failed);
    }
  }

  static JsonObject bash(String command) {
    return new JsonObject().put("command", command).put("description", "touch 1");
  }

  private static JsonArray suggestions() {
    return new JsonArray()
        .add(
            new JsonObject()
                .put("type", "addDirectories")
                .put("directories", new JsonArray().add("/home/dev/proj"))
                .put("destination", "session"))
        .add(
            new JsonObject()
                .put("type", "setMode")
                .put("mode", "acceptEdits")
                .put("destination", "session"));
  }
}
