package dev.hookline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One page of a browser that knows no cookie yet, and what the browser complains about in it. */
final class Tab implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  /** As on a phone: what is pictured can be read. */
  private static final int PIXELS_PER_UNIT = 2;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final BrowserContext context;
  private final Page page;

  Tab(Browser browser, int width, int height) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(PIXELS_PER_UNIT));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
  }

  Page page() {
    return page;
  }

  /** Errors, warnings, what the page may not load. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
