package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hookline.messages.Decision;
import dev.hookline.store.ShownApproval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console's page of what agents ask. */
class ConsoleQuestionsTest extends ConsoleTest {

  @BeforeEach
  void fill() {
    node.accept("s-1", "/src/shop", 1);
    node.bind("s-1", "mend the shop");
    node.show();
  }

  @Test
  void tells_what_is_asked_and_how_long_somebody_may_answer() {
    // Given
    node.ask("s-1", "Bash", "May Bash run this?\nrm -rf build");

    // When
    console.open("/questions");

    // Then
    assertThat(page).hasTitle("1 open question · Hookline");
    Locator question = cards("Waiting for an answer");
    assertThat(question.locator(".asked")).hasText("May Bash run this?\nrm -rf build");
    assertThat(question.locator(".tag")).hasText("Bash");
    assertThat(question.locator(".why")).containsText("10 min left");
    assertThat(question.getByText("message")).hasAttribute("href", address());
  }

  @Test
  void tells_who_decided_and_how() {
    // Given
    ShownApproval asked = node.ask("s-1", "Bash", "May Bash run this?");
    node.answer(asked, node.thread("s-1"), "Ann", Decision.deny("not today"));

    // When
    console.open("/questions");

    // Then
    assertThat(page.getByText("No agent waits for an answer.")).isVisible();
    assertThat(cards("Settled lately")).containsText("Denied: not today · Ann");
  }

  @Test
  void leads_to_the_session_that_asks() {
    // Given
    node.ask("s-1", "Bash", "May Bash run this?");
    console.open("/questions");

    // When
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("mend the shop")).click();

    // Then
    assertThat(page).hasURL(console.address() + "session?id=s-1");
  }

  @Test
  void shows_what_becomes_of_a_question_while_one_looks() {
    // Given
    ShownApproval asked = node.ask("s-1", "Bash", "May Bash run this?");
    console.open("/questions");
    assertThat(cards("Waiting for an answer")).hasCount(1);

    // When
    node.answer(asked, node.thread("s-1"), "Ann", Decision.of(Decision.Verdict.ALLOW));
    node.hint();

    // Then
    assertThat(cards("Settled lately")).containsText("Allowed · Ann");
    assertThat(cards("Waiting for an answer")).hasCount(0);
  }

  @Test
  void is_announced_on_every_page() {
    // Given
    node.ask("s-1", "Bash", "May Bash run this?");

    // When
    console.signIn();

    // Then
    assertThat(page.locator("header .count")).hasText("1");
    assertThat(page.locator(".health .more")).containsText("1 agent waiting for an answer");
  }

  @Test
  void runs_nothing_that_an_agent_asks() {
    // Given
    String hostile = "<img src=x onerror=\"document.title='taken'\"><script>1</script>";
    node.ask("s-1", "<b>Bash", hostile);

    // When
    console.open("/questions");

    // Then
    assertThat(page.locator(".asked")).hasText(hostile);
    assertThat(page.locator("#app img, #app script, .tag b")).hasCount(0);
  }

  private String address() {
    return "https://telegram.example/-1001/" + node.thread("s-1") + "/" + node.lastMessage();
  }

  private Locator cards(String heading) {
    return page.locator("section", new Page.LocatorOptions().setHasText(heading)).locator("li");
  }
}
