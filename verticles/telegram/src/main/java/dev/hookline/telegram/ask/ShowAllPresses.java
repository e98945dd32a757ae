package dev.hookline.telegram.ask;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.MessagePlace;
import dev.hookline.store.Press;
import dev.hookline.store.Store;
import dev.hookline.store.Wholes.Wish;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;

/**
 * Judges who pressed {@link ShowAll}, and where, and gives what they want to see its place in the
 * outbox. Confined to the event loop of who reads the updates.
 */
public final class ShowAllPresses {

  /** Wishes in a chat within a minute: a third of its calls, whoever presses how much. */
  private static final int MOST = 6;

  private static final String NOT_ALLOWED = "You may not read here: ask who runs Hookline.";
  private static final String UNKNOWN = "There is nothing more to show here.";

  private final Store store;
  private final People people;
  private final EventBus bus;
  private final long chat;

  /**
   * @param chat the chat that is served; presses elsewhere have no effect
   */
  public ShowAllPresses(Store store, People people, EventBus bus, long chat) {
    this.store = store;
    this.people = people;
    this.bus = bus;
    this.chat = chat;
  }

  /**
   * The button was pressed.
   *
   * @param query the {@code callback_query}
   * @return what to tell the person, in at most 200 characters; fails only when the store does
   */
  public Future<String> pressed(long bot, long update, JsonObject query) {
    Press press = Presses.press(bot, update, query);
    if (Stranger.isNobody(Presses.from(query)) || !people.may(press.user(), People.Right.READ)) {
      return refuse(press, "not allowed", NOT_ALLOWED);
    }
    if (press.chat() != chat || press.thread() == 0) {
      return refuse(press, "not a button of ours", UNKNOWN);
    }
    return store
        .wholes()
        .under(press)
        .compose(
            place ->
                place.filter(it -> ShowAll.data(it).equals(press.button())).isPresent()
                    ? want(press, place.get())
                    : refuse(press, "no such button", UNKNOWN));
  }

  private Future<String> want(Press press, MessagePlace place) {
    return store.wholes().want(press, place, MOST, store.clock().instant()).map(this::told);
  }

  private String told(Wish wish) {
    return switch (wish) {
      case GRANTED -> {
        Addresses.CHAT_HINT.tellAll(bus, new ChatHint(chat));
        yield "All of it follows below, as a file.";
      }
      case GRANTED_BEFORE -> "It is there already, or about to come.";
      case TOO_MANY -> "Too much is wanted at once: press again in a minute.";
      case GONE -> UNKNOWN;
    };
  }

  private Future<String> refuse(Press press, String why, String words) {
    return store.approvals().refused(press, why, store.clock().instant()).map(words);
  }
}
