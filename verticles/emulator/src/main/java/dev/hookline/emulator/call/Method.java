package dev.hookline.emulator.call;

import java.util.Set;

/**
 * A method of the Bot API.
 *
 * @param parameters all that it has, or that have their effect here
 */
public record Method(String name, Set<String> parameters, Check check) {

  /** Checks a call as far as a Bot API server does without asking Telegram. */
  @FunctionalInterface
  public interface Check {
    Step check(Call call) throws Refusal;
  }

  public Method {
    parameters = Set.copyOf(parameters);
  }
}
