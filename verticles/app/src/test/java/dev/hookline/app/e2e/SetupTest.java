package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.bench.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the setup asks a person who has nothing yet, and one who has everything. */
@Tag("process") // the hook script needs curl
class SetupTest extends CareTest {

  private static final String AS_IT_IS_FOUND =
      "\ny\ny\n"; // wrote in the group; that one; that person

  @Test
  void leads_from_nothing_to_a_first_topic() throws Exception {
    begin();
    Files.createDirectories(directory.resolve(".gemini"));
    chat.person("send", new JsonObject().put("text", "/start@hookline_bot"));

    String said = setup(chat.token() + "\n" + AS_IT_IS_FOUND + "y\n");

    assertThat(said)
        .contains("@hookline_bot; its token is in ", "\"Agents\" has topics", "may manage topics")
        .containsPattern("ok   round trip  shown as message \\d+")
        .contains("settings.json was written")
        .endsWith("exit 0\n");
    assertThat(chat.livingTopics()).hasSize(1);
    assertThat(Files.readString(directory.resolve(".gemini/settings.json")))
        .contains("hookline-hook gemini");
  }

  @Test
  void keeps_the_token_for_its_owner_alone_and_says_it_to_nobody() throws Exception {
    begin();
    chat.person("send", new JsonObject().put("text", "/start"));

    String said = setup(chat.token() + "\n" + AS_IT_IS_FOUND);

    assertThat(said).doesNotContain(chat.token());
    assertThat(directory.resolve("bot-token")).hasContent(chat.token());
    assertThat(Files.getPosixFilePermissions(directory.resolve("bot-token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(settings)).doesNotContain(chat.token());
  }

  @Test
  void replaces_a_token_that_telegram_no_longer_knows() throws Exception {
    begin();
    JsonObject tree = new JsonObject(Files.readString(settings));
    tree.getJsonObject("telegram").put("token", "1000001:" + "x".repeat(35));
    write(tree);

    setup(chat.token() + "\n" + chat.id() + "\n\n");

    assertThat(setup("q\n")).contains("1. Bot: there already");
    assertThat(Files.readString(settings)).contains("tokenFile: ").doesNotContain("xxxxx");
  }

  @Test
  void asks_for_nothing_that_is_there_already() throws Exception {
    begin();
    chat.person("send", new JsonObject().put("text", "/start"));
    setup(chat.token() + "\n" + AS_IT_IS_FOUND);
    String written = Files.readString(settings);

    String again = setup("");

    assertThat(again)
        .contains("1. Bot: there already, @hookline_bot.")
        .contains("2. Group: there already")
        .contains("3. Who may answer agents: there already")
        .contains("5. First topic: there already.")
        .endsWith("exit 0\n");
    assertThat(Files.readString(settings)).isEqualTo(written);
  }

  @Test
  void goes_on_where_it_was_left() throws Exception {
    begin();

    assertThat(setup(chat.token() + "\nq\n")).contains("2. Group: create one").endsWith("exit 1\n");
    assertThat(setup("q\n")).contains("1. Bot: there already").endsWith("exit 1\n");
  }

  @Test
  void asks_again_for_a_token_that_is_none_and_for_one_that_telegram_does_not_know()
      throws Exception {
    begin();

    String said = setup("hello\n1000001:" + "x".repeat(35) + "\n" + chat.token() + "\nq\n");

    assertThat(said)
        .contains(
            "That is no token", "Telegram does not know the token", "@hookline_bot; its token");
    assertThat(said).doesNotContain("xxxxx");
  }

  @Test
  void waits_for_the_rights() throws Exception {
    begin();
    chat.person(
        "members",
        new JsonObject()
            .put("member", chat.bot())
            .put("status", "administrator")
            .put("rights", new JsonArray().add("can_delete_messages")));

    String said = setup(chat.token() + "\n" + chat.id() + "\n\nq\n");

    assertThat(said).contains("4. Rights: BAD  rights      the bot may not manage topics");
  }

  @Test
  void leaves_unread_what_the_node_is_to_read() throws Exception {
    begin();
    chat.person("send", new JsonObject().put("text", "/start"));

    setup(chat.token() + "\n\ny\nq\n");

    assertThat(chat.calls("getUpdates"))
        .isNotEmpty()
        .noneMatch(call -> call.args().containsKey("offset"));
  }

  @Test
  void keeps_what_else_the_settings_say() throws Exception {
    begin();

    setup(chat.token() + "\n" + chat.id() + "\nq\n");

    assertThat(Files.readString(settings))
        .contains("apiRoot: \"" + chat.apiRoot(), "chatId: " + chat.id(), "  port: ");
  }

  /** Settings as they are before anything is set up, but for where things are in this test. */
  private void begin() throws IOException {
    JsonObject tree =
        RunningNode.settings(
            directory, chat, "dataDir", data.toString(), "ingest.port", FreePort.find());
    tree.getJsonObject("telegram").remove("token");
    tree.getJsonObject("telegram").remove("chatId");
    write(tree);
  }

  private String setup(String typed) {
    return care(typed, "setup", "--config", settings.toString());
  }
}
