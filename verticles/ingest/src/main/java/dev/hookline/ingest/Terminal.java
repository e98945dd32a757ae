package dev.hookline.ingest;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.Approval;
import dev.hookline.store.PlacedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out which questions of a session were answered where the agent runs. The agent does not say
 * so, but it goes on: the tool that was asked about ends, or the turn does. Confined to one event
 * loop.
 */
final class Terminal {

  private record End(long seq, String likeness) {}

  private record Turn(long seq, String agent) {}

  private final List<End> ends = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();

  private long through;

  /**
   * @param after the place of arrival behind which to look
   */
  Terminal(long after) {
    this.through = after;
  }

  /** How far it has looked. */
  long through() {
    return through;
  }

  /** What happened behind that, in order. */
  void sees(List<PlacedEvent> events) {
    events.forEach(this::sees);
  }

  private void sees(PlacedEvent placed) {
    through = Math.max(through, placed.seq());
    HookEvent event = placed.event();
    switch (event.type()) {
      case TOOL_RESULT, TOOL_ERROR -> ends.add(new End(placed.seq(), Likeness.of(event)));
      case OTHER -> {
        if ("ElicitationResult".equals(event.metadata().getValue(MetadataKeys.HOOK))) {
          ends.add(new End(placed.seq(), Likeness.of(event)));
        }
      }
      case SESSION_END -> turns.add(new Turn(placed.seq(), null));
      default -> turns.add(new Turn(placed.seq(), agent(event)));
    }
  }

  /**
   * Whether this question of the session was answered there.
   *
   * @param agent the helper that asks; empty for the main agent
   * @param all the session's questions, in order
   */
  boolean answered(Approval question, String agent, List<Approval> all) {
    long seq = question.seq();
    if (seq == 0) {
      return false;
    }
    boolean over =
        turns.stream()
            .filter(turn -> turn.seq() > seq)
            .anyMatch(turn -> turn.agent() == null || turn.agent().equals(agent));
    long ended =
        ends.stream()
            .filter(end -> end.seq() > seq && end.likeness().equals(question.likeness()))
            .count();
    return over || ended > others(question, all);
  }

  // Calls that are the same cannot be told apart: each end belongs to one of them.
  private static long others(Approval question, List<Approval> all) {
    return all.stream()
        .filter(other -> !other.id().equals(question.id()))
        .filter(other -> other.likeness().equals(question.likeness()))
        .filter(other -> mayEndAfter(other, question))
        .count();
  }

  private static boolean mayEndAfter(Approval other, Approval question) {
    Instant settled = other.settledAt();
    return other.state() == Approval.State.OPEN
        ? other.seq() < question.seq()
        : !settled.isBefore(question.askedAt());
  }

  /** The helper that an event is about; empty for the main agent. */
  static String agent(HookEvent event) {
    boolean helpers = event.metadata().getValue(MetadataKeys.AGENT_ID) instanceof String;
    return helpers ? event.metadata().getString(MetadataKeys.AGENT_ID) : "";
  }

  /** Whether somebody has to be asked about it. */
  static boolean asks(HookEvent event) {
    return event.type() == EventType.APPROVAL_REQUEST;
  }
}
