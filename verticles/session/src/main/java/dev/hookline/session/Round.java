package dev.hookline.session;

import dev.hookline.messages.EventType;
import dev.hookline.session.NumberGate.Passage;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One decision of the {@link Sequencer}: takes events one by one while any may have its place. */
final class Round {

  private final Map<String, List<FreshEvent>> numbered = new LinkedHashMap<>();
  private final Map<String, NumberGate> gates = new LinkedHashMap<>();
  private final List<FreshEvent> unnumbered = new ArrayList<>();
  private final Causes causes;
  private final List<Release> releases = new ArrayList<>();

  private EventType lastPlaced;
  private Instant wakeAt;

  Round(SessionView view, OrderOptions options, Instant now) {
    for (FreshEvent item : view.fresh()) {
      if (item.event().sequence() == null) {
        unnumbered.add(item);
      } else {
        String source = item.event().source();
        numbered.computeIfAbsent(source, ignored -> new ArrayList<>()).add(item);
        gates.computeIfAbsent(source, key -> new NumberGate(options, view.sources().get(key), now));
      }
    }
    causes = new Causes(view, options, now);
  }

  /**
   * Places what may be placed; answers when to look again, or null when nothing waits for a time.
   */
  Instant placeAll() {
    Optional<Pick> pick = next();
    while (pick.isPresent()) {
      place(pick.get());
      pick = next();
    }
    return wakeAt;
  }

  void append(Release release) {
    releases.add(release);
  }

  List<Release> releases() {
    return releases;
  }

  EventType lastPlaced() {
    return lastPlaced;
  }

  private Optional<Pick> next() {
    wakeAt = null;
    Optional<Pick> first = scan(unnumbered, null);
    for (Map.Entry<String, List<FreshEvent>> source : numbered.entrySet()) {
      first = earlier(first, scan(source.getValue(), gates.get(source.getKey())));
    }
    return first;
  }

  /** The first event of a stream that may have its place. */
  private Optional<Pick> scan(List<FreshEvent> stream, NumberGate gate) {
    boolean held = false;
    long before = gate == null ? 0 : gate.placedThrough();
    for (int i = 0; i < stream.size(); i++) {
      FreshEvent item = stream.get(i);
      Passage passage = Passage.OPEN;
      if (gate != null) {
        long number = item.event().sequence();
        passage = gate.passage(number, before, stream.subList(i, stream.size()));
        before = Math.max(before, number);
      }
      if (!passage.open()) {
        wake(passage.until());
        return Optional.empty();
      }
      if (held && !Causes.mayBeOvertaken(item.event())) {
        continue;
      }
      Turn turn = causes.turn(item);
      if (turn instanceof Turn.Now now) {
        return Optional.of(new Pick(item, now, passage, late(item, gate)));
      }
      Turn.Later later = (Turn.Later) turn;
      wake(later.until());
      held |= later.holdsOthers();
    }
    return Optional.empty();
  }

  private boolean late(FreshEvent item, NumberGate gate) {
    return causes.late(item.event()) || (gate != null && gate.late(item.event().sequence()));
  }

  private void place(Pick pick) {
    if (pick.passage().gap()) {
      append(Release.words(Release.Kind.GAP, pick.passage().words()));
    }
    append(new Release(pick.turn().kind(), pick.late(), pick.turn().events(), ""));
    causes.placed(pick.item(), pick.turn());
    unnumbered.removeIf(item -> pick.turn().events().contains(item.seq()));
    numbered.values().forEach(list -> list.removeIf(i -> pick.turn().events().contains(i.seq())));
    if (pick.turn().kind() == Release.Kind.EVENT) {
      lastPlaced = pick.item().event().type();
    }
    if (pick.item().event().sequence() != null) {
      gates.get(pick.item().event().source()).placed(pick.item().event().sequence());
    }
  }

  private void wake(Instant at) {
    if (at != null && (wakeAt == null || at.isBefore(wakeAt))) {
      wakeAt = at;
    }
  }

  private static Optional<Pick> earlier(Optional<Pick> one, Optional<Pick> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().item().seq() < other.get().item().seq() ? one : other;
  }

  private record Pick(FreshEvent item, Turn.Now turn, Passage passage, boolean late) {}
}
