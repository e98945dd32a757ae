package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.bench.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the doctor finds what is wrong, and nothing where nothing is. */
@Tag("process") // the hook script needs curl
class DoctorTest extends CareTest {

  @Test
  void finds_nothing_where_all_is_well_and_measures_a_round_trip() throws Exception {
    startAtTheUsualPlace();

    String said = doctor();

    assertThat(said)
        .contains("ok   bot         @hookline_bot", "\"Agents\" has topics", "may manage topics")
        .containsPattern("round trip  shown as message \\d+, \\d+\\.\\d\\d s after its hook began")
        .doesNotContain("BAD")
        .endsWith("exit 0\n");
    assertThat(chat.livingTopics()).hasSize(1);
    assertThat(chat.messages()).anyMatch(message -> message.text().contains("The doctor was here"));
  }

  @Test
  void uses_one_topic_however_often_it_is_asked() throws Exception {
    startAtTheUsualPlace();

    doctor();
    assertThat(doctor()).endsWith("exit 0\n");

    assertThat(chat.livingTopics()).hasSize(1);
  }

  @Test
  void says_that_no_node_is_there_and_sends_nothing() throws Exception {
    startAtTheUsualPlace();
    node.stop();

    assertThat(doctor())
        .containsPattern(
            "BAD  node        nobody answers at http://127.0.0.1:\\d+. Do: ./hookline serve")
        .doesNotContain("round trip")
        .endsWith("exit 1\n");
    node = null;
  }

  @Test
  void says_which_rights_are_missing() throws Exception {
    startAtTheUsualPlace();
    chat.person(
        "members",
        new JsonObject()
            .put("member", chat.bot())
            .put("status", "administrator")
            .put("rights", new JsonArray().add("can_delete_messages")));

    assertThat(doctor("--no-message")).contains("BAD  rights      the bot may not manage topics");
  }

  @Test
  void says_that_the_bot_is_not_in_the_group() throws Exception {
    startAtTheUsualPlace();
    chat.person("members", new JsonObject().put("member", chat.bot()).put("status", "left"));

    assertThat(doctor("--no-message"))
        .containsPattern("BAD  (group|rights) .*Do: ")
        .endsWith("exit 1\n");
  }

  @Test
  void says_that_the_token_is_not_known_without_saying_which() throws Exception {
    startAtTheUsualPlace();
    String wrong = "1000001:" + "x".repeat(35);
    write(settings("telegram.token", wrong));

    String said = doctor("--no-message");

    assertThat(said).contains("BAD  bot         Telegram does not know the token");
    assertThat(said).doesNotContain(wrong, "xxxxx");
  }

  @Test
  void says_that_telegram_cannot_be_reached_without_saying_the_token() throws Exception {
    startAtTheUsualPlace();
    write(settings("telegram.apiRoot", "http://127.0.0.1:" + FreePort.find()));

    String said = doctor("--no-message");

    assertThat(said).contains("BAD  bot").contains("cannot be reached");
    assertThat(said).doesNotContain(chat.token());
  }

  @Test
  void takes_a_foreign_webhook_away_when_it_is_told_to() throws Exception {
    startAtTheUsualPlace();
    node.die(); // it would do the same as soon as it asks
    chat.webhook("https://old.example/secret-path");

    String said = doctor("--no-message");
    assertThat(said).contains("BAD  updates     Telegram posts them to old.example");
    assertThat(said).doesNotContain("secret-path");

    assertThat(doctor("--no-message", "--fix")).contains("the webhook was deleted (fixed)");
    assertThat(doctor("--no-message")).contains("ok   updates     asked for by the node");
  }

  @Test
  void says_that_a_webhook_is_wanted_and_not_there_yet() throws Exception {
    startAtTheUsualPlace();
    write(settings("telegram.webhook.url", "https://new.example/bot"));

    assertThat(doctor("--no-message")).contains("odd  updates     are not posted to anybody yet");
  }

  @Test
  void closes_what_is_open_to_others_when_it_is_told_to() throws Exception {
    startAtTheUsualPlace();
    Files.setPosixFilePermissions(
        data.resolve("ingest.token"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(doctor("--no-message")).contains("BAD  token       ", "is open to others");
    assertThat(doctor("--no-message", "--fix")).endsWith("exit 0\n");

    assertThat(Files.getPosixFilePermissions(data.resolve("ingest.token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void renews_hooks_of_a_program_that_has_moved_when_it_is_told_to() throws Exception {
    startAtTheUsualPlace();
    Files.createDirectories(directory.resolve(".codex"));
    assertThat(doctor("--no-message"))
        .contains("odd  codex       is here and runs no hooks of ours");
    care("", "install-hooks", "codex");
    Files.writeString(
        directory.resolve(".codex/hooks.json"),
        Files.readString(directory.resolve(".codex/hooks.json"))
            .replaceAll(
                "\"command\": \"[^\"]*/hookline-hook", "\"command\": \"/old/hookline-hook"));

    assertThat(doctor("--no-message")).contains("BAD  codex");
    assertThat(doctor("--no-message", "--fix")).contains("the hooks were written to");

    assertThat(doctor("--no-message")).contains("ok   codex");
  }

  @Test
  void says_what_waits_in_the_spool_and_what_went_wrong_last() throws Exception {
    startAtTheUsualPlace();
    Files.createDirectories(data.resolve("spool/refused"));
    Files.writeString(data.resolve("spool/1000000007.claude"), "{}");
    Files.writeString(data.resolve("spool/refused/1000000003.claude"), "{}");
    Files.writeString(data.resolve("hook.log"), "2026-11-28T07:00:00Z no node at nowhere\n");

    assertThat(doctor("--no-message"))
        .contains("odd  spool       1 events wait")
        .contains("odd  spool       1 were refused by the node")
        .contains("ends with: 2026-11-28T07:00:00Z no node at nowhere");
  }

  @Test
  void says_that_there_is_nothing_to_send_with() throws Exception {
    startAtTheUsualPlace();
    Files.delete(directory.resolve("bin/curl"));

    assertThat(doctor("--no-message")).contains("BAD  hook script there is no curl");
  }

  @Test
  void says_that_hooks_look_for_the_node_elsewhere() throws Exception {
    start();
    write(RunningNode.settings(directory, chat, "ingest.port", node.port()));

    assertThat(doctor("--no-message")).contains("BAD  sends to    hooks look for the node in ");
  }

  @Test
  void asks_whether_the_node_elsewhere_answers_that_hooks_send_to() throws Exception {
    startAtTheUsualPlace();
    Path conf = data.resolve("hook.conf");

    Files.writeString(conf, "# elsewhere\nurl = http://127.0.0.1:" + node.port() + "/\n");
    assertThat(doctor("--no-message")).contains("ok   sends to    http://127.0.0.1:" + node.port());

    Files.writeString(conf, "url=http://127.0.0.1:" + FreePort.find() + "\n");
    assertThat(doctor("--no-message")).contains("BAD  sends to    http://127.0.0.1:");
  }

  @Test
  void says_what_is_wrong_with_the_settings() throws Exception {
    write(new JsonObject().put("ingest", new JsonObject().put("port", "many")));

    assertThat(doctor())
        .contains("ok   hook script", "BAD  settings    ", "ingest.port", "telegram.token")
        .endsWith("exit 1\n");
  }

  @Test
  void says_it_as_json() throws Exception {
    startAtTheUsualPlace();

    String said = doctor("--no-message", "--json");

    JsonArray findings = new JsonArray(said.substring(0, said.lastIndexOf("exit ")));
    assertThat(findings)
        .extracting(finding -> ((JsonObject) finding).getString("state"))
        .contains("good")
        .isSubsetOf(List.of("good", "odd"));
  }

  private JsonObject settings(String key, String value) {
    return RunningNode.settings(
        directory, chat, "dataDir", data.toString(), "ingest.port", node.port(), key, value);
  }

  private String doctor(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "doctor";
    words[1] = "--config";
    words[2] = settings.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    return care("", words);
  }
}
