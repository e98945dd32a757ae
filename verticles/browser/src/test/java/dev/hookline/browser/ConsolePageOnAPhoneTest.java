package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.testkit.store.Sample;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The console on a screen as narrow as a phone's. */
class ConsolePageOnAPhoneTest extends ConsoleTest {

  private static final int WIDTH = 390;
  private static final String WIDE = "averylongwordwithoutanyborder".repeat(12);

  ConsolePageOnAPhoneTest() {
    super(WIDTH, 844);
  }

  @Test
  void never_scrolls_sideways() {
    // Given
    node.accept(WIDE.substring(0, 128), WIDE, 2);
    node.bind(WIDE.substring(0, 128), WIDE);
    node.park(WIDE);
    node.stopChat(WIDE);

    // When
    console.signIn();
    assertThat(page.locator("li")).hasCount(3);

    // Then
    assertThat(tooWide()).isZero();
  }

  @Test
  void has_buttons_that_a_finger_can_press() {
    // Given
    node.accept("s-1", "/src/shop", 2);
    node.bind("s-1", "mend the shop");
    node.park("Bad Request: message is too strange");
    node.park("Bad Request: message is even stranger");

    // When
    console.signIn();

    // Then
    assertThat(page.locator("button")).hasCount(8);
    assertThat(page.locator("button, input").all())
        .allMatch(button -> button.boundingBox().height >= 44 && button.boundingBox().width >= 44);
    assertThat(tooWide()).isZero();
  }

  @Test
  void never_scrolls_sideways_beside_what_became_of_events() {
    // Given
    String id = WIDE.substring(0, 128);
    node.accept(id, WIDE, 12);
    node.bind(id, WIDE);
    node.show();
    node.park(WIDE);
    node.accept(
        Sample.with(new JsonObject().put(MetadataKeys.TOOL, WIDE), new SessionKey(id), "tool"));

    // When
    console.open("/session?id=" + id);
    assertThat(page.locator(".event")).hasCount(13);

    // Then
    assertThat(tooWide()).isZero();
  }

  @Test
  void never_scrolls_sideways_beside_what_agents_ask() {
    // Given
    String id = WIDE.substring(0, 128);
    node.accept(id, WIDE, 1);
    node.bind(id, WIDE);
    node.show();
    node.ask(id, WIDE, WIDE);

    // When
    console.open("/questions");
    assertThat(page.locator(".asked")).isVisible();

    // Then
    assertThat(tooWide()).isZero();
  }

  @Test
  void never_scrolls_sideways_before_the_first_event() {
    // When
    console.signIn();
    assertThat(page.getByText("Point your agent")).isVisible();

    // Then
    assertThat(tooWide()).isZero();
  }

  @Test
  void breaks_a_name_without_borders_and_shows_all_of_it() {
    // Given
    String name = WIDE.substring(0, 128);
    node.accept(name, "/src/shop", 1);

    // When
    console.signIn();

    // Then
    assertThat(page.locator(".name").first()).hasText(name);
    assertThat(
            (Integer) page.locator(".name").first().evaluate("e => e.scrollWidth - e.clientWidth"))
        .isZero();
    assertThat(page.locator(".tag").first()).hasText("no topic yet");
    assertThat(page.locator(".tag").first().boundingBox().height).isLessThan(30);
  }

  /** By how many pixels something stands out beyond the screen. */
  private int tooWide() {
    return (Integer)
        page.evaluate(
            "Math.max(document.documentElement.scrollWidth - innerWidth,"
                + " ...[...document.querySelectorAll('body *')].map("
                + "each => Math.ceil(each.getBoundingClientRect().right) - innerWidth), 0)");
  }
}
