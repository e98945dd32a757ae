package dev.hookline.console;

import dev.hookline.store.Trouble;
import java.util.List;
import java.util.Locale;

/** Says what a person can do about a trouble. No I/O. */
final class Advice {

  private static final String PARKED =
      "It is not tried again by itself: press Show again, or see ./hookline parked.";
  private static final String WAIT = "Nothing to do: it is tried again by itself.";
  private static final String LOST_ANSWER =
      "Nothing to do: it is looked for in the chat, which takes about a minute.";
  private static final String OTHER =
      "Look at the reason, and at the node's log for what came before it.";

  /** The first that fits what Telegram said wins. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("manage topics", "In the group's settings, let the bot manage topics."),
          new Rule("not a forum", "In the group's settings, switch topics on."),
          new Rule("supergroup forum", "In the group's settings, switch topics on."),
          new Rule("outside its topic", "In the group's settings, switch topics on again."),
          new Rule("forum_missing", "In the group's settings, switch topics on."),
          new Rule("not an administrator", "Make the bot an administrator of the group."),
          new Rule("admin", "Make the bot an administrator that may manage topics."),
          new Rule("rights", "Make the bot an administrator that may manage topics."),
          new Rule("chat not found", "Add the bot to the group and check telegram.chatId."),
          new Rule("peer_id_invalid", "Add the bot to the group and check telegram.chatId."),
          new Rule("kicked", "Add the bot to the group again."),
          new Rule("not a member", "Add the bot to the group."),
          new Rule("token", "Correct telegram.token and start again."),
          new Rule("unauthorized", "Correct telegram.token and start again."),
          new Rule("write_forbidden", "In the group's settings, let the bot write."),
          new Rule("restricted", "In the group's settings, let the bot write."));

  private Advice() {}

  /** What to do about an entry or a topic. */
  static String on(Trouble trouble) {
    return switch (trouble.what()) {
      case "AMBIGUOUS" -> LOST_ANSWER;
      case "PARKED" -> onReason(trouble.reason(), PARKED);
      case "RETRYING" -> onReason(trouble.reason(), WAIT);
      default -> onReason(trouble.reason(), OTHER);
    };
  }

  /** What to do about a chat that was stopped. */
  static String onStopped(String reason) {
    return onReason(reason, OTHER) + " The chat is looked at again every minute.";
  }

  /** What happened, in words. */
  static String title(Trouble trouble) {
    return switch (trouble.what()) {
      case "PARKED" -> "Could not be shown";
      case "AMBIGUOUS" -> "Outcome unknown";
      case "RETRYING" -> "Being retried";
      case "TOPIC" -> "Trouble with the topic";
      default -> trouble.what();
    };
  }

  private static String onReason(String reason, String otherwise) {
    String words = reason.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .filter(rule -> words.contains(rule.said()))
        .map(Rule::advice)
        .findFirst()
        .orElse(otherwise);
  }

  private record Rule(String said, String advice) {}
}
