package dev.hookline.store;

/**
 * Where an event is shown.
 *
 * @param seq the event's place of arrival in its session
 * @param position the place in the session of the entry that shows it
 * @param messageId the first message of that entry
 * @param how in which way the message shows it
 */
public record ShownEvent(long seq, long position, long messageId, How how) {

  /** How a message shows an event. */
  public enum How {
    /** It was sent with it. */
    SENT,
    /** It was edited to show it too. */
    EDITED,
    /** It only counts it. */
    COUNTED
  }
}
