package dev.hookline.app.trace;

import dev.hookline.messages.trace.Stage;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.TraceParent;
import dev.hookline.messages.trace.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes spans of stages and has OpenTelemetry bring them to a collector, by OTLP over HTTP. A span
 * is made when its stage is over: nothing is kept open, so nothing is lost of one that is finished
 * by another node, or after a restart.
 */
public final class OtlpTraces implements Traces {

  private static final int MOST_WAITING = 2_048;
  private static final int LONGEST_TEXT = 128;
  private static final int MOST_LINKS = 256;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long CLOSE_SECONDS = 3;

  // It would write to the terminal, with every failure; we say it once, in our log. Kept here, for
  // the JDK forgets loggers that nobody holds.
  private static final Logger ITS_OWN_LOG = Logger.getLogger("io.opentelemetry");

  private final GivenIds ids = new GivenIds();
  private final SpanCounts counts = new SpanCounts(MOST_WAITING);
  private final Sampler sampler;
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  private OtlpTraces(TraceOptions options, Resource resource) {
    this.sampler = Sampler.traceIdRatioBased(options.samplePercent() / 100.0);
    this.provider =
        SdkTracerProvider.builder()
            .setResource(resource)
            .setIdGenerator(ids)
            .setSampler(Sampler.alwaysOn()) // who is not to be followed does not come so far
            .setSpanLimits(
                SpanLimits.builder()
                    .setMaxAttributeValueLength(LONGEST_TEXT)
                    .setMaxNumberOfLinks(MOST_LINKS)
                    .build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(new CountedExporter(exporter(options), counts))
                    .setMaxQueueSize(MOST_WAITING)
                    .setScheduleDelay(PAUSE)
                    .build())
            .build();
    this.tracer = provider.get("dev.hookline");
  }

  /**
   * Begins. Blocks for a moment, as it loads much; makes no connection yet.
   *
   * @param options with an endpoint
   * @param node names this node
   * @param version of the program
   */
  public static OtlpTraces open(TraceOptions options, String node, String version) {
    ITS_OWN_LOG.setLevel(Level.OFF);
    Attributes about =
        Attributes.builder()
            .put("service.name", options.serviceName())
            .put("service.instance.id", node)
            .put("service.version", version)
            .build();
    return new OtlpTraces(options, Resource.getDefault().merge(Resource.create(about)));
  }

  @Override
  public boolean on() {
    return true;
  }

  @Override
  public void over(Stage stage) {
    if (isFollowed(stage.mark()) && counts.admit()) {
      tell(stage);
    }
  }

  @Override
  public long exported() {
    return counts.exported();
  }

  @Override
  public long dropped() {
    return counts.dropped();
  }

  @Override
  public void close() {
    provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    counts.end();
  }

  // Decided by what every node knows of the event, so that all of its stages are there, or none.
  private boolean isFollowed(Mark mark) {
    return TraceIds.cause(mark.event())
        .map(TraceParent::sampled)
        .orElseGet(() -> isSampled(TraceIds.trace(mark.event())));
  }

  private boolean isSampled(String trace) {
    return sampler
            .shouldSample(
                Context.root(), trace, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  private void tell(Stage stage) {
    Mark mark = stage.mark();
    String trace = TraceIds.trace(mark.event());
    SpanBuilder span =
        tracer
            .spanBuilder(name(stage))
            .setParent(
                TraceIds.parent(mark)
                    .map(parent -> Context.root().with(Span.wrap(context(trace, parent))))
                    .orElse(Context.root()))
            .setSpanKind(kind(mark.kind()))
            .setStartTimestamp(stage.begun());
    for (Mark link : stage.links()) {
      span.addLink(context(TraceIds.trace(link.event()), TraceIds.span(link)));
    }
    ids.next(trace, TraceIds.span(mark));
    Span begun = span.startSpan();
    begun.setAttribute("hookline.session", mark.event().session().value());
    begun.setAttribute("hookline.event.type", mark.event().type().wireName());
    stage.facts().forEach((key, value) -> set(begun, key, value));
    if (stage.failed()) {
      begun.setStatus(StatusCode.ERROR);
    }
    begun.end(stage.ended().isBefore(stage.begun()) ? stage.begun() : stage.ended());
  }

  private static void set(Span span, String key, Object value) {
    if (value instanceof Long number) {
      span.setAttribute(AttributeKey.longKey(key), number);
    } else if (value instanceof Boolean truth) {
      span.setAttribute(AttributeKey.booleanKey(key), truth);
    } else {
      span.setAttribute(key, String.valueOf(value));
    }
  }

  private static String name(Stage stage) {
    return stage.mark().kind() == Kind.CALL
        ? "telegram " + stage.label()
        : stage.mark().kind().name().toLowerCase(Locale.ROOT);
  }

  private static SpanKind kind(Kind kind) {
    return switch (kind) {
      case HOOK, AGAIN -> SpanKind.SERVER;
      case CALL -> SpanKind.CLIENT;
      default -> SpanKind.INTERNAL;
    };
  }

  private static SpanContext context(String trace, String span) {
    return SpanContext.createFromRemoteParent(
        trace, span, TraceFlags.getSampled(), TraceState.getDefault());
  }

  private static OtlpHttpSpanExporter exporter(TraceOptions options) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(options.endpoint().orElseThrow().toString())
            .setConnectTimeout(PATIENCE)
            .setTimeout(PATIENCE);
    options.headers().forEach(builder::addHeader);
    return builder.build();
  }
}
