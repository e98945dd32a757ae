package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Reply;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.messages.FormField;
import dev.hookline.messages.FormField.Kind;
import dev.hookline.messages.FormFields;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form that a server wants to have filled in. Its fields are asked one after the other; a form
 * with several is sent when all is filled in and was looked at, one with a single field at once.
 */
final class FormQuestion implements Question {

  private static final String OTHER_FIELD = "Something else is asked by now: look at the message.";

  private final List<FormField> fields;
  private final boolean canBeAsked;
  private final FormView view;

  private FormQuestion(List<FormField> fields, boolean canBeAsked) {
    this.fields = fields;
    this.canBeAsked = canBeAsked;
    this.view = new FormView(fields);
  }

  static FormQuestion of(JsonObject metadata) {
    Optional<List<FormField>> fields = FormFields.of(metadata.getValue("requestedSchema"));
    return new FormQuestion(fields.orElse(List.of()), fields.isPresent());
  }

  @Override
  public List<String> actions() {
    List<String> actions = new ArrayList<>(List.of("allow", "how", "deny", "cancel", "left"));
    actions.addAll(view.actions());
    return actions;
  }

  @Override
  public List<List<Choice>> rows(String picks) {
    List<List<Choice>> rows = new ArrayList<>();
    if (!canBeAsked) {
      rows.add(List.of(new Choice("how", "Details")));
    } else if (fields.isEmpty()) {
      rows.add(List.of(new Choice("allow", "✅ Accept")));
    } else {
      rows.addAll(view.rows(state(picks)));
    }
    rows.add(List.of(new Choice("deny", "⛔ Decline"), new Choice("cancel", "✖️ Cancel")));
    rows.add(List.of(new Choice("left", "💻 In the terminal")));
    return rows;
  }

  @Override
  public String standing(String picks) {
    return fields.isEmpty() ? "" : view.standing(state(picks));
  }

  @Override
  public Effect pressed(String action, String picks) {
    FormState state = state(picks);
    return switch (action) {
      case "allow" -> new Effect.Decide(Decision.of(Verdict.ALLOW));
      case "deny" -> new Effect.Decide(Decision.deny(""));
      case "cancel" -> new Effect.Decide(Decision.of(Verdict.CANCEL));
      case "left" -> new Effect.Decide(Decision.of(Verdict.ELSEWHERE));
      case "how" -> new Effect.Say(how(state));
      default -> pressed(action.split(":"), state);
    };
  }

  private Effect pressed(String[] action, FormState state) {
    int number = Integer.parseInt(action[1]);
    boolean all = state.isComplete();
    return switch (action[0]) {
      case "send" ->
          all && number == state.turn() % FormView.SENDS
              ? send(state)
              : new Effect.Say("Something was changed meanwhile: look at it once more.");
      case "change" -> all ? pick(state.askedFor(number)) : new Effect.Say(OTHER_FIELD);
      default -> number == state.at() ? filledIn(action, state) : new Effect.Say(OTHER_FIELD);
    };
  }

  private Effect filledIn(String[] action, FormState state) {
    if (action[0].equals("skip")) {
      return take(Reply.NONE, state);
    }
    if (action[0].equals("done")) {
      Reply chosen = state.picks().replies().get(state.at());
      return take(chosen.isEmpty() ? Reply.NONE : chosen, state);
    }
    int option = Integer.parseInt(action[action.length - 1]);
    return fields.get(state.at()).kind() == Kind.CHOICES
        ? pick(state.toggled(option))
        : take(new Reply(List.of(option), ""), state);
  }

  @Override
  public Effect replied(String words, String picks) {
    FormState state = state(picks);
    return fields.isEmpty() || state.isComplete()
        ? new Effect.Say(how(state))
        : take(fields.get(state.at()).written(words), state);
  }

  private Effect take(Reply reply, FormState state) {
    if (!fields.get(state.at()).accepts(reply)) {
      String why = view.complaint(state.at(), reply);
      return new Effect.Pick(state.complaining(why).stored(), why);
    }
    FormState filled = state.answered(reply);
    return fields.size() > 1 ? pick(filled) : send(filled);
  }

  @Override
  public String told(Decision decision) {
    return switch (decision.verdict()) {
      case ALLOW -> "✅ Accepted";
      case DENY -> "⛔ Declined";
      case CANCEL -> "✖️ Cancelled";
      case ELSEWHERE -> "💻 Left to the terminal";
      default -> "✅ " + view.told(decision.replies());
    };
  }

  private String how(FormState state) {
    if (!canBeAsked) {
      return "This form cannot be filled in here: press In the terminal.";
    }
    return fields.isEmpty() || state.isComplete()
        ? "Press one of the buttons."
        : "Reply to this message with " + fields.get(state.at()).wanted() + ".";
  }

  private FormState state(String picks) {
    return FormState.of(picks, fields.size());
  }

  private static Effect pick(FormState state) {
    return new Effect.Pick(state.stored(), "");
  }

  private static Effect send(FormState state) {
    return new Effect.Decide(Decision.answer(state.picks().replies()));
  }
}
