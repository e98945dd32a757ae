package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;

/** One command. Stateless, or confined to the event loop of who reads the updates. */
interface Command {

  /** The word behind the slash: 1 to 32 of a-z, 0-9 and underscores. */
  String name();

  /** What it does, in one line. */
  String does();

  /**
   * Which right one needs to give it; where that is the right to read, any other will do.
   *
   * @param about what it would be about
   */
  Right needs(Subject about);

  /** Whether the user may give it there. */
  default boolean isFor(long user, Subject about, People people) {
    Right needed = needs(about);
    return needed == Right.READ ? people.mayAsk(user) : people.may(user, needed);
  }

  /** Whether it is offered; one that is not is only understood. */
  default boolean isOffered() {
    return true;
  }

  /** What comes of it. Asked of those only who have the right; fails only when the store does. */
  Future<Outcome> answer(Asked asked);
}
