package dev.hookline.telegram.render;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Decides what an entry looks like: plain text with entities, what matters most first. Answers may
 * be rich messages.
 *
 * <p>The same entry looks the same each time, so that one with several parts can be resumed. What
 * its events hold may be anything: strange values are shown plainly or passed over.
 */
public final class Renderer {

  private static final Set<EventType> ABOUT_SUBAGENTS =
      EnumSet.of(EventType.SUBAGENT_START, EventType.SUBAGENT_STOP);

  private final boolean richMessages;

  /** Makes no rich messages. */
  public Renderer() {
    this(false);
  }

  /**
   * @param richMessages whether answers that gain by it become rich messages
   */
  public Renderer(boolean richMessages) {
    this.richMessages = richMessages;
  }

  /** The entry's messages, in order; at least one, and the same ones each time it is called. */
  public List<Part> render(OutboxEntry entry) {
    if (entry.kind() == Release.Kind.WHOLE) {
      return List.of(Whole.of(entry.whole()));
    }
    Rich rich = new Rich();
    aboutOthers(entry, rich);
    draw(entry, rich);
    List<Part> plainly = Pages.of(rich, "event-" + entry.firstSeq() + ".txt");
    boolean isAnswer = !entry.events().isEmpty() && isOne(entry.events());
    return richMessages && isAnswer
        ? richly(entry, plainly).<List<Part>>map(List::of).orElse(plainly)
        : plainly;
  }

  private static Optional<RichMessagePart> richly(OutboxEntry entry, List<Part> plainly) {
    HookEvent answer = joined(entry.events());
    Rich head = new Rich();
    aboutOthers(entry, head);
    helper(answer, head);
    TalkMessages.answers(answer, head);
    return RichAnswer.of(head, answer.content(), plainly);
  }

  private static void aboutOthers(OutboxEntry entry, Rich rich) {
    if (!entry.hushed().isEmpty()) {
      HushedLine.draw(rich, entry.hushed());
    }
    if (entry.late()) {
      rich.italic("🕰 Late: this happened earlier.").newLine();
    }
  }

  /** What an entry says, besides what its message says about others. */
  static void draw(OutboxEntry entry, Rich rich) {
    if (entry.events().isEmpty()) {
      words(entry, rich);
    } else {
      events(entry.events(), rich);
    }
  }

  private static void words(OutboxEntry entry, Rich rich) {
    rich.text(entry.kind() == Release.Kind.GAP ? "⚠️ " : "ℹ️ ").italic(entry.text());
  }

  private static void events(List<HookEvent> events, Rich rich) {
    if (isOne(events)) {
      event(joined(events), rich);
      return;
    }
    event(events.get(0), rich);
    for (HookEvent event : events.subList(1, events.size())) {
      event(event, rich.newLine().text("\n"));
    }
  }

  private static void event(HookEvent event, Rich rich) {
    helper(event, rich);
    drawing(event.type()).accept(event, rich);
  }

  private static void helper(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    String helper = facts.text(MetadataKeys.AGENT_TYPE, MetadataKeys.AGENT_ID);
    boolean isHelpers = !facts.text(MetadataKeys.AGENT_ID).isEmpty();
    if (isHelpers && !ABOUT_SUBAGENTS.contains(event.type())) {
      rich.italic("↳ " + Words.brief(helper, 60)).newLine();
    }
  }

  private static BiConsumer<HookEvent, Rich> drawing(EventType type) {
    return switch (type) {
      case SESSION_START -> SessionMessages::start;
      case SESSION_END -> SessionMessages::end;
      case SESSION_RENAME -> SessionMessages::rename;
      case PRE_COMPACT -> SessionMessages::compaction;
      case USER_INPUT -> TalkMessages::prompt;
      case AGENT_RESPONSE -> TalkMessages::answer;
      case NOTIFICATION -> TalkMessages::notification;
      case ERROR -> TalkMessages::error;
      case SUBAGENT_START -> TalkMessages::subagentStarts;
      case SUBAGENT_STOP -> TalkMessages::subagentStops;
      case SEND_IMAGE -> TalkMessages::image;
      case TOOL_START -> ToolMessages::start;
      case TOOL_RESULT -> ToolMessages::result;
      case TOOL_ERROR -> ToolMessages::error;
      case APPROVAL_REQUEST -> ApprovalMessage::draw;
      case TURN_COMPLETE, APPROVAL_RESPONSE, COMMAND, OTHER -> TalkMessages::other;
    };
  }

  /** Whether they are an answer, or the pieces of one. */
  private static boolean isOne(List<HookEvent> events) {
    return events.stream().allMatch(event -> event.type() == EventType.AGENT_RESPONSE)
        && (events.size() == 1
            || (events.stream().map(Renderer::messageId).distinct().count() == 1
                && !messageId(events.get(0)).isEmpty()));
  }

  private static String messageId(HookEvent event) {
    return Facts.of(event.metadata()).text(MetadataKeys.MESSAGE_ID);
  }

  private static HookEvent joined(List<HookEvent> pieces) {
    HookEvent first = pieces.get(0);
    String content = pieces.stream().map(HookEvent::content).collect(Collectors.joining());
    return new HookEvent(
        first.source(),
        first.id(),
        first.type(),
        first.session(),
        first.timestamp(),
        content,
        first.metadata(),
        first.sequence());
  }
}
