package dev.hookline.telegram.command;

import dev.hookline.store.Order;
import dev.hookline.store.SessionTopic;
import java.time.Instant;
import java.util.Optional;

/**
 * A command that somebody gave.
 *
 * @param order how it was given
 * @param arguments what stands behind the command's name, without the space around it
 * @param repliesTo the message that it replies to; 0 for none
 * @param session whose topic it was written in; empty when in none's
 * @param now when it is carried out
 */
record Asked(
    Order order, String arguments, long repliesTo, Optional<SessionTopic> session, Instant now) {

  Subject subject() {
    if (session.isPresent()) {
      return Subject.SESSION;
    }
    return order.thread() == 0 ? Subject.CHAT : Subject.NOTHING;
  }
}
