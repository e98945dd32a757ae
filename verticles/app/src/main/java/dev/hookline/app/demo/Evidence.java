package dev.hookline.app.demo;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.Journal;
import dev.hookline.store.ShownEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * The calls of a journal that show something, by the message.
 *
 * @param sent those that made messages
 * @param edited the last one that edited each
 */
public record Evidence(Map<Long, CallRecord> sent, Map<Long, CallRecord> edited) {

  public Evidence {
    sent = Map.copyOf(sent);
    edited = Map.copyOf(edited);
  }

  /** What a journal says: only calls that had their effect count. */
  public static Evidence of(Journal journal) {
    Map<Long, CallRecord> sent = new HashMap<>();
    Map<Long, CallRecord> edited = new HashMap<>();
    for (CallRecord call : journal.records()) {
      if (call.committed() && call.method().startsWith("send")) {
        call.messageIds().forEach(id -> sent.put((long) id, call));
      } else if (call.committed() && call.method().equalsIgnoreCase("editMessageText")) {
        call.messageIds().forEach(id -> edited.put((long) id, call));
      }
    }
    return new Evidence(sent, edited);
  }

  /** The call that showed an event, as the store believes; null when the journal has none. */
  public CallRecord of(ShownEvent event) {
    boolean byEdit = event.how() == ShownEvent.How.EDITED;
    return (byEdit ? edited : sent).get(event.messageId());
  }

  /** The topic of an event's message, which a call that edits does not name. */
  public int thread(ShownEvent event) {
    CallRecord call = sent.get(event.messageId());
    return call == null ? 0 : call.threadId();
  }
}
