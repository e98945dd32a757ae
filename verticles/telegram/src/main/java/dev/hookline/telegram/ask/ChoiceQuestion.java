package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Reply;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One question or several, each with options of which one or more are chosen, or words of the
 * person's own. A single question with one choice is answered at the first press; else what was
 * chosen is sent when the person says so.
 */
final class ChoiceQuestion implements Question {

  private static final int LABEL = 40;
  private static final int MOST_BUTTONS = 40;

  private record Asked(String words, List<String> options, boolean several) {}

  private final List<Asked> asked;

  ChoiceQuestion(JsonArray questions) {
    this.asked = questions.stream().map(question -> asked((JsonObject) question)).toList();
  }

  /** Whether these are questions as this class understands them, and not too many. */
  static boolean canAsk(JsonArray questions) {
    return !questions.isEmpty()
        && questions.stream().allMatch(ChoiceQuestion::isQuestion)
        && questions.stream()
                .mapToInt(it -> ((JsonObject) it).getJsonArray("options", new JsonArray()).size())
                .sum()
            <= MOST_BUTTONS;
  }

  @Override
  public List<List<Choice>> rows(String stored) {
    Picks picks = Picks.of(stored, asked.size());
    List<List<Choice>> rows = new ArrayList<>();
    for (int q = 0; q < asked.size(); q++) {
      for (int o = 0; o < asked.get(q).options().size(); o++) {
        rows.add(List.of(new Choice("pick:" + q + ":" + o, label(q, o, picks))));
      }
    }
    if (!isAnsweredAtOnce()) {
      rows.add(List.of(new Choice("send", "📨 Send")));
    }
    rows.add(
        List.of(new Choice("reason", "✏️ In my words"), new Choice("deny", "✖️ Do not answer")));
    return rows;
  }

  @Override
  public Effect pressed(String action, String stored) {
    Picks picks = Picks.of(stored, asked.size());
    return switch (action) {
      case "send" -> send(picks);
      case "deny" -> new Effect.Decide(Decision.deny("The user did not want to answer."));
      case "reason" -> new Effect.Say("Reply to this message with your answer.");
      default -> pick(action.split(":"), picks);
    };
  }

  @Override
  public Effect replied(String words, String stored) {
    Picks picks = Picks.of(stored, asked.size());
    int question = Math.max(0, picks.firstOpen());
    Picks with = picks.with(question, words);
    return with.firstOpen() < 0
        ? new Effect.Decide(Decision.answer(with.replies()))
        : new Effect.Pick(with.stored(), "");
  }

  @Override
  public String told(Decision decision) {
    if (decision.verdict() != Decision.Verdict.ANSWER) {
      return "✖️ Not answered";
    }
    List<String> answers = new ArrayList<>();
    for (int q = 0; q < Math.min(asked.size(), decision.replies().size()); q++) {
      answers.add(told(asked.get(q), decision.replies().get(q)));
    }
    return "✅ " + String.join(" · ", answers);
  }

  private Effect pick(String[] action, Picks picks) {
    int question = Integer.parseInt(action[1]);
    int option = Integer.parseInt(action[2]);
    Picks changed = picks.toggled(question, option, asked.get(question).several());
    return isAnsweredAtOnce()
        ? new Effect.Decide(Decision.answer(changed.replies()))
        : new Effect.Pick(changed.stored(), "Press Send when all is chosen.");
  }

  private Effect send(Picks picks) {
    int open = picks.firstOpen();
    return open < 0
        ? new Effect.Decide(Decision.answer(picks.replies()))
        : new Effect.Say("Not answered yet: " + Labels.of(asked.get(open).words(), 150));
  }

  private boolean isAnsweredAtOnce() {
    return asked.size() == 1 && !asked.get(0).several();
  }

  private String label(int question, int option, Picks picks) {
    String number = asked.size() > 1 ? (question + 1) + ". " : "";
    String mark = picks.picked(question, option) ? "✅ " : "";
    return mark + number + Labels.of(asked.get(question).options().get(option), LABEL);
  }

  private static String told(Asked asked, Reply reply) {
    return reply.options().isEmpty()
        ? Labels.of(reply.words(), LABEL)
        : reply.options().stream()
            .map(option -> Labels.of(asked.options().get(option), LABEL))
            .collect(Collectors.joining(", "));
  }

  private static Asked asked(JsonObject question) {
    return new Asked(
        question.getString("question"),
        question.getJsonArray("options", new JsonArray()).stream()
            .map(option -> ((JsonObject) option).getString("label"))
            .toList(),
        Boolean.TRUE.equals(question.getValue("multiSelect")));
  }

  private static boolean isQuestion(Object question) {
    return question instanceof JsonObject json
        && json.getValue("question") instanceof String
        && json.getValue("options", new JsonArray()) instanceof JsonArray options
        && options.stream()
            .allMatch(it -> it instanceof JsonObject o && o.getValue("label") instanceof String);
  }
}
