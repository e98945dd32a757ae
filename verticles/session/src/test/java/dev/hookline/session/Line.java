package dev.hookline.session;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionView;
import dev.hookline.store.SourceProgress;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A session as the sequencer sees it, played by a test: events arrive, time passes, and what the
 * sequencer places is written down as the person in the chat would read it.
 */
final class Line {

  static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

  private static final SessionKey SESSION = new SessionKey("s-1");
  private static final int PAGE = 500;

  private final Sequencer sequencer = new Sequencer(OrderOptions.DEFAULTS, true);
  private final List<FreshEvent> fresh = new ArrayList<>();
  private final List<HookEvent> placed = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final Map<String, SortedSet<Long>> numbers = new HashMap<>();
  private final Map<String, Instant> firstAt = new HashMap<>();

  private Instant now = START;
  private Instant wakeAt;
  private long nextSeq = 1;

  static HookEvent event(EventType type, String content) {
    return numbered(type, content, null);
  }

  static HookEvent numbered(EventType type, String content, Long number) {
    return new HookEvent(
        "src", "id-" + content, type, SESSION, START, content, new JsonObject(), number);
  }

  static HookEvent tool(EventType type, String content, String toolUseId) {
    return event(type, content).with(MetadataKeys.TOOL_USE_ID, toolUseId);
  }

  static HookEvent hook(EventType type, String content, String hook) {
    return event(type, content).with(MetadataKeys.HOOK, hook);
  }

  static HookEvent piece(String message, int number, boolean last, String content) {
    return event(EventType.AGENT_RESPONSE, content)
        .with(MetadataKeys.MESSAGE_ID, message)
        .with(MetadataKeys.PIECE, number)
        .with(MetadataKeys.FINAL, last);
  }

  Line arrives(HookEvent event) {
    fresh.add(new FreshEvent(nextSeq++, now, event));
    if (event.sequence() != null) {
      numbers.computeIfAbsent(event.source(), key -> new TreeSet<>()).add(event.sequence());
      firstAt.putIfAbsent(event.source(), now);
    }
    place();
    return this;
  }

  Line after(Duration time) {
    Instant end = now.plus(time);
    while (wakeAt != null && !wakeAt.isAfter(end)) {
      now = wakeAt.isAfter(now) ? wakeAt : now;
      place();
    }
    now = end;
    return this;
  }

  /** What was shown so far; "late:" before late ones, notes in brackets. */
  List<String> shown() {
    return List.copyOf(shown);
  }

  List<HookEvent> placed() {
    return List.copyOf(placed);
  }

  /** Whether the sequencer asked to be woken although nothing arrives. */
  boolean waits() {
    return wakeAt != null;
  }

  int left() {
    return fresh.size();
  }

  private void place() {
    Plan plan = sequencer.plan(view(), now);
    wakeAt = plan.wakeAt();
    plan.releases().forEach(this::write);
    if (!plan.releases().isEmpty()) {
      place();
    }
  }

  private void write(Release release) {
    List<HookEvent> events =
        fresh.stream()
            .filter(item -> release.events().contains(item.seq()))
            .sorted(Comparator.comparingInt(item -> release.events().indexOf(item.seq())))
            .map(FreshEvent::event)
            .toList();
    fresh.removeIf(item -> release.events().contains(item.seq()));
    placed.addAll(events);
    String words =
        switch (release.kind()) {
          case EVENT -> events.stream().map(HookEvent::content).collect(Collectors.joining());
          case MIRRORED -> "";
          case GAP, NOTE -> "[" + release.text() + "]";
          case CLOSE -> "[closed]";
          case WHOLE -> throw new AssertionError("nobody presses anything here");
        };
    if (!words.isEmpty()) {
      shown.add((release.late() ? "late:" : "") + words);
    }
  }

  private SessionView view() {
    List<FreshEvent> numbered =
        fresh.stream()
            .filter(item -> item.event().sequence() != null)
            .sorted(Comparator.comparing((FreshEvent item) -> item.event().sequence()))
            .limit(PAGE)
            .toList();
    List<FreshEvent> page = new ArrayList<>(numbered);
    fresh.stream().filter(item -> item.event().sequence() == null).limit(PAGE).forEach(page::add);
    return new SessionView(
        SESSION,
        1,
        placed.size() + 1L,
        page,
        toolIds(Set.of(EventType.TOOL_START)),
        toolIds(Set.of(EventType.TOOL_RESULT, EventType.TOOL_ERROR)),
        placed.stream().filter(e -> e.type() == EventType.AGENT_RESPONSE).toList(),
        progress());
  }

  private Set<String> toolIds(Set<EventType> types) {
    return placed.stream()
        .filter(event -> types.contains(event.type()) && event.toolUseId() != null)
        .map(HookEvent::toolUseId)
        .collect(Collectors.toSet());
  }

  private Map<String, SourceProgress> progress() {
    return numbers.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> progress(e.getKey(), e.getValue())));
  }

  private SourceProgress progress(String source, SortedSet<Long> arrived) {
    long through = arrived.first();
    while (arrived.contains(through + 1)) {
      through++;
    }
    Long released =
        placed.stream()
            .filter(event -> event.source().equals(source) && event.sequence() != null)
            .map(HookEvent::sequence)
            .max(Long::compare)
            .orElse(null);
    return new SourceProgress(arrived.first(), firstAt.get(source), through, released);
  }
}
