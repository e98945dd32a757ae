package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;

/** What a press or a reply is to cause. */
sealed interface Effect {

  /** The question is decided. */
  record Decide(Decision decision) implements Effect {}

  /**
   * Something is chosen, and can be changed until it is sent.
   *
   * @param picks what was chosen so far, as the question wants it back
   * @param words what to tell the person
   */
  record Pick(String picks, String words) implements Effect {}

  /**
   * Nothing, but the person is told something.
   *
   * @param words at most 200 characters
   */
  record Say(String words) implements Effect {}
}
