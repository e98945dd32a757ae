package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.Sheet;
import dev.hookline.telegram.render.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What entries look like, each alone and several on one message. */
final class Drawings {

  private static final Logger LOGGER = LoggerFactory.getLogger(Drawings.class);

  private final Function<OutboxEntry, List<Part>> renderer;
  private final Tries tries;

  Drawings(Function<OutboxEntry, List<Part>> renderer, Tries tries) {
    this.renderer = renderer;
    this.tries = tries;
  }

  /** The entry's part as it is to be sent now, with what is folded into it. */
  Part part(OutboxEntry entry) {
    Part drawn = drawn(entry);
    return tries.form(entry).of(drawn, entry, tries.reason(entry));
  }

  /** The same before any of it was refused. */
  Part drawn(OutboxEntry entry) {
    List<Part> parts = parts(entry);
    Part own = parts.get(Math.min(entry.part(), parts.size() - 1));
    if (entry.folded().isEmpty()) {
      return own;
    }
    Sheet sheet = new Sheet();
    sheet.add(entry, (TextPart) own);
    entry.folded().forEach(folded -> sheet.add(folded, onlyText(folded).orElseThrow()));
    return sheet.part();
  }

  /** Whether nothing of the entry is left when its part is shown. */
  boolean isLast(OutboxEntry entry) {
    return !entry.folded().isEmpty() || entry.part() + 1 >= parts(entry).size();
  }

  /** Whether, once its part is shown as it is to be sent now, nothing of the entry is missing. */
  boolean endsShownWhole(OutboxEntry entry) {
    return isLast(entry) && tries.form(entry) != Form.PLACEHOLDER;
  }

  /** Whether others could follow the entry's part on its message. */
  boolean hasRoom(OutboxEntry entry) {
    return isLast(entry) && drawn(entry) instanceof TextPart && !asks(entry);
  }

  /** The entry with as many of those behind it as its message has room for. */
  OutboxEntry together(OutboxEntry entry, List<OutboxEntry> behind) {
    Sheet sheet = new Sheet();
    boolean room = sheet.add(entry, (TextPart) drawn(entry));
    List<OutboxEntry> folded = new ArrayList<>();
    for (OutboxEntry next : behind) {
      Optional<TextPart> text = room ? onlyText(next) : Optional.empty();
      boolean hides = text.isPresent() && asks(next) && sheet.part().leavesOut();
      if (text.isEmpty() || hides || !sheet.add(next, text.get())) {
        break;
      }
      folded.add(next);
      room = !asks(next);
    }
    return entry.with(folded);
  }

  /**
   * What a message shows when a tool's result joins its start there; empty when it does not fit.
   */
  Optional<TextPart> joined(OutboxEntry shown, OutboxEntry result) {
    List<OutboxEntry> all = new ArrayList<>(List.of(shown));
    all.addAll(shown.folded());
    if (!Sheet.isAnswerTo(result, all.get(all.size() - 1))) {
      return Optional.empty();
    }
    all.add(result);
    Sheet sheet = new Sheet();
    boolean fits =
        all.stream()
            .allMatch(entry -> onlyText(entry).map(text -> sheet.add(entry, text)).orElse(false));
    return fits ? Optional.of(sheet.part()) : Optional.empty();
  }

  // What a person must answer ends its message: nothing may stand between it and the answer. Its
  // buttons are the only ones then, so nothing that was left out may be above.
  private static boolean asks(OutboxEntry entry) {
    return entry.events().stream().anyMatch(event -> event.type() == EventType.APPROVAL_REQUEST);
  }

  private Optional<TextPart> onlyText(OutboxEntry entry) {
    try {
      List<Part> parts = renderer.apply(entry);
      return parts.size() == 1 && parts.get(0) instanceof TextPart text
          ? Optional.of(text)
          : Optional.empty();
    } catch (RuntimeException broken) { // it is dealt with when its own turn comes
      return Optional.empty();
    }
  }

  private List<Part> parts(OutboxEntry entry) {
    try {
      List<Part> parts = renderer.apply(entry);
      if (parts.isEmpty()) {
        throw new IllegalStateException("the renderer made nothing of it");
      }
      return parts;
    } catch (RuntimeException broken) { // one entry that cannot be drawn must not stop the chat
      LOGGER
          .atError()
          .addKeyValue("session", entry.session())
          .addKeyValue("position", entry.position())
          .setCause(broken)
          .log("an entry could not be rendered");
      tries.degrade(entry, Form.PLACEHOLDER, "it could not be rendered");
      return List.of(new TextPart("", List.of()));
    }
  }
}
