package dev.hookline.telegram.command;

import dev.hookline.store.Arrangement;
import dev.hookline.store.Errand.Deed;

/**
 * What comes of a command.
 *
 * @param arrangement what it changes in the store
 * @param deed what is to be done in the chat
 * @param text the words to say, or the topic's new name; else empty
 */
record Outcome(Arrangement arrangement, Deed deed, String text) {

  /** Changes nothing. */
  static Outcome say(String words) {
    return say(new Arrangement.Nothing(), words);
  }

  /** Changes something and says so. */
  static Outcome say(Arrangement arrangement, String words) {
    return new Outcome(arrangement, Deed.SAY, words);
  }
}
