package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.hookline.messages.ClusterState;
import dev.hookline.store.OutboxEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The console, as a person at a desk sees it. */
class ConsolePageTest extends ConsoleTest {

  @Test
  void says_what_to_do_when_nothing_has_arrived() {
    // When
    console.signIn();

    // Then
    assertThat(page.locator(".health .words")).hasText("Nothing has arrived yet");
    assertThat(page.getByText("Point your agent")).isVisible();
  }

  @Test
  void shows_how_it_goes_to_who_opens_the_link() {
    // Given
    node.accept("s-1", "/src/shop", 2);
    node.bind("s-1", "mend the shop");
    node.show();
    node.show();

    // When
    console.signIn();

    // Then
    assertThat(page).hasURL(console.address());
    assertThat(page).hasTitle("All 2 events shown · Hookline");
    assertThat(page.locator(".health.good .words")).hasText("All 2 events shown");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("live");
    Locator session = cards("Sessions").first();
    assertThat(session).containsText("mend the shop");
    assertThat(session).containsText("2 events");
    assertThat(session).containsText("claude · /src/shop");
    assertThat(cards("Chats")).containsText("16 of 18 calls left");
    assertThat(page.getByText("None: nothing needs you.")).isVisible();
  }

  @Test
  void names_the_nodes_of_a_cluster_and_who_serves_the_chat() {
    // Given
    node.accept("s-1", "/src/shop", 1);
    node.bind("s-1", "mend the shop");
    console.sees(
        new ClusterState(
            List.of(
                new ClusterState.Member("node-1", "10.0.0.1:5701", false),
                new ClusterState.Member("<b>node-2</b>", "10.0.0.2:5701", true))));

    // When
    console.signIn();

    // Then
    Locator nodes =
        page.locator("section")
            .filter(
                new Locator.FilterOptions()
                    .setHas(
                        page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nodes 2"))))
            .getByRole(AriaRole.LISTITEM);
    assertThat(nodes.nth(0)).hasText("node-1 serves 1 chat 10.0.0.1:5701");
    assertThat(nodes.nth(1))
        .hasText("<b>node-2</b> stands by 10.0.0.2:5701 · the one that tells you");
  }

  @Test
  void says_what_waits_and_why() {
    // Given
    node.accept("waits", "/src/shop", 3);
    node.refuseTopic("waits", "Bad Request: not enough rights to manage topics");
    node.accept("shown", "/src/docs", 1);
    node.bind("shown", "write the docs");
    node.show();

    // When
    console.signIn();

    // Then
    String why = "elegram refused to create its topic, next try in 10 s";
    assertThat(page.locator(".health.busy .words")).hasText("3 waiting: T" + why);
    assertThat(cards("Sessions").first().locator(".name")).hasText("waits");
    assertThat(cards("Sessions").first().locator(".why")).hasText("3 waiting. T" + why + ".");
    Locator trouble = cards("Last errors");
    assertThat(trouble.locator(".why")).hasText("not enough rights to manage topics");
    assertThat(trouble.locator(".next"))
        .hasText("In the group's settings, let the bot manage topics.");
  }

  @Test
  void says_what_could_not_be_shown_and_what_to_do() {
    // Given
    node.accept("s-1", "/src/shop", 3);
    node.bind("s-1", "mend the shop");
    node.park("Bad Request: message is too strange");

    // When
    console.signIn();

    // Then
    assertThat(page.locator(".health.attention .words"))
        .hasText(
            "1 of 3 events could not be shown;"
                + " 2 waiting: to be sent shortly, one message at a time");
    Locator parked = cards("Could not be shown");
    assertThat(parked).hasCount(1);
    assertThat(parked.locator(".name")).hasText("mend the shop");
    assertThat(parked).containsText("entry 1 · user input");
    assertThat(parked.locator(".why")).hasText("message is too strange");
    assertThat(page.getByText("None: nothing needs you.")).isVisible();
  }

  @Test
  void shows_again_what_could_not_be_shown() {
    // Given
    node.accept("s-1", "/src/shop", 3);
    node.bind("s-1", "mend the shop");
    node.park("Bad Request: message is too strange");
    node.park("Bad Request: message is even stranger");
    console.signIn();

    // When
    page.getByLabel("Show again: mend the shop, entry 1").click();

    // Then
    assertThat(page.locator(".told"))
        .hasText("It is shown again within a few seconds, at the end and marked as late.");
    assertThat(cards("Could not be shown")).hasCount(1);
    assertThat(page.locator(".health .words")).containsText("1 of 3 events could not be shown");
    node.show();
    OutboxEntry again = node.claim();
    assertThat(again.position()).isEqualTo(4);
    assertThat(again.late()).isTrue();
  }

  @Test
  void shows_all_of_it_again_from_the_keyboard() {
    // Given
    node.accept("s-1", "/src/shop", 3);
    node.bind("s-1", "mend the shop");
    node.park("Bad Request: message is too strange");
    node.park("Bad Request: message is even stranger");
    console.signIn();
    Locator all = page.getByText("Show all of it again");
    assertThat(all).isVisible();

    // When
    page.getByText("Questions").focus(); // the last of what is on every page
    page.keyboard().press("Tab");
    assertThat(all).isFocused();
    page.keyboard().press("Enter");

    // Then
    assertThat(page.locator(".told")).containsText("2 are shown again");
    assertThat(cards("Could not be shown")).hasCount(0);
    assertThat(page.locator(".health .words")).containsText("3 waiting");
  }

  @Test
  void says_so_when_it_could_not_be_done() {
    // Given
    node.accept("s-1", "/src/shop", 1);
    node.bind("s-1", "mend the shop");
    node.park("Bad Request: message is too strange");
    console.signIn();
    Locator button = page.getByLabel("Show again: mend the shop, entry 1");
    assertThat(button).isVisible();
    page.route("**/api/parked/again", Route::abort);

    // When
    button.click();

    // Then
    assertThat(page.locator(".told")).containsText("there is no connection to Hookline");
    assertThat(button).isEnabled();
    expectComplaint("ERR_FAILED");
  }

  @Test
  void shows_what_changes_while_one_looks() {
    // Given
    List<String> fetched = new CopyOnWriteArrayList<>();
    page.onRequest(request -> fetched.add(request.url()));
    node.accept("s-1", "/src/shop", 1);
    node.bind("s-1", "mend the shop");
    console.signIn();
    assertThat(page.locator(".connection.live")).isVisible();
    assertThat(page.locator(".health .words")).containsText("1 waiting");

    // When
    node.show();
    node.hint();

    // Then
    assertThat(page.locator(".health .words")).hasText("The one event is shown");
    assertThat(cards("Sessions").locator(".why")).hasCount(0);
    assertThat(fetched).filteredOn(url -> url.endsWith("/api/snapshot")).hasSize(1);
  }

  @Test
  void tells_a_stranger_how_to_sign_in_and_no_facts() {
    // Given
    node.accept("s-1", "/src/shop", 1);
    node.bind("s-1", "mend the shop");

    // When
    page.navigate(console.address());

    // Then
    assertThat(page.getByText("This browser is not signed in yet.")).isVisible();
    assertThat(page.locator("code")).hasText("./hookline serve");
    assertThat(page.content()).doesNotContain("mend the shop").doesNotContain("waiting");
    expectComplaint("401");
  }

  @Test
  void runs_nothing_that_a_stranger_wrote() {
    // Given
    String hostile = "<img src=x onerror=\"document.title='taken'\"><script>1</script><b>";
    node.accept("s-1", "project " + hostile, 2);
    node.bind("s-1", "topic " + hostile);
    node.park("reason " + hostile);
    node.stopChat("stopped " + hostile);

    // When
    console.signIn();

    // Then
    assertThat(cards("Sessions").locator(".name")).hasText("topic " + hostile);
    assertThat(cards("Sessions")).containsText("project " + hostile);
    assertThat(cards("Could not be shown").locator(".why")).hasText("reason " + hostile);
    assertThat(cards("Chats").locator(".why")).hasText("Chat stopped, stopped " + hostile + ".");
    assertThat(page.locator(".health .words")).containsText("stopped " + hostile);
    assertThat(page.locator("#app img, #app script, #app .name b")).hasCount(0);
    assertThat(page.title()).startsWith("Chat stopped, stopped <img");
  }

  /** What the page lists under a heading. */
  private Locator cards(String heading) {
    return page.locator("section", new Page.LocatorOptions().setHasText(heading)).locator("li");
  }

  /** The browser reports every refusal, also one that a test asked for. */
  private void expectComplaint(String part) {
    assertThat(console.complaints()).singleElement().asString().contains(part);
    console.complaints().clear();
  }
}
