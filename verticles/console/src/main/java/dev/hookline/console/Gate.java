package dev.hookline.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The first handler of every request. Refuses what another web site made the browser send: a name
 * that was bound to this machine (DNS rebinding) shows in Host, a foreign page in Origin. Tells the
 * browser to run nothing and embed nothing but what this server sends. Stateless.
 */
final class Gate {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types lit-html";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> names;

  /**
   * @param host the address we listen on; besides the loopback names, the only one that is ours
   */
  Gate(String host) {
    names = new HashSet<>(LOOPBACK);
    names.add(host.toLowerCase(Locale.ROOT));
  }

  void check(RoutingContext context) {
    protect(context.response().headers());
    if (comesFromUs(context.request())) {
      context.next();
    } else {
      context.response().setStatusCode(403).end("Hookline's console answers only its own pages.\n");
    }
  }

  private boolean comesFromUs(HttpServerRequest request) {
    HostAndPort asked = request.authority();
    return asked != null
        && names.contains(asked.host().toLowerCase(Locale.ROOT))
        && request.headers().getAll(HttpHeaders.ORIGIN).stream()
            .allMatch(origin -> isOurs(origin, request.headers().get(HttpHeaders.HOST)));
  }

  // https: somebody may have put a TLS proxy in front.
  private static boolean isOurs(String origin, String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  private static void protect(MultiMap headers) {
    headers
        .set("Content-Security-Policy", POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("X-Frame-Options", "DENY")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
