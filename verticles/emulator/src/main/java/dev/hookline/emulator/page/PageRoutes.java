package dev.hookline.emulator.page;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** Where the page's files are found, and what a browser may do with whatever comes from here. */
public final class PageRoutes {

  private static final String LIT = "META-INF/resources/webjars/lit-html/3.3.1";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types lit-html";

  /** What somebody sent to a chat is no part of the page: it must not run as one. */
  private static final String FILE_POLICY = "default-src 'none'; sandbox";

  private PageRoutes() {}

  /**
   * Adds the page: {@code GET /}, {@code /assets/*} and {@code /lit/*}. To be called before the
   * routes that the page talks to, whose answers it protects too.
   */
  public static void mount(Router router) {
    router.route().handler(PageRoutes::protect);
    router.get("/").handler(PageRoutes::page);
    router.get("/assets/*").handler(files("web/emulator/assets"));
    router.get("/lit/*").handler(files(LIT));
  }

  private static void protect(RoutingContext context) {
    boolean isFile = context.normalizedPath().startsWith("/emu/files/");
    MultiMap headers = context.response().headers();
    headers
        .set("Content-Security-Policy", isFile ? FILE_POLICY : POLICY)
        .set("X-Content-Type-Options", "nosniff")
        .set("Referrer-Policy", "no-referrer")
        .set("Cross-Origin-Opener-Policy", "same-origin")
        .set("Cross-Origin-Resource-Policy", "same-origin")
        .set(HttpHeaders.CACHE_CONTROL, "no-store");
    context.next();
  }

  private static void page(RoutingContext context) {
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    context.response().sendFile("web/emulator/index.html").onFailure(context::fail);
  }

  private static StaticHandler files(String root) {
    return StaticHandler.create(root).setCachingEnabled(false).setIndexPage("none");
  }
}
