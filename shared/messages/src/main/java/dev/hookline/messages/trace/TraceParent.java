package dev.hookline.messages.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What caused an event, as its sender says it in the {@code traceparent} of W3C Trace Context. It
 * stays with the event, in its metadata, so that every node knows it, over any restart.
 *
 * @param traceId 32 digits
 * @param spanId 16 digits
 * @param sampled whether the sender records it
 */
public record TraceParent(String traceId, String spanId, boolean sampled) {

  /** The name of the header, and the key of an event's metadata. */
  public static final String NAME = "traceparent";

  // Later versions may add to what version 00 says, and never change it: W3C Trace Context 3.2.4.
  private static final Pattern FORM =
      Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.{0,64})?");

  private static final Pattern NONE = Pattern.compile("0+");

  /** Reads one; empty when there is none or it makes no sense, which is as good as none. */
  public static Optional<TraceParent> read(Object value) {
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text);
    boolean known =
        form.matches()
            && !(form.group(1).equals("00") && form.group(5) != null)
            && !NONE.matcher(form.group(2)).matches()
            && !NONE.matcher(form.group(3)).matches();
    return known
        ? Optional.of(
            new TraceParent(
                form.group(2), form.group(3), (Integer.parseInt(form.group(4), 16) & 1) == 1))
        : Optional.empty();
  }

  /** As version 00 writes it. */
  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-" + (sampled ? "01" : "00");
  }
}
