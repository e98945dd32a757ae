package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages that docs/console.md pictures are there, and look as good in the dark and on a phone.
 * All pictures are in {@code target/console}; with {@code -Dgallery=draw} the docs get theirs anew.
 */
class ConsolePicturesTest extends BrowserTest {

  private static final boolean DRAW = "draw".equals(System.getProperty("gallery"));
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path DOCS = HERE.getParent().getParent().resolve("docs");
  private static final int DESK = 1100;
  private static final int PHONE = 390;

  @ParameterizedTest
  @CsvSource({
    "front, /, How it goes, LIGHT",
    "session, /session?id=" + Scene.SESSION + ", From hook to message, DARK",
    "questions, /questions, Settled lately, LIGHT"
  })
  void shows_what_the_docs_picture(
      String name, String path, String heading, ColorScheme scheme, @TempDir Path directory)
      throws Exception {
    try (OpenConsole console = new OpenConsole(chromium.browser(), directory, DESK, 800)) {
      // Given
      Scene.play(console.node());

      // When
      console.open(path);
      Page page = console.page();
      assertThat(page.getByText(heading).first()).isVisible();
      assertThat(page.locator(".connection.live")).isVisible();
      for (ColorScheme each : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        picture(
            page, each, PHONE, HERE.resolve("target/console/" + name + "-" + each + "-phone.png"));
        picture(page, each, DESK, HERE.resolve("target/console/" + name + "-" + each + ".png"));
      }
      Path pictured = DOCS.resolve("console").resolve(name + ".png");
      if (DRAW) {
        picture(page, scheme, DESK, pictured);
      }

      // Then
      assertThat(pictured).isNotEmptyFile();
      assertThat(DOCS.resolve("console.md")).content().contains("(console/" + name + ".png)");
      assertThat(console.complaints()).isEmpty();
    }
  }

  private static void picture(Page page, ColorScheme scheme, int width, Path file)
      throws Exception {
    Files.createDirectories(file.getParent());
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, 800);
    page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
