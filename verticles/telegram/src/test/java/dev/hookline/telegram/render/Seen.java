package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** What the reader of a chat sees of an entry. */
record Seen(List<Part> parts) {

  static Seen of(HookEvent... events) {
    return of(Given.entry(events));
  }

  static Seen of(OutboxEntry entry) {
    return new Seen(new Renderer().render(entry));
  }

  List<TextPart> texts() {
    return parts.stream().filter(TextPart.class::isInstance).map(TextPart.class::cast).toList();
  }

  List<DocumentPart> documents() {
    return parts.stream()
        .filter(DocumentPart.class::isInstance)
        .map(DocumentPart.class::cast)
        .toList();
  }

  /** The text of all messages. */
  String text() {
    return texts().stream().map(TextPart::text).collect(Collectors.joining("\n"));
  }

  String document() {
    return new String(documents().get(0).content(), StandardCharsets.UTF_8);
  }

  /** The pieces of the first message that are shown in a style, for example {@code bold}. */
  List<String> styled(String type) {
    TextPart first = texts().get(0);
    return first.entities().stream()
        .filter(entity -> entity.getType().equals(type))
        .map(entity -> piece(first, entity))
        .toList();
  }

  static String piece(TextPart part, MessageEntity entity) {
    return part.text().substring(entity.getOffset(), entity.getOffset() + entity.getLength());
  }
}
