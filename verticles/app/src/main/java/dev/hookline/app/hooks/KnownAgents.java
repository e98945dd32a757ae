package dev.hookline.app.hooks;

import java.util.List;
import java.util.Optional;

/** The agents whose settings we know. */
final class KnownAgents {

  static final List<AgentSettings> ALL =
      List.of(
          new ClaudeSettings(),
          new CodexSettings(),
          new GeminiSettings(),
          new CursorSettings(),
          new CopilotSettings(),
          new OpenCodePlugin());

  private KnownAgents() {}

  static Optional<AgentSettings> named(String name) {
    return ALL.stream().filter(one -> one.agent().equals(name)).findFirst();
  }

  /** Every name, for people. */
  static String names() {
    return String.join(", ", ALL.stream().map(AgentSettings::agent).toList());
  }
}
