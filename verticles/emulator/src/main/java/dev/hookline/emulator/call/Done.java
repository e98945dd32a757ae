package dev.hookline.emulator.call;

import java.util.List;

/**
 * What a call brought.
 *
 * @param messageIds the messages that it made
 */
public record Done(Reply reply, List<Integer> messageIds) {

  public static Done with(Object result) {
    return new Done(Reply.ok(result), List.of());
  }

  public static Done with(Object result, List<Integer> messageIds) {
    return new Done(Reply.ok(result), List.copyOf(messageIds));
  }

  /** It is done; there is nothing to tell. */
  public static Done yes() {
    return with(true);
  }
}
