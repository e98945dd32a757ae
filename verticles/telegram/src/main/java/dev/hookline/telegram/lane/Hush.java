package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.OutboxEntry;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Decides what gets no message of its own, by how much of its session is to be shown.
 *
 * @param usual how much to show of a session of which nobody said it
 */
record Hush(Verbosity usual) {

  /** What a person must know or answer, whoever of the session says it. */
  private static final Set<EventType> ALWAYS =
      EnumSet.of(
          EventType.APPROVAL_REQUEST,
          EventType.ERROR,
          EventType.NOTIFICATION,
          EventType.SEND_IMAGE,
          EventType.SESSION_START,
          EventType.SESSION_END,
          EventType.SESSION_RENAME);

  private static final Set<EventType> ABOUT_SUBAGENTS =
      EnumSet.of(EventType.SUBAGENT_START, EventType.SUBAGENT_STOP);

  /** Tools that put a question to a person, as agents call them: without case and underscores. */
  private static final Set<String> QUESTIONS =
      Set.of("askuserquestion", "askuser", "question", "exitplanmode");

  /** Whether the entry is kept out of the chat. What is no event never is. */
  boolean covers(OutboxEntry entry) {
    Verbosity verbosity = entry.verbosity() == null ? usual : entry.verbosity();
    return !entry.events().isEmpty()
        && entry.events().stream().noneMatch(event -> isShown(event, verbosity));
  }

  private static boolean isShown(HookEvent event, Verbosity verbosity) {
    if (verbosity == Verbosity.EVERYTHING || ALWAYS.contains(event.type()) || asks(event)) {
      return true;
    }
    if (verbosity == Verbosity.NORMAL) {
      return !isInside(event) || ABOUT_SUBAGENTS.contains(event.type());
    }
    return event.type() == EventType.AGENT_RESPONSE && !isInside(event);
  }

  private static boolean isInside(HookEvent event) {
    return !text(event, MetadataKeys.AGENT_ID).isEmpty();
  }

  private static boolean asks(HookEvent event) {
    String tool = text(event, MetadataKeys.TOOL).toLowerCase(Locale.ROOT).replace("_", "");
    return event.type() == EventType.TOOL_START && QUESTIONS.contains(tool);
  }

  private static String text(HookEvent event, String key) {
    return event.metadata().getValue(key) instanceof String text ? text : "";
  }
}
