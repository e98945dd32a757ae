package dev.hookline.app.e2e;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes spans as OTLP over HTTP, and keeps them. */
final class Collector implements AutoCloseable {

  private static final long SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A span as a test sees it. */
  record Seen(
      String trace,
      String id,
      String parent,
      String name,
      long begun,
      long ended,
      boolean failed,
      Map<String, Object> facts,
      List<String> links,
      String node) {

    Object fact(String key) {
      return facts.get("hookline." + key);
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final List<Seen> spans = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 200;

  private Collector() {
    try {
      server =
          vertx
              .createHttpServer()
              .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
              .listen(0, "127.0.0.1")
              .await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException("the collector does not start", failed);
    }
  }

  static Collector open() {
    return new Collector();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /** From now on it answers with this status, and keeps nothing unless it is 200. */
  void answers(int code) {
    status = code;
  }

  /** Every span it took, oldest first. */
  List<Seen> spans() {
    return spans.stream().sorted((a, b) -> Long.compare(a.begun(), b.begun())).toList();
  }

  /** Those of one name. */
  List<Seen> spans(String name) {
    return spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** Every byte that came in bodies, as text. */
  String bytes() {
    return String.join("\n", bodies);
  }

  /** What came in the header for secrets. */
  List<String> authorizations() {
    return secrets;
  }

  /** Waits for spans. */
  List<Seen> awaits(int count, Predicate<Seen> which) {
    Await.until(
        count + " spans",
        PATIENCE,
        () -> spans.stream().filter(which).count() >= count,
        () -> spans.toString());
    return spans().stream().filter(which).toList();
  }

  @Override
  public void close() {
    try {
      vertx.close().await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void take(HttpServerRequest request, Buffer body) {
    bodies.add(body.toString(StandardCharsets.ISO_8859_1));
    secrets.add(String.valueOf(request.getHeader("Authorization")));
    if (status == 200 && request.path().equals("/v1/traces")) {
      keep(body);
    }
    request.response().setStatusCode(status).end();
  }

  private void keep(Buffer body) {
    try {
      ExportTraceServiceRequest.parseFrom(body.getBytes())
          .getResourceSpansList()
          .forEach(
              of -> {
                String node =
                    (String) facts(of.getResource().getAttributesList()).get("service.instance.id");
                of.getScopeSpansList()
                    .forEach(
                        scope -> scope.getSpansList().forEach(span -> spans.add(seen(span, node))));
              });
    } catch (InvalidProtocolBufferException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static Seen seen(Span span, String node) {
    return new Seen(
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getName(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        facts(span.getAttributesList()),
        span.getLinksList().stream().map(link -> hex(link.getSpanId().toByteArray())).toList(),
        node);
  }

  private static Map<String, Object> facts(List<KeyValue> attributes) {
    return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, kv -> of(kv.getValue())));
  }

  private static Object of(AnyValue value) {
    return switch (value.getValueCase()) {
      case INT_VALUE -> value.getIntValue();
      case BOOL_VALUE -> value.getBoolValue();
      default -> value.getStringValue();
    };
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
