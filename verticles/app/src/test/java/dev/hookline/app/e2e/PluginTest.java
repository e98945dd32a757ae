package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verticle from a jar, built of what is in {@code examples/}. */
class PluginTest {

  private static final Path SOURCE =
      Path.of("../../examples/error-webhook/src/dev/example/errors/ErrorWebhook.java");
  private static final String CLASS = "dev.example.errors.ErrorWebhook";

  @TempDir private Path directory;

  private final BlockingQueue<JsonObject> posted = new LinkedBlockingQueue<>();
  private final Vertx outside = Vertx.vertx();
  private Path plugins;
  private HttpServer webhook;
  private Chat chat;
  private FollowedNode node;

  @BeforeEach
  void open() throws Exception {
    chat = Chat.open();
    plugins = Files.createDirectories(directory.resolve("data/plugins"));
    Files.setPosixFilePermissions(
        directory.resolve("data"), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(plugins, PosixFilePermissions.fromString("rwx------"));
    webhook =
        outside
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              posted.add(body.toJsonObject());
                              request.response().end();
                            }))
            .listen(0, "127.0.0.1")
            .await(20, TimeUnit.SECONDS);
    node = new FollowedNode(directory, chat);
  }

  @AfterEach
  void close() throws Exception {
    node.close();
    chat.close();
    outside.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void starts_while_the_node_runs_and_hears_of_every_error() throws Exception {
    // Given
    Jar.of(SOURCE, plugins.resolve("errors-1.jar"));
    Map<String, String> before = node.deployments();

    // When
    node.write("verticles", List.of(entry("errors-1.jar")));
    node.awaitsSettings(true, "errors: started");
    Story story = new Story("s");
    story.tell("agent_response");
    story.tell("error");
    node.tell(story);

    // Then
    assertThat(posted.poll(30, TimeUnit.SECONDS).getString("id")).isEqualTo("s-2");
    Map<String, String> after = node.deployments();
    assertThat(after).containsAllEntriesOf(before).containsKey("errors");
    chat.awaits("the rest", () -> new Oracle(chat).shows(story));
  }

  @Test
  void ends_when_its_entry_is_taken_out() throws Exception {
    Jar.of(SOURCE, plugins.resolve("errors-1.jar"));
    node.write("verticles", List.of(entry("errors-1.jar")));
    node.awaitsSettings(true, "errors: started");

    node.write();

    node.awaitsSettings(true, "errors: stopped");
    assertThat(node.verticles().get("errors").getInteger("instances")).isZero();
  }

  @Test
  void that_does_not_start_leaves_the_one_before_in_its_place() throws Exception {
    // Given
    Jar.of(SOURCE, plugins.resolve("errors-1.jar"));
    node.write("verticles", List.of(entry("errors-1.jar")));
    node.awaitsSettings(true, "errors: started");
    Map<String, String> before = node.deployments();

    // When
    Map<String, Object> wrong = new HashMap<>(entry("errors-1.jar"));
    wrong.put("config", Map.of("url", "nowhere"));
    node.write("verticles", List.of(wrong));

    // Then
    node.awaitsSettings(false, "config.url is \"nowhere\": write a web address");
    assertThat(node.deployments()).isEqualTo(before);
  }

  @Test
  void is_refused_with_what_to_do_before_anything_changes() throws IOException {
    Jar.of(SOURCE, plugins.resolve("errors-1.jar"));
    Path open = plugins.resolve("open.jar");
    Files.copy(plugins.resolve("errors-1.jar"), open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-r--"));
    Map<String, Object> other =
        Map.of("name", "other", "class", "dev.example.Other", "jar", "errors-1.jar");
    Map<String, Object> climbing =
        Map.of("name", "climbing", "class", CLASS, "jar", "../errors-1.jar");

    node.write("verticles", List.of(entry("missing.jar"), entry("open.jar"), other, climbing));

    String words = node.awaitsSettings(false, "verticles[0].jar is \"missing.jar\": put the file");
    assertThat(words)
        .contains("verticles[1].name is \"errors\": write a name that no other entry has")
        .contains("verticles[1].jar is \"open.jar\": take the right to write from others")
        .contains("verticles[2].jar is \"errors-1.jar\": name a jar that holds dev.example.Other")
        .contains("verticles[3].jar is \"../errors-1.jar\": write the name of a file in pluginDir");
  }

  private Map<String, Object> entry(String jar) {
    String url = "http://127.0.0.1:" + webhook.actualPort() + "/errors";
    return Map.of("name", "errors", "class", CLASS, "jar", jar, "config", Map.of("url", url));
  }
}
