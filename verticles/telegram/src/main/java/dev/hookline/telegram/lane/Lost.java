package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.telegram.bot.Keyboard;
import io.vertx.core.Future;
import java.util.Optional;

/** A message of ours of which nobody knows whether Telegram has it, and what follows from it. */
interface Lost {

  /** The highest message id of the chat that was known before it was sent. */
  long lowMessageId();

  /** Which session waits until this is known; empty when none does. */
  Optional<SessionKey> session();

  /** What is below it: to ask for it must not change it. */
  Keyboard keyboard();

  /** Telegram has it as this message. */
  Future<Void> found(long message);

  /** It is not there, as far as anybody can tell. */
  Future<Void> missing();
}
