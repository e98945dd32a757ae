package dev.hookline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.BoundingBox;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.RichMessagePart;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * What a person sees of each tool and event on a phone is what docs/gallery shows. With {@code
 * -Dgallery=draw} it is drawn anew instead.
 */
class GalleryTest extends BrowserTest {

  private static final boolean DRAW = "draw".equals(System.getProperty("gallery"));
  private static final Path DOCS =
      Path.of("").toAbsolutePath().getParent().getParent().resolve("docs");
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;
  private static final int TALLEST = 4_000;

  private static Buttons buttons;

  @BeforeAll
  static void start(@TempDir Path directory) {
    buttons = new Buttons(directory);
  }

  @AfterAll
  static void stop() {
    if (buttons != null) {
      buttons.close();
    }
  }

  static List<Exhibit> exhibits() {
    return Exhibit.all();
  }

  @ParameterizedTest
  @MethodSource("exhibits")
  void shows_what_the_gallery_shows(Exhibit exhibit) throws IOException {
    try (OpenChat chat = new OpenChat(chromium.browser(), WIDTH, HEIGHT)) {
      // Given
      int topic = chat.bot().createTopic(exhibit.title());
      exhibit.messages().forEach(message -> send(chat.bot(), topic, message));

      // When
      chat.open(topic);
      Locator messages = chat.page().locator(".message");
      assertThat(messages).hasCount(exhibit.messages().size());
      String seen = seen(messages);

      // Then
      if (DRAW) {
        Files.createDirectories(DOCS.resolve("gallery"));
        Files.writeString(file(exhibit, ".txt"), seen);
        draw(chat.page(), file(exhibit, ".png"));
      }
      assertThat(seen).isEqualTo(Files.readString(file(exhibit, ".txt")));
      assertThat(file(exhibit, ".png")).isNotEmptyFile();
      assertThat(chat.complaints()).isEmpty();
    }
  }

  @Test
  void lists_all_pictures() throws IOException {
    // Given
    Path page = DOCS.resolve("gallery.md");
    String pictures =
        exhibits().stream()
            .map(
                exhibit ->
                    "## %1$s\n\n![%1$s](gallery/%2$s.png)\n"
                        .formatted(exhibit.title(), exhibit.name()))
            .collect(Collectors.joining("\n"));

    // When
    String before = Files.readString(page);
    String begins = before.substring(0, before.indexOf("## "));
    if (DRAW) {
      Files.writeString(page, begins + pictures);
    }

    // Then
    assertThat(Files.readString(page)).isEqualTo(begins + pictures);
  }

  private static Path file(Exhibit exhibit, String type) {
    return DOCS.resolve("gallery").resolve(exhibit.name() + type);
  }

  /** The words on the screen, message by message, with their buttons; without the time of day. */
  private static String seen(Locator messages) {
    return messages.locator(".text, .file, .keys").allInnerTexts().stream()
        .map(words -> words.replaceAll("[ \u00a0]+\n", "\n").strip())
        .collect(Collectors.joining("\n――――\n", "", "\n"));
  }

  /** Takes a picture of the messages: as wide as the screen, and as high as they are. */
  private static void draw(Page page, Path file) {
    page.setViewportSize(WIDTH, TALLEST);
    BoundingBox first = page.locator(".message").first().boundingBox();
    BoundingBox last = page.locator(".message").last().boundingBox();
    double top = first.y - 10;
    page.screenshot(
        new ScreenshotOptions()
            .setPath(file)
            .setClip(0, top, WIDTH, last.y + last.height + 10 - top));
  }

  private static void send(Bot bot, int topic, Exhibit.Message message) {
    Part part = message.part();
    if (part instanceof TextPart text) {
      JsonObject said =
          new JsonObject().put("text", text.text()).put("entities", entities(text.entities()));
      buttons.below(message).ifPresent(keys -> said.put("reply_markup", keys));
      bot.say(topic, said);
    } else if (part instanceof RichMessagePart rich) {
      bot.layOut(topic, new JsonArray(Json.encode(rich.blocks())));
    } else if (part instanceof DocumentPart document) {
      String content = new String(document.content(), StandardCharsets.UTF_8);
      bot.sendFile(topic, document.fileName(), content, document.caption());
    }
  }

  private static JsonArray entities(List<MessageEntity> entities) {
    JsonArray all = new JsonArray();
    for (MessageEntity entity : entities) {
      all.add(
          new JsonObject()
              .put("type", entity.getType())
              .put("offset", entity.getOffset())
              .put("length", entity.getLength())
              .put("language", entity.getLanguage())
              .put("url", entity.getUrl()));
    }
    return all;
  }
}
