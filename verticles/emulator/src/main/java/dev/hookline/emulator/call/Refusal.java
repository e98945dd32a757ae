package dev.hookline.emulator.call;

import java.util.Map;

/** The Bot API says no. Has no stack trace: it is an answer, not an accident. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final int code;
  private final transient Map<String, Object> parameters;
  private final boolean notEmulated;

  public Refusal(int code, String description, Map<String, Object> parameters) {
    this(code, description, parameters, false);
  }

  private Refusal(
      int code, String description, Map<String, Object> parameters, boolean notEmulated) {
    super(description, null, false, false);
    this.code = code;
    this.parameters = Map.copyOf(parameters);
    this.notEmulated = notEmulated;
  }

  /** The Bot API has it, this double has not. */
  public static Refusal notEmulated(String what) {
    return new Refusal(400, "Bad Request: " + what + " is not emulated", Map.of(), true);
  }

  /** 400; the words after "Bad Request: ". */
  public static Refusal bad(String words) {
    return new Refusal(400, "Bad Request: " + words, Map.of());
  }

  /** 403; the words after "Forbidden: ". */
  public static Refusal forbidden(String words) {
    return new Refusal(403, "Forbidden: " + words, Map.of());
  }

  /** There is no such method, here at least. */
  public static Refusal unknownMethod() {
    return new Refusal(404, "Not Found: method not found", Map.of(), true);
  }

  /** Whether it is this double that cannot, not the Bot API that will not. */
  public boolean isNotEmulated() {
    return notEmulated;
  }

  public Reply reply() {
    return Reply.error(code, getMessage(), parameters);
  }
}
