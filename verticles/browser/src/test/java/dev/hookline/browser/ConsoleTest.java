package dev.hookline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A console for each test, about which the browser must not complain. */
abstract class ConsoleTest extends BrowserTest {

  private final int width;
  private final int height;

  OpenConsole console;
  Node node;
  Page page;

  /** On a desk. */
  ConsoleTest() {
    this(1280, 800);
  }

  ConsoleTest(int width, int height) {
    this.width = width;
    this.height = height;
  }

  @BeforeEach
  void openConsole(@TempDir Path directory) {
    console = new OpenConsole(chromium.browser(), directory, width, height);
    node = console.node();
    page = console.page();
  }

  @AfterEach
  void closeConsole() {
    console.close();
    assertThat(console.complaints()).isEmpty();
  }
}
