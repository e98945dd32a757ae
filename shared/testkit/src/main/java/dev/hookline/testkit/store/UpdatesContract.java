package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.ChatLease;
import dev.hookline.store.IncomingUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeping the bot's updates must do. */
public abstract class UpdatesContract extends StoreContract {

  private static final long BOT = 77;

  protected UpdatesContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void begins_at_the_very_start() {
    assertThat(result(store.updates().nextOffset(BOT))).isZero();
  }

  @Test
  void moves_on_behind_what_is_stored() {
    keep(message(6, 0), message(5, 0));

    assertThat(result(store.updates().nextOffset(BOT))).isEqualTo(7);
    assertThat(result(store.updates().nextOffset(78))).isZero();
  }

  @Test
  void stays_where_it_is_when_nothing_came() {
    keep(message(5, 0));

    keep();

    assertThat(result(store.updates().nextOffset(BOT))).isEqualTo(6);
  }

  @Test
  void follows_updates_that_are_numbered_anew_after_a_silent_week() {
    keep(message(900, 0));

    keep(message(5, 0));

    assertThat(result(store.updates().nextOffset(BOT))).isEqualTo(6);
    assertThat(ids()).containsExactly(5L, 900L);
  }

  @Test
  void gives_stored_updates_back_in_order_until_they_are_handled() {
    IncomingUpdate second = new IncomingUpdate(6, CHAT, 41, 10, "{\"update_id\":6}");
    keep(second, message(5, 0), message(7, 0));

    assertThat(ids()).containsExactly(5L, 6L, 7L);
    assertThat(result(store.updates().unhandled(BOT, 2)).get(1)).isEqualTo(second);

    result(store.updates().handled(BOT, List.of(5L, 7L)));
    assertThat(ids()).containsExactly(6L);
  }

  @Test
  void ignores_updates_that_it_knows() {
    keep(message(5, 0));
    result(store.updates().handled(BOT, List.of(5L)));

    keep(message(5, 0), message(6, 0));

    assertThat(ids()).containsExactly(6L);
  }

  @Test
  void tells_the_updates_of_two_bots_apart() {
    keep(message(5, 0));

    result(store.updates().store(78, List.of(message(5, 0)), NOW));

    assertThat(result(store.updates().unhandled(78, 10))).hasSize(1);
  }

  @Test
  void makes_the_messages_of_other_people_known_to_their_chat() {
    ChatLease lease = take();

    keep(message(5, 41), message(6, 40), new IncomingUpdate(7, -2002, 99, 0, "{}"));

    assertThat(result(store.topics().knownMessages(CHAT, 0))).containsExactly(40L, 41L);
    assertThat(result(store.chats().renew(lease, LIFETIME)).lastMessageId()).isEqualTo(41);
  }

  private void keep(IncomingUpdate... updates) {
    result(store.updates().store(BOT, List.of(updates), NOW));
  }

  private List<Long> ids() {
    return result(store.updates().unhandled(BOT, 10)).stream()
        .map(IncomingUpdate::updateId)
        .toList();
  }

  private static IncomingUpdate message(long update, long message) {
    return new IncomingUpdate(update, CHAT, message, 0, "{}");
  }
}
