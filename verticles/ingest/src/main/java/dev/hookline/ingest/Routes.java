package dev.hookline.ingest;

import dev.hookline.ingest.hook.Firing;
import dev.hookline.ingest.hook.HookReader;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is behind which path. Confined to the event loop of its instance. */
final class Routes {

  private static final String EVENTS = "/v1/events";
  private static final String HOOKS = "/v1/hooks/";
  private static final String NODE = "/v1/node";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

  private final Reception reception;
  private final Readiness readiness;
  private final Accounts accounts;
  private final IngestOptions options;
  private final Trail trail;

  Routes(
      Reception reception,
      Readiness readiness,
      Accounts accounts,
      IngestOptions options,
      Trail trail) {
    this.reception = reception;
    this.readiness = readiness;
    this.accounts = accounts;
    this.options = options;
    this.trail = trail;
  }

  /**
   * What probes ask for: without a token, and by whatever name they found us.
   *
   * @return who answers; null when the path is none of theirs
   */
  Function<HttpServerRequest, Future<Reply>> health(String path) {
    return switch (path == null ? "" : path) {
      case "/healthz/live" ->
          request ->
              Future.succeededFuture(Reply.json(200, new JsonObject().put("status", "live")));
      case "/healthz/ready" -> request -> readiness.reply();
      case "/healthz" -> request -> accounts.json();
      case "/metrics" -> request -> accounts.metrics();
      default -> null;
    };
  }

  /**
   * What senders of events ask for.
   *
   * @param received called when the request is there in full
   */
  Future<Reply> events(HttpServerRequest request, Runnable received) {
    String path = String.valueOf(request.path());
    if (path.equals(NODE) && request.method().equals(HttpMethod.GET)) {
      return Future.succeededFuture(accounts.node());
    }
    boolean hook = path.startsWith(HOOKS);
    if (!hook && !path.equals(EVENTS)) {
      return fail(
          404, "Not found", "POST events to " + EVENTS + " or hook events to " + HOOKS + "claude");
    }
    if (!request.method().equals(HttpMethod.POST)) {
      return Future.succeededFuture(
          Reply.problem(Problem.of(405, "Not allowed", "use POST")).with("Allow", "POST"));
    }
    return hook
        ? hook(request, path.substring(HOOKS.length()), received)
        : body(request, received)
            .compose(body -> reception.events(body, isLines(request), trail.parent(request)));
  }

  private Future<Reply> hook(HttpServerRequest request, String agent, Runnable received) {
    Optional<HookReader> reader = reception.agents().named(agent);
    if (reader.isEmpty()) {
      return fail(
          404,
          "Unknown agent",
          "hook events are understood from: "
              + String.join(", ", reception.agents().names())
              + "; POST those of other agents to "
              + EVENTS
              + " in canonical form");
    }
    Promise<Void> closed = Promise.promise();
    request.response().closeHandler(ignored -> closed.tryComplete());
    return body(request, received)
        .compose(body -> reception.hook(reader.get(), body, sender(request, closed.future())));
  }

  private Sender sender(HttpServerRequest request, Future<Void> closed) {
    boolean thisUsers = request.remoteAddress().isDomainSocket();
    return new Sender(
        firing(request),
        Waiting.read(request.headers()),
        thisUsers ? PaneHeaders.read(request.headers()) : Optional.empty(),
        trail.parent(request),
        closed);
  }

  private Future<byte[]> body(HttpServerRequest request, Runnable received) {
    return Intake.read(request, options.limits().maxBody()).onComplete(done -> received.run());
  }

  private static boolean isLines(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.contains("ndjson") || lower.contains("jsonl");
  }

  // Agents do not say where they run; one that is here runs here.
  private Firing firing(HttpServerRequest request) {
    Firing firing = FiringHeaders.read(request.headers());
    SocketAddress sender = request.remoteAddress();
    boolean local = sender.isDomainSocket() || LOOPBACK.contains(sender.hostAddress());
    boolean known = firing.hostname() != null || options.hostname().isEmpty();
    return local && !known ? firing.on(options.hostname()) : firing;
  }

  private static Future<Reply> fail(int status, String title, String detail) {
    return Future.succeededFuture(Reply.problem(Problem.of(status, title, detail)));
  }
}
