package dev.hookline.lab.check;

/**
 * A topic that the bot made.
 *
 * @param created when, in milliseconds of the epoch
 * @param deleted when; 0 while it is there
 */
public record ForumTopic(long thread, String name, long created, long deleted) {

  public boolean isThere() {
    return deleted == 0;
  }
}
