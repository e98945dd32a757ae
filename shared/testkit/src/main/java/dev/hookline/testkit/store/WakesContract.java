package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What telling whether an agent is about to go on by itself must do. */
public abstract class WakesContract extends StoreContract {

  private int turns;

  protected WakesContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void an_agent_goes_on_while_more_is_over_than_it_has_heard_of() {
    isAsked();

    assertThat(goesOnAfterTurnBeside(3)).isFalse();
    assertThat(goesOnAfterTurnBeside(1)).isTrue(); // two ended, and one of them began this turn
    assertThat(goesOnAfterTurnBeside(1)).isFalse();
    assertThat(goesOnAfterTurnBeside(0)).isFalse();
  }

  @Test
  void what_was_over_before_somebody_wrote_wakes_nobody() {
    goesOnAfterTurnBeside(3);
    isAsked();

    assertThat(goesOnAfterTurnBeside(0)).isFalse();
  }

  private void isAsked() {
    accept(Sample.typed(EventType.USER_INPUT, ONE, "asked"));
  }

  private boolean goesOnAfterTurnBeside(int background) {
    String id = "turn-" + ++turns;
    JsonObject metadata = new JsonObject().put(MetadataKeys.BACKGROUND_TASKS, background);
    accept(Sample.typed(EventType.TURN_COMPLETE, metadata, ONE, id));
    Listener listener = new Listener(ONE, "source of " + ONE, id, id, Way.STOP, false, 9_000);
    return result(store.replies().goesOnByItself(listener));
  }
}
