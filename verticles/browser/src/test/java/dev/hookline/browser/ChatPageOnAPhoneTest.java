package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulator's page on a screen as narrow as a phone's. */
class ChatPageOnAPhoneTest extends BrowserTest {

  private static final String WIDE = "averylongwordwithoutanyborder".repeat(12);

  private OpenChat chat;
  private Page page;

  @BeforeEach
  void open() {
    chat = new OpenChat(chromium.browser(), 390, 844);
    page = chat.page();
  }

  @AfterEach
  void close() {
    chat.close();
    assertThat(chat.complaints()).isEmpty();
  }

  @Test
  void leads_from_the_list_to_a_topic_and_back() {
    // Given
    chat.bot().say(chat.bot().createTopic("the topic"), "its message");
    chat.open();
    assertThat(page.locator(".conversation")).isHidden();

    // When
    page.locator(".topic").first().click();
    assertThat(page.locator(".bubble")).containsText("its message");
    assertThat(page.locator(".topics")).isHidden();
    page.getByLabel("Back to the topics").click();

    // Then
    assertThat(page.locator(".topics")).isVisible();
    assertThat(page.locator(".conversation")).isHidden();
  }

  @Test
  void never_scrolls_sideways() {
    // Given
    int topic = chat.bot().createTopic(WIDE.substring(0, 128));
    chat.bot().say(topic, WIDE);
    chat.bot()
        .say(
            topic,
            new JsonObject()
                .put("text", WIDE)
                .put(
                    "entities",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("type", "pre")
                                .put("offset", 0)
                                .put("length", WIDE.length()))));

    // When
    chat.open();
    assertThat(page.locator(".topic").first()).isVisible();
    int overListBy = tooWide();
    page.locator(".topic").first().click();
    assertThat(page.locator(".bubble")).hasCount(2);

    // Then
    assertThat(overListBy).isZero();
    assertThat(tooWide()).isZero();
  }

  private int tooWide() {
    return (Integer)
        page.evaluate(
            "Math.max(...[document.documentElement, ...document.querySelectorAll('.scroll,.topic-list')]"
                + ".map(each => each.scrollWidth - each.clientWidth))");
  }
}
