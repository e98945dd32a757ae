package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.store.ShownApproval;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody can read and use the pages, in light and in dark: what axe-core's rules can tell. */
class AccessibilityTest extends BrowserTest {

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void anybody_can_use_the_console(ColorScheme scheme, @TempDir Path directory) {
    try (OpenConsole console = new OpenConsole(chromium.browser(), directory, 1280, 800)) {
      // Given
      show(console.page(), scheme);
      Node node = console.node();
      node.accept("s-1", "/src/shop", 3);
      node.bind("s-1", "mend the shop");
      node.park("Bad Request: message is too strange");
      node.accept("waits", "/src/shop", 3);
      node.refuseTopic("waits", "Bad Request: not enough rights to manage topics");

      // When
      console.signIn();
      assertThat(console.page().locator(".health")).isVisible();

      // Then
      assertThat(flaws(console.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void anybody_can_search_in_the_console(ColorScheme scheme, @TempDir Path directory) {
    try (OpenConsole console = new OpenConsole(chromium.browser(), directory, 1280, 800)) {
      // Given
      show(console.page(), scheme);
      for (int i = 0; i < 102; i++) {
        console.node().acceptKept("s-" + i);
      }

      // When
      console.open("/?find=s-&only=all");
      assertThat(console.page().locator(".and-more")).isVisible();

      // Then
      assertThat(flaws(console.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void anybody_can_read_what_became_of_events(ColorScheme scheme, @TempDir Path directory) {
    try (OpenConsole console = new OpenConsole(chromium.browser(), directory, 1280, 800)) {
      // Given
      show(console.page(), scheme);
      Node node = console.node();
      node.accept("s-1", "/src/shop", 60);
      node.bind("s-1", "mend the shop");
      node.show();
      node.park("Bad Request: message is too strange");
      node.acceptKept("s-1");

      // When
      console.open("/session?id=s-1&after=0");
      assertThat(console.page().locator(".event")).hasCount(50);

      // Then
      assertThat(flaws(console.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void anybody_can_read_what_agents_ask(ColorScheme scheme, @TempDir Path directory) {
    try (OpenConsole console = new OpenConsole(chromium.browser(), directory, 1280, 800)) {
      // Given
      show(console.page(), scheme);
      Node node = console.node();
      node.accept("s-1", "/src/shop", 1);
      node.bind("s-1", "mend the shop");
      node.show();
      ShownApproval first = node.ask("s-1", "Bash", "May Bash run this?");
      node.answer(first, node.thread("s-1"), "Ann", Decision.of(Verdict.ALLOW));
      node.ask("s-1", "Bash", "And this?");

      // When
      console.open("/questions");
      assertThat(console.page().locator("li")).hasCount(2);

      // Then
      assertThat(flaws(console.page())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void anybody_can_use_the_chat(ColorScheme scheme) {
    try (OpenChat chat = new OpenChat(chromium.browser(), 1280, 800)) {
      // Given
      show(chat.page(), scheme);
      int topic = chat.bot().createTopic("mend the shop");
      chat.bot().say(topic, message());
      chat.bot().sendFile(topic, "log.txt", "it failed", "The whole text");

      // When
      chat.open(topic);
      assertThat(chat.page().locator(".message")).hasCount(2);

      // Then
      assertThat(flaws(chat.page())).isEmpty();
    }
  }

  private static JsonObject message() {
    JsonObject diff =
        new JsonObject()
            .put("type", "pre")
            .put("offset", 5)
            .put("length", 5)
            .put("language", "diff");
    JsonObject code = new JsonObject().put("type", "code").put("offset", 0).put("length", 4);
    JsonObject button = new JsonObject().put("text", "Allow").put("callback_data", "allow");
    return new JsonObject()
        .put("text", "edit\n+a\n-b")
        .put("entities", new JsonArray().add(code).add(diff))
        .put(
            "reply_markup",
            new JsonObject()
                .put("inline_keyboard", new JsonArray().add(new JsonArray().add(button))));
  }

  private static void show(Page page, ColorScheme scheme) {
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
  }

  /** What is wrong, and where. */
  private static List<String> flaws(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .flatMap(rule -> rule.getNodes().stream().map(node -> told(rule, node.getHtml())))
            .toList();
  }

  private static String told(Rule rule, String where) {
    return rule.getId() + ": " + rule.getHelp() + ": " + where;
  }
}
