package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session's page in the console: what became of each of its events. */
class ConsoleTimelineTest extends ConsoleTest {

  @BeforeEach
  void fill() {
    node.accept("s-1", "/src/shop", 2);
    node.bind("s-1", "mend the shop");
  }

  @Test
  void tells_of_each_event_when_it_came_and_what_shows_it() {
    // Given
    node.show();

    // When
    console.open("/session?id=s-1");

    // Then
    assertThat(page).hasTitle("mend the shop · Hookline");
    assertThat(events()).hasCount(2);
    Locator shown = events().first();
    assertThat(shown.locator(".seq")).hasText("1");
    assertThat(shown.locator(".kind")).hasText("user input");
    assertThat(shown.locator(".how")).containsText("shown after 0.0 s");
    assertThat(shown.getByRole(AriaRole.LINK))
        .hasAttribute(
            "href",
            "https://telegram.example/-1001/" + node.thread("s-1") + "/" + node.lastMessage());
    assertThat(events().last().locator(".how")).hasText("waiting");
  }

  @Test
  void says_why_an_event_could_not_be_shown() {
    // Given
    node.park("Bad Request: message is too strange");

    // When
    console.open("/session?id=s-1");

    // Then
    assertThat(events().first()).containsText("could not be shown: message is too strange");
  }

  @Test
  void is_reached_from_the_list_with_the_keyboard() {
    // Given
    console.signIn();
    Locator link = page.getByRole(AriaRole.LINK, named("mend the shop"));
    assertThat(link).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ended")).focus();

    // When
    page.keyboard().press("Tab");
    assertThat(link).isFocused();
    page.keyboard().press("Enter");

    // Then
    assertThat(page).hasURL(console.address() + "session?id=s-1");
    assertThat(events()).hasCount(2);
  }

  @Test
  void turns_its_pages_without_a_hole_while_others_arrive() {
    // Given
    node.accept("s-1", "/src/shop", 118);
    console.open("/session?id=s-1");
    assertThat(events()).hasCount(50);
    List<String> latest = numbers();

    // When
    node.accept("s-1", "/src/shop", 1);
    turn("Earlier");
    assertThat(events().first().locator(".seq")).hasText("21");
    List<String> earlier = numbers();
    turn("Earlier");
    assertThat(events()).hasCount(20);

    // Then
    assertThat(latest).isEqualTo(numbers(71, 120));
    assertThat(earlier).isEqualTo(numbers(21, 70));
    assertThat(numbers()).isEqualTo(numbers(1, 20));
    assertThat(page.getByRole(AriaRole.LINK, named("Earlier"))).hasCount(0);
  }

  @Test
  void shows_the_same_page_after_a_reload() {
    // Given
    node.accept("s-1", "/src/shop", 118);
    console.open("/session?id=s-1&before=51");
    assertThat(events().last().locator(".seq")).hasText("50");

    // When
    page.reload();

    // Then
    assertThat(events().last().locator(".seq")).hasText("50");
    assertThat(page.getByRole(AriaRole.LINK, named("Latest")).first()).isVisible();
  }

  @Test
  void shows_what_becomes_of_an_event_while_one_looks() {
    // Given
    console.open("/session?id=s-1");
    assertThat(events().first().locator(".how")).hasText("waiting");

    // When
    node.show();
    node.hint();

    // Then
    assertThat(events().first().locator(".how")).containsText("shown after");
  }

  @Test
  void says_so_when_there_is_no_such_session() {
    // When
    console.open("/session?id=s-2");

    // Then
    assertThat(page.getByText("No session with this id is stored.")).isVisible();
    assertThat(console.complaints()).isNotEmpty().allMatch(words -> words.contains("404"));
    console.complaints().clear();
  }

  @Test
  void runs_nothing_that_a_tool_is_called() {
    // Given
    String hostile = "<img src=x onerror=\"document.title='taken'\">";
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL, hostile);
    node.accept(Sample.with(metadata, new SessionKey("s-1"), "hostile"));

    // When
    console.open("/session?id=s-1");

    // Then
    assertThat(events().last().locator("b")).hasText(hostile);
    assertThat(page.locator("#app img")).hasCount(0);
    assertThat(page).hasTitle("mend the shop · Hookline");
  }

  private void turn(String words) {
    page.getByRole(AriaRole.LINK, named(words)).first().click();
  }

  private Locator events() {
    return page.locator(".event");
  }

  private List<String> numbers() {
    return page.locator(".event .seq").allInnerTexts();
  }

  private static List<String> numbers(long from, long through) {
    return LongStream.rangeClosed(from, through).mapToObj(Long::toString).toList();
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words).setExact(true);
  }
}
