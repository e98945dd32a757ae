package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.Release;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSearch.Only;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever looks for a session finds it, and no other, whichever database holds it. */
public abstract class SearchContract extends StoreContract {

  protected SearchContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void finds_a_session_by_whatever_is_known_of_it() {
    has(ONE, "claude", "laptop", "/src/shop");
    has(TWO, "codex", "desk", "/home/docs");
    bind(ONE, 10);

    assertThat(List.of("s-1", "claude", "laptop", "/src/shop", "topic m-a-s-1-10"))
        .allSatisfy(text -> assertThat(found(text)).containsExactly(ONE));
  }

  @Test
  void takes_every_character_as_itself() {
    has(ONE, "claude", "laptop", "100% a_b wow! c:\\dir it's \"so\" [x]");
    has(TWO, "codex", "desk", "100 acb wow c:dir its so x");

    assertThat(List.of("100%", "a_b", "wow!", "c:\\dir", "it's", "\"so\"", "[x]"))
        .allSatisfy(text -> assertThat(found(text)).containsExactly(ONE));
  }

  @Test
  void knows_no_wildcard() {
    has(ONE, "claude", "laptop", "/src/shop");

    assertThat(List.of("%", "_", "!", "\\", "*", "?", "s%p"))
        .allSatisfy(text -> assertThat(found(text)).isEmpty());
  }

  @Test
  void takes_capitals_from_a_to_z_for_small_letters_and_no_others() {
    has(ONE, "Claude", "laptop", "/src/äpfel-und-ÖL");

    assertThat(List.of("cLAUDE", "LAPTOP", "äPFEL", "Öl"))
        .allSatisfy(text -> assertThat(found(text)).containsExactly(ONE));
    assertThat(List.of("Äpfel", "öl")).allSatisfy(text -> assertThat(found(text)).isEmpty());
  }

  @Test
  void finds_nothing_across_the_border_of_two_things() {
    has(ONE, "claude", "laptop", "/src/shop");

    assertThat(found("claudelaptop")).isEmpty();
    assertThat(found("claude laptop")).isEmpty();
  }

  @Test
  void refuses_what_no_database_could_look_for() {
    assertThatThrownBy(() -> new SessionSearch("a\0b", Only.ALL)).hasMessageContaining("NUL");
    assertThatThrownBy(() -> new SessionSearch("a".repeat(201), Only.ALL))
        .hasMessageContaining("200");
  }

  @Test
  void finds_the_latest_and_counts_all() {
    accept(Sample.at(NOW, ONE, "a"), Sample.at(NOW.plusSeconds(1), TWO, "b"));

    assertThat(sessions(SessionSearch.ALL, 1)).containsExactly(TWO);
    assertThat(result(store.overview().count(SessionSearch.ALL))).isEqualTo(2);
    assertThat(result(store.overview().count(new SessionSearch("s-2", Only.ALL)))).isEqualTo(1);
  }

  @Test
  void finds_what_waits_in_line() {
    enqueue(ONE, 2);
    enqueue(TWO, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    assertThat(found(Only.WAITING)).containsExactlyInAnyOrder(ONE, TWO);

    shown(lease, 2);

    assertThat(found(Only.WAITING)).containsExactly(TWO);
  }

  @Test
  void finds_what_waits_for_its_place() {
    accept(Sample.event(ONE, "without a number"), Sample.numbered(TWO, 7));
    accept(Sample.typed(EventType.TURN_COMPLETE, new SessionKey("kept"), "k"));

    assertThat(found(Only.WAITING)).containsExactlyInAnyOrder(ONE, TWO);
  }

  @Test
  void does_not_call_words_of_our_own_waiting() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    shown(take(), 1);
    release(ONE, 2, Release.words(Release.Kind.NOTE, "a note"));

    assertThat(found(Only.WAITING)).isEmpty();
  }

  @Test
  void finds_what_could_not_be_shown() {
    enqueue(ONE, 2);
    enqueue(TWO, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    assertThat(found(Only.PARKED)).isEmpty();

    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    assertThat(found(Only.PARKED)).containsExactly(ONE);
    assertThat(result(store.overview().count(SessionSearch.of(Only.PARKED)))).isEqualTo(1);
  }

  @Test
  void finds_whose_agent_waits_for_an_answer() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    NewApproval asked =
        new NewApproval(
            "q", "source of s-1", "e", ONE, "like", NOW.plusSeconds(600), NOW.plusSeconds(15));
    result(store.approvals().hold(asked, NOW));
    assertThat(found(Only.ASKING)).containsExactly(ONE);

    result(store.approvals().settle("q", Approval.State.ELSEWHERE, NOW));

    assertThat(found(Only.ASKING)).isEmpty();
  }

  @Test
  void finds_a_session_behind_whose_end_nothing_came() {
    accept(Sample.event(ONE, "a"), Sample.typed(EventType.SESSION_END, ONE, "end"));
    enqueue(TWO, 1);
    assertThat(found(Only.ENDED)).containsExactly(ONE);

    accept(Sample.event(ONE, "resumed"));

    assertThat(found(Only.ENDED)).isEmpty();
  }

  @Test
  void finds_a_session_whose_topic_is_closed() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    assertThat(found(Only.ENDED)).isEmpty();

    result(store.topics().closed(CHAT, 10, NOW));

    assertThat(found(Only.ENDED)).containsExactly(ONE);
  }

  private void has(SessionKey session, String agent, String host, String project) {
    JsonObject known =
        new JsonObject()
            .put(MetadataKeys.AGENT, agent)
            .put(MetadataKeys.HOSTNAME, host)
            .put(MetadataKeys.PROJECT_DIR, project);
    accept(Sample.with(known, session, "of " + session));
  }

  private List<SessionKey> found(String text) {
    return sessions(new SessionSearch(text, Only.ALL), 10);
  }

  private List<SessionKey> found(Only only) {
    return sessions(SessionSearch.of(only), 10);
  }

  private List<SessionKey> sessions(SessionSearch search, int limit) {
    return result(store.overview().sessions(search, limit)).stream()
        .map(found -> found.topic().session())
        .toList();
  }
}
