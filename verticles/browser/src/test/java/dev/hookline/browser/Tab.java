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
  private volatile boolean closing;

  Tab(Browser browser, int width, int height) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(PIXELS_PER_UNIT));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(this::complains);
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log")) {
            complains(message.type() + ": " + message.text());
          }
        });
  }

  // A connection that was about to be opened is one that the browser misses when its page goes.
  private void complains(String words) {
    if (!closing) {
      complaints.add(words);
    }
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
    closing = true;
    context.close();
  }
}
