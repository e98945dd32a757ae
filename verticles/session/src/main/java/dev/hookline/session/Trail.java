package dev.hookline.session;

import dev.hookline.messages.trace.Stage;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells those who follow events when they got their places. Thread-safe. */
final class Trail {

  private final Traces traces;

  Trail(Traces traces) {
    this.traces = traces;
  }

  /** The plan for what was seen of a session was carried out at the given time. */
  void placed(SessionView view, Plan plan, Instant at) {
    if (!traces.on()) {
      return;
    }
    Map<Long, FreshEvent> fresh =
        view.fresh().stream()
            .collect(Collectors.toMap(FreshEvent::seq, Function.identity(), (one, same) -> one));
    Instant placed = at.truncatedTo(ChronoUnit.MILLIS); // as it is stored
    long position = view.nextPosition();
    for (Release release : plan.releases()) {
      for (long seq : release.events()) {
        if (fresh.containsKey(seq)) {
          placed(fresh.get(seq), release, position, placed);
        }
      }
      position += release.kind() == Release.Kind.MIRRORED ? 0 : 1;
    }
  }

  private void placed(FreshEvent item, Release release, long position, Instant at) {
    Map<String, Object> facts =
        Map.of(
            "hookline.event.seq",
            item.seq(),
            "hookline.position",
            position,
            "hookline.release",
            release.kind().name().toLowerCase(Locale.ROOT),
            "hookline.late",
            release.late());
    Mark mark = Mark.only(item.event(), Kind.PLACE);
    traces.over(new Stage(mark, "", item.receivedAt(), at, false, facts, List.of()));
  }
}
