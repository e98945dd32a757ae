package dev.hookline.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Turns the link's token into a cookie once, and asks for the cookie from then on. Keeps no state:
 * the cookie holds until the ingest token changes.
 */
final class SignIn {

  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final String HTML = "text/html; charset=utf-8";

  private final ConsoleAccess access;

  SignIn(ConsoleAccess access) {
    this.access = access;
  }

  /** {@code GET /}: the page, the way to it, or a plain page that says how to get the link. */
  void page(RoutingContext context) {
    String token = context.request().getParam("token");
    if (token == null) {
      sendPage(context, isKnown(context.request()));
    } else if (access.opens(token)) {
      context.response().addCookie(cookie(context.request()));
      // Without the token in the address, so that nobody copies it by accident.
      context.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/").end();
    } else {
      sendPage(context, false);
    }
  }

  /** {@code GET} of a page behind the first one. */
  void furtherPage(RoutingContext context) {
    sendPage(context, isKnown(context.request()));
  }

  /** Lets only signed-in browsers pass. */
  void require(RoutingContext context) {
    if (isKnown(context.request())) {
      context.next();
    } else {
      Problems.send(
          context, 401, "Not signed in", "Open the link that ./hookline serve prints, once.");
    }
  }

  private boolean isKnown(HttpServerRequest request) {
    Cookie cookie = request.getCookie(name(request));
    return cookie != null && access.knows(cookie.getValue());
  }

  private static void sendPage(RoutingContext context, boolean known) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML);
    context
        .response()
        .setStatusCode(known ? 200 : 401)
        .sendFile(known ? "web/console/index.html" : "web/console/sign-in.html")
        .onFailure(context::fail);
  }

  private Cookie cookie(HttpServerRequest request) {
    return Cookie.cookie(name(request), access.cookieValue())
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setPath("/")
        .setMaxAge(REMEMBERED.toSeconds());
  }

  // Browsers keep cookies per host and not per port, and a demo may run beside the real thing.
  private static String name(HttpServerRequest request) {
    return "hookline_" + request.localAddress().port();
  }
}
