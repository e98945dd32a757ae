package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.store.ShownApproval;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A question's message as it is to look now.
 *
 * @param look its words
 * @param keyboard its buttons
 */
record Dressed(Look look, Keyboard keyboard) {

  private static final String IN_THE_TERMINAL = "Answer in the terminal.";
  private static final String NO_BUTTON = "-"; // under it, something is to be read only
  private static final int NAME = 40;

  /** The message of a question that is open, or says what became of it. */
  static Dressed of(Look bare, ShownApproval shown) {
    Question question = Question.of(shown.event());
    return switch (shown.approval().state()) {
      case OPEN -> open(bare, question.standing(shown.picks()), keyboard(question, shown));
      case ANSWERED, TAKEN -> closed(bare, answered(question, shown));
      case UNTAKEN ->
          closed(bare, answered(question, shown) + "; it is not known whether the agent got it");
      case ELSEWHERE -> closed(bare, "Answered where the agent runs.");
      case EXPIRED -> closed(bare, "Nobody answered in time. " + IN_THE_TERMINAL);
      case GONE -> closed(bare, "The agent does not wait any more.");
      case LOST -> closed(bare, "The agent's connection was lost. " + IN_THE_TERMINAL);
    };
  }

  /** The message of a question that nobody waits for. */
  static Dressed unheld(Look bare) {
    return closed(bare, IN_THE_TERMINAL);
  }

  private static Dressed open(Look bare, String line, Keyboard keyboard) {
    return line.isEmpty() ? new Dressed(bare, keyboard) : with(bare, line, keyboard);
  }

  private static Dressed closed(Look bare, String line) {
    return with(bare, line, Keyboard.NONE);
  }

  private static Dressed with(Look bare, String line, Keyboard keyboard) {
    Look with = bare.with(line);
    if (with != null) {
      return new Dressed(with, keyboard);
    }
    List<List<Keyboard.Key>> rows = new ArrayList<>();
    rows.add(List.of(new Keyboard.Key(Labels.of(line, NAME), NO_BUTTON)));
    rows.addAll(keyboard.rows());
    return new Dressed(bare, new Keyboard(rows));
  }

  private static String answered(Question question, ShownApproval shown) {
    Decision decision = Decision.fromJson(new JsonObject(shown.approval().answer()));
    return question.told(decision) + " · " + Labels.of(shown.settledName(), NAME);
  }

  private static Keyboard keyboard(Question question, ShownApproval shown) {
    return new Keyboard(
        question.rows(shown.picks()).stream()
            .map(
                row ->
                    row.stream()
                        .map(it -> new Keyboard.Key(it.label(), shown.buttons().get(it.action())))
                        .toList())
            .toList());
  }
}
