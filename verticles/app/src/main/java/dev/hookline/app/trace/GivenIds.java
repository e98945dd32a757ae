package dev.hookline.app.trace;

import io.opentelemetry.sdk.trace.IdGenerator;

/** Gives the next span of a thread the ids that were set for it. Thread-safe. */
final class GivenIds implements IdGenerator {

  private record Next(String trace, String span) {}

  private static final ThreadLocal<Next> NEXT = new ThreadLocal<>();

  /** Those of the next span that this thread begins. */
  void next(String trace, String span) {
    NEXT.set(new Next(trace, span));
  }

  @Override
  public String generateTraceId() {
    return NEXT.get().trace();
  }

  @Override
  public String generateSpanId() {
    return NEXT.get().span();
  }
}
