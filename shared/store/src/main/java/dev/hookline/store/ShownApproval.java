package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import java.util.Map;
import java.util.Objects;

/**
 * An agent's question, as far as a person sees it.
 *
 * @param approval the question
 * @param event the event that asks it
 * @param position the entry that shows it
 * @param message the message that shows it; 0 while there is none
 * @param shown how that message looked when it was sent, in the words of who sent it
 * @param picks what was chosen so far, in the words of who asked for it; may be empty
 * @param settledBy the Telegram user who decided; 0 when none did
 * @param settledName that user's name
 * @param version counts what became different for a person
 * @param buttons the ids of the buttons that were offered, by what they do
 */
public record ShownApproval(
    Approval approval,
    HookEvent event,
    long position,
    long message,
    String shown,
    String picks,
    long settledBy,
    String settledName,
    long version,
    Map<String, String> buttons) {

  public ShownApproval {
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(picks, "picks");
    buttons = Map.copyOf(buttons);
  }

  /** What the button with this id does; null when it is none of the question's. */
  public String action(String button) {
    return buttons.entrySet().stream()
        .filter(offered -> offered.getValue().equals(button))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
