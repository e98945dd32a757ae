package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Decides what an entry looks like. */
public final class Renderer {

  /** The entry's messages, in order; at least one, and the same ones each time it is called. */
  public List<Part> render(OutboxEntry entry) {
    String text =
        entry.events().isEmpty()
            ? entry.text()
            : entry.events().stream().map(HookEvent::content).collect(Collectors.joining("\n"));
    return List.of(new TextPart(text, List.of()));
  }
}
