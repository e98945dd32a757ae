package dev.hookline.messages.trace;

import dev.hookline.messages.HookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stage of an event's way that is over. What it belongs to and what it follows is known from the
 * event alone, on every node: nothing has to be handed on with it.
 *
 * @param mark names it among all stages
 * @param label what it is called beside its kind; may be empty
 * @param begun when it began
 * @param ended when it was over
 * @param failed whether it did not do what it was for
 * @param facts names and sizes, by key: texts that are short names, whole numbers, truths. Never
 *     what an agent or a person said
 * @param links stages of other events that the same message shows
 */
public record Stage(
    Mark mark,
    String label,
    Instant begun,
    Instant ended,
    boolean failed,
    Map<String, Object> facts,
    List<Mark> links) {

  /** What a stage is, with the stage that it follows. */
  public enum Kind {
    /** The event came in, was read, cleaned and stored. */
    HOOK(null),
    /** It came again, and was known. */
    AGAIN(HOOK),
    /** It was written into the store, with all that came with it. */
    COMMIT(HOOK),
    /** It waited for its place in its session, and got it. */
    PLACE(HOOK),
    /** It waited for a call that shows it. */
    OUTBOX(PLACE),
    /** A call to Telegram. */
    CALL(OUTBOX),
    /** What became of it was decided without a call of its own. */
    SETTLE(PLACE);

    private final Kind before;

    Kind(Kind before) {
      this.before = before;
    }

    /** The kind of stage that it follows; null for the first. */
    public Kind before() {
      return before;
    }
  }

  /**
   * Names a stage.
   *
   * @param event whose
   * @param kind which
   * @param turn tells stages of one kind apart, when an event has several; the same in what follows
   */
  public record Mark(HookEvent event, Kind kind, String turn) {

    public Mark {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(turn, "turn");
    }

    /** Of an event that has one such stage. */
    public static Mark only(HookEvent event, Kind kind) {
      return new Mark(event, kind, "");
    }
  }

  public Stage {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(ended, "ended");
    facts = Map.copyOf(facts);
    links = List.copyOf(links);
  }
}
