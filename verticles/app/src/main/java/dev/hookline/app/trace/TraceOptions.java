package dev.hookline.app.trace;

import dev.hookline.config.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where traces go.
 *
 * @param endpoint where a collector takes spans as OTLP over HTTP; empty: there are no traces
 * @param headers what it wants to be told with each request; secrets, and never shown
 * @param samplePercent how many of a hundred events are followed, of those for which nobody decided
 *     it already
 * @param serviceName under which name the collector files this node
 */
public record TraceOptions(
    Optional<URI> endpoint, Map<String, String> headers, int samplePercent, String serviceName) {

  private static final String ENDPOINT = "telemetry.traces.endpoint";
  private static final String USUAL_PATH = "/v1/traces";
  private static final String SHAPE =
      "write the http or https address of a collector, such as http://127.0.0.1:4318; what it wants"
          + " to be told in secret stands in the file of telemetry.traces.headersFile";

  public TraceOptions {
    Objects.requireNonNull(endpoint, "endpoint");
    headers = Map.copyOf(headers);
    Objects.requireNonNull(serviceName, "serviceName");
  }

  /** Reads {@code telemetry.traces.*}; what is wrong is noted in the settings. */
  public static TraceOptions from(Settings settings) {
    return new TraceOptions(
        endpoint(settings),
        TraceHeaders.from(settings),
        settings.integer("telemetry.traces.samplePercent", 100, 0, 100),
        settings.text("telemetry.traces.serviceName", "hookline"));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "TraceOptions[endpoint=" + endpoint + ", headers=" + headers.keySet() + "]";
  }

  private static Optional<URI> endpoint(Settings settings) {
    String text = settings.text(ENDPOINT, "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      boolean bare = address.getRawUserInfo() == null && address.getRawFragment() == null;
      if (web && bare && address.getHost() != null && address.getRawQuery() == null) {
        String path = address.getRawPath();
        return Optional.of(
            path.isEmpty() || path.equals("/") ? address.resolve(USUAL_PATH) : address);
      }
    } catch (IllegalArgumentException wrong) {
      // said below, in our words
    }
    settings.problem(ENDPOINT, text.contains("@") || text.contains("?") ? "…" : text, SHAPE);
    return Optional.empty();
  }
}
