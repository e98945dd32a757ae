package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Verbosity;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When hints of what there is to send must not hurry the next try to take the chat. */
class StandByRestTest {

  private final StandBy standBy =
      new StandBy(
          new LaneSettings(
              -1001, "node", 18, 0, 5_000, 1_000, 1_000, 1_000, 5_000, Verbosity.NORMAL),
          new Random(1));

  @Test
  void rests_while_the_store_is_away_until_it_tries_again() {
    standBy.storeAway(new IllegalStateException("away"));
    assertThat(standBy.resting()).isTrue();

    standBy.tries();

    assertThat(standBy.resting()).isFalse();
  }

  @Test
  void rests_while_another_node_serves() {
    standBy.goOn();
    standBy.tries();

    assertThat(standBy.resting()).isTrue();
  }

  @Test
  void does_not_rest_when_it_serves() {
    standBy.goOn();

    standBy.over();

    assertThat(standBy.resting()).isFalse();
  }
}
