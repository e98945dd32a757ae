package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulator's page, as a person at a desk sees it. */
class ChatPageTest extends BrowserTest {

  private OpenChat chat;
  private Bot bot;
  private Page page;

  @BeforeEach
  void open() {
    chat = new OpenChat(chromium.browser(), 1280, 800);
    bot = chat.bot();
    page = chat.page();
  }

  @AfterEach
  void close() {
    chat.close();
    assertThat(chat.complaints()).isEmpty();
  }

  @Test
  void lists_topics_with_their_last_words() {
    // Given
    int parser = bot.createTopic("fix the parser");
    int docs = bot.createTopic("write the docs");
    bot.say(docs, "Done with the docs");
    bot.say(parser, "The parser is fixed");

    // When
    chat.open();

    // Then
    Locator topics = page.locator(".topic");
    assertThat(topics).hasCount(3);
    assertThat(topics.first()).containsText("fix the parser");
    assertThat(topics.first()).containsText("The parser is fixed");
    assertThat(topics.nth(1)).containsText("Done with the docs");
  }

  @Test
  void shows_what_arrives_while_one_looks() {
    // Given
    int watched = bot.createTopic("watched");
    int other = bot.createTopic("other");
    chat.open(watched);
    assertThat(page.locator(".note").last()).containsText("created the topic");

    // When
    int message = bot.say(watched, "first look");
    bot.say(other, "over here");
    bot.edit(message, "second look");

    // Then
    assertThat(page.locator("#m" + message)).containsText("second look");
    assertThat(page.locator("#m" + message)).containsText("edited");
    assertThat(page.getByLabel("1 unread")).isVisible();
    assertThat(page).hasTitle("(1) watched · Hookline emulator");
  }

  @Test
  void shows_formatted_text_as_telegram_does() {
    // Given
    int topic = bot.createTopic("formats");
    String output = "line of output\n".repeat(9) + "the last line";
    bot.say(
        topic,
        new JsonObject()
            .put("text", "Bash ran ls\n+added\n-gone\n" + output)
            .put(
                "entities",
                new JsonArray()
                    .add(entity("bold", 0, 4))
                    .add(entity("code", 9, 2))
                    .add(entity("pre", 12, 12).put("language", "diff"))
                    .add(entity("expandable_blockquote", 25, output.length()))));

    // When
    chat.open(topic);

    // Then
    assertThat(page.locator(".text b")).hasText("Bash");
    assertThat(page.locator(".text > code")).hasText("ls");
    assertThat(page.locator(".language")).hasText("diff");
    assertThat(page.locator(".line.added")).hasText("+added");
    assertThat(page.locator(".line.removed")).hasText("-gone");
  }

  @Test
  void opens_a_folded_quote_when_asked() {
    // Given
    int topic = bot.createTopic("quotes");
    String output = "line of output\n".repeat(9) + "the last line";
    bot.say(
        topic,
        new JsonObject()
            .put("text", output)
            .put(
                "entities",
                new JsonArray().add(entity("expandable_blockquote", 0, output.length()))));
    chat.open(topic);
    double folded = page.locator("blockquote").boundingBox().height;

    // When
    button("Show more").click();

    // Then
    assertThat(button("Show less")).isVisible();
    assertThat(page.locator("blockquote").boundingBox().height).isGreaterThan(folded * 2);
  }

  @Test
  void shows_the_first_lines_of_folded_code() {
    // Given
    int topic = bot.createTopic("code");
    String code = "line of code\n".repeat(30) + "the last line";
    bot.say(
        topic,
        new JsonObject()
            .put("text", code)
            .put(
                "entities",
                new JsonArray()
                    .add(entity("expandable_blockquote", 0, code.length()))
                    .add(entity("pre", 0, code.length()).put("language", "java"))));
    chat.open(topic);
    double folded = page.locator(".quoted").boundingBox().height;

    // When
    button("Show more").click();

    // Then
    assertThat(folded).isBetween(60.0, 160.0);
    assertThat(page.locator(".quoted").boundingBox().height).isGreaterThan(folded * 3);
  }

  @Test
  void brings_what_one_writes_to_the_bot() {
    // Given
    int topic = bot.createTopic("writing");
    chat.open(topic);

    // When
    page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("go on, please");
    page.keyboard().press("Enter");

    // Then
    assertThat(page.locator(".mine")).containsText("go on, please");
    JsonObject update = bot.next("message");
    while (!update.containsKey("text")) {
      update = bot.next("message"); // the topic's own creation comes first
    }
    assertThat(update.getString("text")).isEqualTo("go on, please");
    assertThat(update.getInteger("message_thread_id")).isEqualTo(topic);
  }

  @Test
  void shows_the_answer_to_a_pressed_button() {
    // Given
    int topic = bot.createTopic("buttons");
    bot.say(topic, withButtons("Run it?", "Allow", "Deny"));
    chat.open(topic);

    // When
    button("Allow").click();
    JsonObject pressed = bot.next("callback_query");
    bot.answer(pressed.getString("id"), "Allowed, it runs", false);

    // Then
    assertThat(pressed.getString("data")).isEqualTo("Allow");
    assertThat(page.locator(".toast")).hasText("Allowed, it runs");
  }

  @Test
  void shows_an_alert_until_it_is_read() {
    // Given
    int topic = bot.createTopic("alerts");
    bot.say(topic, withButtons("Run it?", "Allow"));
    chat.open(topic);

    // When
    button("Allow").click();
    bot.answer(bot.next("callback_query").getString("id"), "You may not do that", true);

    // Then
    assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("You may not do that");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
  }

  @Test
  void runs_nothing_that_a_stranger_wrote() {
    // Given
    String hostile = "<img src=x onerror=\"document.title='taken'\"><script>1</script>";
    int topic = bot.createTopic(hostile);

    // When
    bot.say(
        topic,
        new JsonObject()
            .put("text", hostile + " here")
            .put(
                "entities",
                new JsonArray()
                    .add(entity("text_link", 0, 4).put("url", "https://example.com/\"><i>"))));
    chat.open(topic);

    // Then
    assertThat(page.locator(".text")).hasText(hostile + " here");
    assertThat(page.locator(".conversation img, .conversation script, .conversation i"))
        .hasCount(0);
    assertThat(page.title()).startsWith("<img");
  }

  @Test
  void follows_no_link_that_would_run_something() {
    // Given
    int topic = bot.createTopic("links");
    JsonArray links =
        new JsonArray()
            .add(entity("text_link", 0, 4).put("url", "https://example.com/"))
            .add(entity("text_link", 5, 4).put("url", "javascript:document.title='taken'"));

    // When
    bot.say(topic, new JsonObject().put("text", "good evil").put("entities", links));
    chat.open(topic);

    // Then
    assertThat(page.locator(".text a")).hasCount(1);
    assertThat(page.locator(".text a")).hasText("good");
  }

  @Test
  void hands_out_files() throws Exception {
    // Given
    int topic = bot.createTopic("files");
    bot.sendFile(topic, "log.txt", "all of it");
    chat.open(topic);

    // When
    Download download = page.waitForDownload(() -> page.locator(".file").click());

    // Then
    assertThat(download.suggestedFilename()).isEqualTo("log.txt");
    assertThat(Files.readString(download.path())).isEqualTo("all of it");
  }

  @Test
  void marks_a_closed_topic() {
    // Given
    int topic = bot.createTopic("over");
    chat.open(topic);

    // When
    bot.closeTopic(topic);

    // Then
    assertThat(page.locator(".topic").first().getByLabel("closed")).isVisible();
    assertThat(page.locator(".under").nth(1)).containsText("closed");
  }

  @Test
  void tells_which_calls_the_bot_made() {
    // Given
    int topic = bot.createTopic("calls");
    chat.open(topic);

    // When
    bot.say(topic, "hello");

    // Then
    Locator call = page.locator(".call").first();
    assertThat(call).containsText("sendMessage");
    call.getByRole(AriaRole.BUTTON).click();
    assertThat(call).containsText("\"text\": \"hello\"");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static JsonObject withButtons(String text, String... buttons) {
    JsonArray row = new JsonArray();
    for (String button : buttons) {
      row.add(new JsonObject().put("text", button).put("callback_data", button));
    }
    return new JsonObject()
        .put("text", text)
        .put("reply_markup", new JsonObject().put("inline_keyboard", new JsonArray().add(row)));
  }

  private static JsonObject entity(String type, int offset, int length) {
    return new JsonObject().put("type", type).put("offset", offset).put("length", length);
  }
}
