package dev.hookline.app.trace;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.TraceParent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The ids of an event's trace and of its spans. They follow from the event: every node knows them,
 * whenever it is asked, and nothing of them is stored but what the event's sender said.
 */
final class TraceIds {

  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  private TraceIds() {}

  /** What caused the event, as its sender says. */
  static Optional<TraceParent> cause(HookEvent event) {
    return TraceParent.read(event.metadata().getValue(TraceParent.NAME));
  }

  /** The trace to which everything about the event belongs. */
  static String trace(HookEvent event) {
    return cause(event)
        .map(TraceParent::traceId)
        .orElseGet(() -> hex(TRACE_BYTES, event.source(), event.id()));
  }

  /** The span of a stage. */
  static String span(Mark mark) {
    HookEvent event = mark.event();
    return hex(SPAN_BYTES, event.source(), event.id(), mark.kind().name(), mark.turn());
  }

  /** The span that a stage follows; empty for the first of a trace. */
  static Optional<String> parent(Mark mark) {
    boolean arrival = mark.kind() == Kind.HOOK || mark.kind() == Kind.AGAIN;
    Optional<String> cause =
        arrival ? cause(mark.event()).map(TraceParent::spanId) : Optional.empty();
    return cause.or(
        () -> Optional.ofNullable(mark.kind().before()).map(kind -> before(mark, kind)));
  }

  private static String before(Mark mark, Kind kind) {
    String turn = mark.kind() == Kind.CALL ? mark.turn() : "";
    return span(new Mark(mark.event(), kind, turn));
  }

  // No id that W3C Trace Context forbids can be expected of it: one in 2^64 would be all zeros.
  private static String hex(int bytes, String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
