package dev.hookline.ingest.hook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The agents whose raw hook events are understood, by the name in the path. Immutable. */
public final class Agents {

  private final Map<String, HookReader> readers;

  /**
   * @param chat the chat that shows new sessions
   * @param ids makes up ids that are unique everywhere
   */
  public Agents(long chat, Supplier<String> ids) {
    Map<String, HookReader> own =
        Map.of(
            Dialect.CLAUDE.agent(), new ClaudeHooks(chat, ids),
            Dialect.CODEX.agent(), new CodexHooks(chat, ids),
            Dialect.GEMINI.agent(), new GeminiHooks(chat, ids),
            Dialect.CURSOR.agent(), new CursorHooks(chat, ids),
            Dialect.COPILOT.agent(), new CopilotHooks(chat, ids),
            Dialect.OPENCODE.agent(), new OpenCodeHooks(chat, ids));
    this.readers = new TreeMap<>(own);
    readers.put(Dialect.CLAUDE.agent(), new AnyAgent(own));
  }

  /** Who reads the hook events of this agent, if anybody does. */
  public Optional<HookReader> named(String agent) {
    return Optional.ofNullable(readers.get(agent));
  }

  /** Every name. */
  public Set<String> names() {
    return readers.keySet();
  }
}
