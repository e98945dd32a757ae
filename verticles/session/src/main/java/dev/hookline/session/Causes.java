package dev.hookline.session;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.SessionView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What must have happened before what, as far as events tell it without numbers: a tool starts
 * before it ends, and an agent speaks before it acts, although the hooks that say so race.
 */
final class Causes {

  private final OrderOptions options;
  private final Instant now;
  private final Answers answers;
  private final Set<String> started;
  private final Set<String> finished;
  private final Map<String, FreshEvent> startsToCome = new HashMap<>();

  private long lastDeed; // seq of the last arrival that is neither speech nor the start of a tool
  private long lastSpeech; // seq of the last speech placed in this round

  Causes(SessionView view, OrderOptions options, Instant now) {
    this.options = options;
    this.now = now;
    this.answers = new Answers(view, options, now);
    this.started = new HashSet<>(view.startedTools());
    this.finished = new HashSet<>(view.finishedTools());
    view.fresh().forEach(this::note);
  }

  /** Whether an event may be placed although an earlier arrival is held: it came before it. */
  static boolean mayBeOvertaken(HookEvent event) {
    return Answers.isPiece(event);
  }

  /** Whether the event may have its place, as far as causes tell. */
  Turn turn(FreshEvent item) {
    HookEvent event = item.event();
    return switch (event.type()) {
      case AGENT_RESPONSE -> answers.turn(item);
      case TOOL_START, APPROVAL_REQUEST -> afterSpeech(item);
      case TOOL_RESULT, TOOL_ERROR -> afterStart(item);
      default -> Turn.Now.alone(item.seq());
    };
  }

  /** Whether the event comes after what it caused. */
  boolean late(HookEvent event) {
    return event.type() == EventType.TOOL_START
        && event.toolUseId() != null
        && finished.contains(event.toolUseId());
  }

  /** Takes into account that an event has its place now. */
  void placed(FreshEvent item, Turn.Now turn) {
    HookEvent event = item.event();
    if (event.type() == EventType.AGENT_RESPONSE) {
      lastSpeech = Math.max(lastSpeech, item.seq());
      answers.placed(item, turn);
    } else if (event.toolUseId() != null) {
      (event.type() == EventType.TOOL_START ? started : finished).add(event.toolUseId());
    }
  }

  private void note(FreshEvent item) {
    HookEvent event = item.event();
    if (event.type() == EventType.TOOL_START) {
      if (event.toolUseId() != null) {
        startsToCome.put(event.toolUseId(), item);
      }
    } else if (event.type() != EventType.AGENT_RESPONSE
        && event.type() != EventType.APPROVAL_REQUEST) {
      lastDeed = Math.max(lastDeed, item.seq());
    }
  }

  // An agent's hook for a tool's start can overtake the hook for the text that came before it.
  private Turn afterSpeech(FreshEvent item) {
    Instant until = item.receivedAt().plus(options.textWait());
    boolean mayHaveOvertaken =
        item.event().sequence() == null
            && item.event().metadata().containsKey(MetadataKeys.HOOK)
            && lastDeed < item.seq()
            && lastSpeech < item.seq()
            && now.isBefore(until);
    return mayHaveOvertaken ? new Turn.Later(until, true) : Turn.Now.alone(item.seq());
  }

  private Turn afterStart(FreshEvent item) {
    HookEvent event = item.event();
    if (event.toolUseId() == null || started.contains(event.toolUseId())) {
      return Turn.Now.alone(item.seq());
    }
    FreshEvent start = startsToCome.get(event.toolUseId());
    if (start != null) {
      return sameNumbering(start.event(), event)
          ? Turn.Now.alone(item.seq()) // the sender's own numbers say so
          : new Turn.Later(null, false);
    }
    Instant until = item.receivedAt().plus(options.toolWait());
    return event.sequence() == null && now.isBefore(until)
        ? new Turn.Later(until, false)
        : Turn.Now.alone(item.seq());
  }

  private static boolean sameNumbering(HookEvent one, HookEvent other) {
    return one.sequence() != null
        && other.sequence() != null
        && one.source().equals(other.source());
  }
}
