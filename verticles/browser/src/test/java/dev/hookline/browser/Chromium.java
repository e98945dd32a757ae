package dev.hookline.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installed Chromium, running without a window. */
final class Chromium implements AutoCloseable {

  private static final String SETTING = "CHROMIUM";
  private static final List<String> USUAL_PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  // No sandbox: test machines run as root. The others keep it from calling home.
  private static final List<String> SWITCHES =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Path program = program();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program).setArgs(SWITCHES));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path program() {
    String chosen = System.getenv(SETTING);
    List<String> places = chosen == null ? USUAL_PLACES : List.of(chosen);
    Optional<Path> found = places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    return found.orElseThrow(
        () ->
            new AssertionError(
                "These tests need Chromium, and it is not at "
                    + String.join(", ", places)
                    + ". Install it (apt-get install chromium) or set "
                    + SETTING
                    + " to its path."));
  }
}
