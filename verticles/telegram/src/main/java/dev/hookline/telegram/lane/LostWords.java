package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Errand;
import dev.hookline.telegram.bot.Keyboard;
import io.vertx.core.Future;
import java.util.Optional;

/** The answer to a command, whose own answer was lost: no session waits for it. */
record LostWords(Errand errand, ErrandBook book) implements Lost {

  @Override
  public long lowMessageId() {
    return errand.lowMessageId();
  }

  @Override
  public Optional<SessionKey> session() {
    return Optional.empty();
  }

  @Override
  public Keyboard keyboard() {
    return Keyboard.NONE;
  }

  @Override
  public Future<Void> found(long message) {
    return book.done(errand, message);
  }

  @Override
  public Future<Void> missing() {
    return book.again(errand, 0);
  }

  @Override
  public String toString() {
    return "answer to message " + errand.message();
  }
}
