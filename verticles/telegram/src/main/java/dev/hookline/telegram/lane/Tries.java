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

  /** How many entries one message shows at most: what one of them costs the others is bounded. */
  static final int MOST_TOGETHER = 100;

  private record Try(long position, int part, Form form, String reason) {}

  private record Uncertain(long position, int part, long through) {}

  private record Refused(long through, int mostTogether) {}

  private final Map<SessionKey, Try> tries = new Recent<>();
  private final Map<SessionKey, Uncertain> uncertain = new Recent<>();
  private final Map<SessionKey, Refused> refused = new Recent<>();

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
    Uncertain known = uncertain.get(entry.session());
    if (known == null || entry.position() > known.through()) {
      return true;
    }
    boolean samePart = entry.position() == known.position() && entry.part() == known.part();
    return !samePart && entry.position() <= known.position();
  }

  /**
   * How many entries the message that begins with this one may show. What may be there already is
   * shown again without anything new, so that it is known what may be there twice.
   */
  int mostTogether(OutboxEntry entry) {
    if (of(entry).form() != Form.RENDERED) {
      return 1;
    }
    long most = MOST_TOGETHER;
    Refused before = refused.get(entry.session());
    if (before != null && entry.position() <= before.through()) {
      most = before.mostTogether();
    }
    return (int) (certain(entry) ? most : Math.min(most, through(entry) - entry.position() + 1));
  }

  /** The part was refused: the next try uses this form. */
  void degrade(OutboxEntry entry, Form form, String reason) {
    tries.put(entry.session(), new Try(entry.position(), entry.part(), form, reason));
  }

  /** Something in a message that shows several was refused: they are tried in halves. */
  void halve(OutboxEntry entry) {
    int half = (entry.folded().size() + 1) / 2;
    refused.put(entry.session(), new Refused(entry.last(), half));
  }

  /** The part, with all that its message shows, may have been shown and is tried again. */
  void uncertain(OutboxEntry entry) {
    long through = certain(entry) ? entry.last() : Math.max(entry.last(), through(entry));
    uncertain.put(entry.session(), new Uncertain(entry.position(), entry.part(), through));
  }

  /** The entry's part is settled, with all that its message shows. */
  void forget(OutboxEntry entry) {
    SessionKey session = entry.session();
    tries.remove(session);
    uncertain.computeIfPresent(session, (key, it) -> it.through() > entry.last() ? it : null);
    refused.computeIfPresent(session, (key, it) -> it.through() > entry.last() ? it : null);
  }

  private long through(OutboxEntry entry) {
    return uncertain.get(entry.session()).through();
  }

  private Try of(OutboxEntry entry) {
    Try known = tries.get(entry.session());
    return known != null && known.position() == entry.position() && known.part() == entry.part()
        ? known
        : new Try(entry.position(), entry.part(), Form.RENDERED, "");
  }

  /** Forgets the oldest: sessions whose head stays stuck must not fill the memory. */
  private static final class Recent<T> extends LinkedHashMap<SessionKey, T> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<SessionKey, T> eldest) {
      return size() > MOST;
    }
  }
}
