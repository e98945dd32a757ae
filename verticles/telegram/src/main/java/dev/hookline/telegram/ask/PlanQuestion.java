package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Verdict;
import java.util.List;

/** Whether a plan is to be carried out. */
final class PlanQuestion implements Question {

  private static final String KEEP_PLANNING = "Keep planning.";

  @Override
  public List<List<Choice>> rows(String picks) {
    return List.of(
        List.of(new Choice("allow", "✅ Approve")),
        List.of(new Choice("edits", "✅ Approve and accept edits")),
        List.of(
            new Choice("deny", "✏️ Keep planning"), new Choice("reason", "✏️ Say what to change")));
  }

  @Override
  public Effect pressed(String action, String picks) {
    return switch (action) {
      case "allow" -> new Effect.Decide(Decision.of(Verdict.ALLOW));
      case "edits" -> new Effect.Decide(Decision.of(Verdict.ACCEPT_EDITS));
      case "deny" -> new Effect.Decide(Decision.deny(KEEP_PLANNING));
      default -> new Effect.Say("Reply to this message with what to change.");
    };
  }

  @Override
  public Effect replied(String words, String picks) {
    return new Effect.Decide(Decision.deny(words));
  }

  @Override
  public String told(Decision decision) {
    return switch (decision.verdict()) {
      case ALLOW -> "✅ Approved";
      case ACCEPT_EDITS -> "✅ Approved, and edits are accepted";
      default ->
          decision.words().equals(KEEP_PLANNING)
              ? "✏️ Keeps planning"
              : "✏️ To be changed" + Words.denied(decision).substring("⛔ Denied".length());
    };
  }
}
