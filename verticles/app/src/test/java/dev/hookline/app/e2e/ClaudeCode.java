package dev.hookline.app.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Fires hooks as Claude Code does: looks its event up in a settings file, and then posts to the
 * http hooks and runs the command hooks that it finds there.
 */
final class ClaudeCode {

  private final JsonObject settings;
  private final Path home;
  private final String root;
  private final Map<String, String> environment;

  /**
   * @param settings as in {@code ~/.claude/settings.json}
   * @param home the user's home
   * @param root where the node of the settings' urls really is
   * @param environment what Claude Code was started with
   */
  ClaudeCode(JsonObject settings, Path home, String root, Map<String, String> environment) {
    this.settings = settings;
    this.home = home;
    this.root = root;
    this.environment = environment;
  }

  /** Fires the hooks of an event and fails when one does. */
  void fires(JsonObject event) throws Exception {
    JsonArray matchers = settings.getJsonArray(event.getString("hook_event_name"));
    if (matchers == null) {
      throw new AssertionError("no hook for " + event.getString("hook_event_name"));
    }
    for (Object handler : matchers.getJsonObject(0).getJsonArray("hooks")) {
      JsonObject hook = (JsonObject) handler;
      if (hook.getString("type").equals("http")) {
        posts(hook, event);
      } else {
        runs(hook, event);
      }
    }
  }

  private void posts(JsonObject hook, JsonObject event) throws IOException {
    String path = hook.getString("url").replaceFirst("^http://127.0.0.1:8787", "");
    String bearer = expand(hook.getJsonObject("headers").getString("Authorization"), hook);
    HttpResponse<String> answer =
        new Http(root).post(path, bearer.replaceFirst("^Bearer ", ""), event.encode());
    // Anything but 2xx with an empty body, or with an object, is an error to Claude Code.
    if (answer.statusCode() / 100 != 2 || !answer.body().isEmpty()) {
      throw new AssertionError("the hook was answered " + answer.statusCode() + answer.body());
    }
  }

  private String expand(String header, JsonObject hook) {
    String expanded = header;
    for (Object name : hook.getJsonArray("allowedEnvVars")) {
      expanded = expanded.replace("$" + name, environment.get(name));
    }
    return expanded;
  }

  private void runs(JsonObject hook, JsonObject event) throws Exception {
    ProcessBuilder command = new ProcessBuilder("sh", "-c", hook.getString("command"));
    command.environment().put("HOME", home.toString());
    Process process = command.redirectErrorStream(true).start();
    try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write(event.encode());
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(hook.getInteger("timeout"), TimeUnit.SECONDS)
        || process.exitValue() != 0) {
      throw new AssertionError("the hook's command failed: " + said);
    }
    if (!said.isEmpty()) { // it would become part of what the model reads
      throw new AssertionError("the hook's command said: " + said);
    }
  }
}
