package dev.hookline.messages;

/** The keys of {@link HookEvent#metadata()} that more than one room reads. */
public final class MetadataKeys {

  /** Name of the tool, for example {@code Bash}. String. */
  public static final String TOOL = "tool";

  /** The tool's input as the agent gave it. Object. */
  public static final String INPUT = "input";

  /** The tool's structured answer as the agent gave it. Object or string. */
  public static final String RESPONSE = "response";

  /** Joins a tool's start, result and error. String. */
  public static final String TOOL_USE_ID = "toolUseId";

  /** How long the tool ran, or the session that ends, in milliseconds. Number. */
  public static final String DURATION_MILLIS = "durationMs";

  /**
   * What a session that ends has seen: names and numbers, for example {@code {"tools": 41}}.
   * Object.
   */
  public static final String COUNTS = "counts";

  /** How much that the agent started in the background runs on when its turn ends. Number. */
  public static final String BACKGROUND_TASKS = "backgroundTasks";

  /** Which agent: {@code claude}, {@code codex}, … String. */
  public static final String AGENT = "agent";

  /** Where the agent runs. String. */
  public static final String HOSTNAME = "hostname";

  /** The agent's working directory. String. */
  public static final String PROJECT_DIR = "projectDir";

  /** Set inside a subagent: its id and its kind. Strings. */
  public static final String AGENT_ID = "agentId";

  public static final String AGENT_TYPE = "agentType";

  /** Why a session started ({@code startup}, {@code resume}, …) or a compaction began. String. */
  public static final String TRIGGER = "trigger";

  /** Names an answer that arrives in pieces. String. */
  public static final String MESSAGE_ID = "messageId";

  /** Place of a piece within its answer, from 0. Number. */
  public static final String PIECE = "piece";

  /** Whether this piece is the answer's last. Boolean. */
  public static final String FINAL = "final";

  /** Name of the agent's own hook event, for example {@code PostToolUse}. String. */
  public static final String HOOK = "hook";

  /** Set to true on an answer that is only shown when its pieces did not arrive before. Boolean. */
  public static final String FALLBACK = "fallback";

  /**
   * The sender holds events up to this sequence number for sending, so a gap below it deserves more
   * patience. Number.
   */
  public static final String SPOOLED_THROUGH = "spooledThrough";

  /** How serious a notification or error is. String. */
  public static final String LEVEL = "level";

  private MetadataKeys() {}
}
