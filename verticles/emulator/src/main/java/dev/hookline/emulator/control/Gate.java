package dev.hookline.emulator.control;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/**
 * The first handler of every request. The control port acts for users, so it refuses what another
 * web site made a browser send: a name that was bound to this machine (DNS rebinding) shows in
 * Host, a foreign page in Origin. Stateless.
 */
final class Gate {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types lit-html";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Gate() {}

  static void check(RoutingContext context) {
    protect(context.response().headers());
    if (comesFromUs(context.request())) {
      context.next();
    } else {
      Problems.send(
          context, 403, "Forbidden", "The emulator's control port answers only its own page.");
    }
  }

  private static boolean comesFromUs(HttpServerRequest request) {
    HostAndPort asked = request.authority();
    String host = request.headers().get(HttpHeaders.HOST);
    return asked != null
        && LOOPBACK.contains(asked.host().toLowerCase(Locale.ROOT))
        && request.headers().getAll(HttpHeaders.ORIGIN).stream()
            .allMatch(origin -> origin.equalsIgnoreCase("http://" + host));
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
