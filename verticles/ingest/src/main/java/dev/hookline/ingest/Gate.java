package dev.hookline.ingest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request may come in, before anything of its body is read.
 *
 * <p>On TCP the sender has to know the token, for every user and every web page on the machine can
 * reach the port. A web page shows by its {@code Origin}; a foreign name that was bound to this
 * machine (DNS rebinding) shows in {@code Host}. On the unix socket the right to open the file is
 * the right to come in. Immutable.
 */
final class Gate {

  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String BEARER = "bearer ";

  private final IngestToken token;
  private final Set<String> names;

  private Gate(IngestToken token, Set<String> names) {
    this.token = token;
    this.names = names;
  }

  /** The gate of the TCP port. */
  static Gate ofPort(IngestOptions options, IngestToken token) {
    Set<String> names = new HashSet<>(LOOPBACK);
    names.add(options.host().toLowerCase(Locale.ROOT));
    names.addAll(options.allowedHosts());
    return new Gate(token, names);
  }

  /** The gate of the unix socket. */
  static Gate ofSocket() {
    return new Gate(null, Set.of());
  }

  /** Why the request may not come in; empty when it may. */
  Optional<Reply> refusal(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.ORIGIN)) {
      return refuse(403, "Forbidden", "web pages may not send events: leave the Origin header out");
    }
    if (token == null) {
      return Optional.empty();
    }
    if (!isOurs(request)) {
      return refuse(
          403,
          "Forbidden",
          "the Host header names none of this server's names: call it by one of them, or add the"
              + " name to ingest.allowedHosts");
    }
    return knowsToken(request)
        ? Optional.empty()
        : refuse(
                401,
                "Unauthorized",
                "send the header Authorization: Bearer TOKEN, with the token from the file that"
                    + " ingest.tokenFile names")
            .map(reply -> reply.with("WWW-Authenticate", "Bearer"));
  }

  private boolean isOurs(HttpServerRequest request) {
    HostAndPort host = request.authority();
    return host != null
        && request.headers().getAll(HttpHeaders.HOST).size() == 1
        && names.contains(host.host().toLowerCase(Locale.ROOT));
  }

  private boolean knowsToken(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && token.matches(header.substring(BEARER.length()).strip());
  }

  private static Optional<Reply> refuse(int status, String title, String detail) {
    return Optional.of(Reply.problem(Problem.of(status, title, detail)));
  }
}
