package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a lane remembers of earlier tries at the head of a session. Forgotten with the lane: then a
 * part is tried from its first form again.
 */
final class Tries {

  private record Try(long position, int part, Form form, String reason, boolean certain) {}

  private static final int MOST = 1_000; // sessions whose head stays stuck must not fill the memory

  private final Map<SessionKey, Try> tries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionKey, Try> eldest) {
          return size() > MOST;
        }
      };

  /** The form in which to send the entry's part now. */
  Form form(OutboxEntry entry) {
    return of(entry).form();
  }

  /** Why an earlier form was refused. */
  String reason(OutboxEntry entry) {
    return of(entry).reason();
  }

  /** Whether no earlier try may have been shown. */
  boolean certain(OutboxEntry entry) {
    return of(entry).certain();
  }

  /** The part was refused: the next try uses this form. */
  void degrade(OutboxEntry entry, Form form, String reason) {
    tries.put(
        entry.session(),
        new Try(entry.position(), entry.part(), form, reason, of(entry).certain()));
  }

  /** The part may have been shown, and is tried again nevertheless. */
  void uncertain(OutboxEntry entry) {
    Try before = of(entry);
    tries.put(
        entry.session(),
        new Try(entry.position(), entry.part(), before.form(), before.reason(), false));
  }

  /** The entry's part is settled. */
  void forget(OutboxEntry entry) {
    tries.remove(entry.session());
  }

  private Try of(OutboxEntry entry) {
    Try known = tries.get(entry.session());
    return known != null && known.position() == entry.position() && known.part() == entry.part()
        ? known
        : new Try(entry.position(), entry.part(), Form.RENDERED, "", true);
  }
}
