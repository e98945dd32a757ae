package dev.hookline.lab.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * C3: in a session, events first appear in the order of their numbers. One that came late may
 * appear late when its message says so; it is no measure for those after it.
 */
public final class InOrder implements Checker {

  @Override
  public Verdict judge(History history) {
    Map<String, Told> events = history.byMark();
    Map<String, Told> last = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> violations = new ArrayList<>();
    long late = 0;
    for (Shown message : history.visible()) {
      for (String mark : message.marks()) {
        Told event = events.get(mark);
        if (event == null || !seen.add(mark)) {
          continue;
        }
        if (message.late()) {
          late++;
          continue;
        }
        Told before = last.put(event.session(), event);
        if (before != null && before.number() > event.number()) {
          violations.add(mark + " is shown behind " + before.mark() + ", and not as late");
        }
      }
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("order violations", (long) violations.size());
    figures.put("shown late and marked", late);
    return new Verdict("C3 in order", figures, violations);
  }
}
