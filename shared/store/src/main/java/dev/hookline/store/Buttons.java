package dev.hookline.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * What can be pressed under a message.
 *
 * @param actions what each button does, in the words of who asks for it; no two alike
 * @param ids makes up ids that nobody can guess
 */
public record Buttons(List<String> actions, Supplier<String> ids) {

  public Buttons {
    actions = List.copyOf(actions);
  }
}
