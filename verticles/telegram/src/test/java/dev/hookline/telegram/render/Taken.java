package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.text.EntityReader;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.world.Entity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Asks the emulator's own parser what Telegram makes of a part. */
final class Taken {

  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_CAPTION = 1_024;

  private Taken() {}

  /** Fails unless Telegram takes the part, and shows it as it was sent. */
  static void assertUnchanged(Part part) throws Refusal {
    if (part instanceof TextPart text) {
      assertUnchanged(text.text(), text.entities(), LONGEST_TEXT);
      assertThat(text.text()).isNotBlank();
    } else if (part instanceof DocumentPart document) {
      assertUnchanged(document.caption(), document.captionEntities(), LONGEST_CAPTION);
      assertThat(document.fileName()).matches("[A-Za-z0-9._-]{1,60}");
      assertThat(document.content()).isNotEmpty();
    } else if (part instanceof RichMessagePart rich) {
      assertThat(Laid.of(rich).blocks()).isNotEmpty();
      assertUnchanged(rich.plainly());
    }
  }

  private static void assertUnchanged(String text, List<MessageEntity> entities, int longest)
      throws Refusal {
    List<Entity> sent = EntityReader.read(json(entities));
    FormattedText taken = FormattedText.clean(text, sent);
    assertThat(taken.text()).isEqualTo(text);
    assertThat(taken.entities()).isEqualTo(sent);
    assertThat(taken.codePoints()).isLessThanOrEqualTo(longest);
  }

  private static JsonArray json(List<MessageEntity> entities) {
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
