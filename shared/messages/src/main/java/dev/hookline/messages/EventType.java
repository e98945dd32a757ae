package dev.hookline.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happened in an agent session. The wire name is the constant's name in lower case. */
public enum EventType {
  SESSION_START(true),
  SESSION_END(true),
  SESSION_RENAME(true),
  USER_INPUT(true),
  AGENT_RESPONSE(true),
  TOOL_START(true),
  TOOL_RESULT(true),
  TOOL_ERROR(true),
  APPROVAL_REQUEST(true),
  NOTIFICATION(true),
  ERROR(true),
  PRE_COMPACT(true),
  SUBAGENT_START(true),
  SUBAGENT_STOP(true),
  SEND_IMAGE(true),
  /** The agent has finished its turn. Its answer was shown already, so the chat needs no more. */
  TURN_COMPLETE(false),
  /** An answer to an approval, as old clients send it. */
  APPROVAL_RESPONSE(false),
  /** A command between old clients and their bridge. */
  COMMAND(false),
  /** A hook event that has no place in a chat; kept in the store. */
  OTHER(false);

  private final boolean shown;

  EventType(boolean shown) {
    this.shown = shown;
  }

  /** Whether an event of this type has a place in the chat; the others are only stored. */
  public boolean shown() {
    return shown;
  }

  /** The name in JSON, for example {@code tool_start}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this wire name, or empty when there is none. */
  public static Optional<EventType> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName().equals(wireName)).findFirst();
  }
}
