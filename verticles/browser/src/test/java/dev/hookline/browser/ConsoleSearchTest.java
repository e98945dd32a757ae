package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person looks for a session in the console. */
class ConsoleSearchTest extends ConsoleTest {

  @BeforeEach
  void fill() {
    node.accept("s-shop", "/src/shop", 2);
    node.bind("s-shop", "mend the shop");
    node.show();
    node.show();
    node.accept("s-docs", "/src/docs", 3);
  }

  @Test
  void finds_a_session_by_a_part_of_its_name() {
    // Given
    console.signIn();

    // When
    field().fill("The SHOP");

    // Then
    assertThat(names()).hasText(new String[] {"mend the shop"});
    assertThat(page).hasURL(console.address() + "?find=The+SHOP");
  }

  @Test
  void finds_what_a_link_looks_for() {
    // When
    console.open("/?find=src&only=waiting");

    // Then
    assertThat(names()).hasText(new String[] {"s-docs"});
    assertThat(field()).hasValue("src");
    assertThat(chip("Waiting")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void looks_for_the_same_after_a_reload() {
    // Given
    console.signIn();
    field().fill("docs");
    assertThat(names()).hasText(new String[] {"s-docs"});

    // When
    page.reload();

    // Then
    assertThat(names()).hasText(new String[] {"s-docs"});
  }

  @Test
  void shows_only_what_waits_when_the_keyboard_says_so() {
    // Given
    console.signIn();
    field().focus();

    // When
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    // Then
    assertThat(chip("Waiting")).isFocused();
    assertThat(names()).hasText(new String[] {"s-docs"});
  }

  @Test
  void shows_all_again_when_nothing_is_looked_for() {
    // Given
    console.open("/?find=docs");
    assertThat(names()).hasText(new String[] {"s-docs"});

    // When
    field().fill("");

    // Then
    assertThat(names()).hasCount(2);
    assertThat(page).hasURL(console.address());
  }

  @Test
  void says_so_when_there_is_no_such_session() {
    // Given
    console.signIn();

    // When
    field().fill("<b>%</b>");

    // Then
    assertThat(page.getByText("No session is like that.")).isVisible();
    assertThat(names()).hasCount(0);
  }

  @Test
  void says_what_a_link_may_look_for_when_it_looks_for_something_else() {
    // When
    console.open("/?only=lost");

    // Then
    assertThat(page.getByText("The parameter only is \"lost\": write one of all")).isVisible();
    assertThat(console.complaints()).isNotEmpty().allMatch(words -> words.contains("400"));
    console.complaints().clear();
  }

  @Test
  void shows_what_becomes_of_the_found_while_one_looks() {
    // Given
    console.open("/?only=waiting");
    assertThat(names()).hasText(new String[] {"s-docs"});

    // When
    node.accept("s-shop", "/src/shop", 1);
    node.hint();

    // Then
    assertThat(names()).hasCount(2);
  }

  @Test
  void finds_a_session_that_is_not_among_the_hundred_latest() {
    // Given
    node.accept("needle", "/src/needle", 1);
    node.bind("needle", "the needle");
    node.bind("s-docs", "write the docs");
    node.showAll();
    for (int i = 0; i < 101; i++) {
      node.acceptKept("hay-" + i);
    }
    console.signIn();
    assertThat(page.getByText("4 more")).isVisible();
    assertThat(names().filter(new Locator.FilterOptions().setHasText("needle"))).hasCount(0);

    // When
    field().fill("needle");

    // Then
    assertThat(names()).hasText(new String[] {"the needle"});
    assertThat(page.locator(".and-more")).hasCount(0);
  }

  private Locator field() {
    return page.getByRole(AriaRole.SEARCHBOX);
  }

  private Locator chip(String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  private Locator names() {
    return page.locator("section:has([role=search]) li .name");
  }
}
