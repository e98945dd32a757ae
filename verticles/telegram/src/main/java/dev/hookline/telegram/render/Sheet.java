package dev.hookline.telegram.render;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * Several entries of a session on one message, in their order. Nothing of them is left out but a
 * tool's name and what it works on, where its result stands right below its start and would say it
 * again. Tools that take one line each become a list.
 *
 * <p>Not thread-safe.
 */
public final class Sheet {

  /** UTF-16 units: more code points would fit, but clients are known that count like this. */
  private static final int LIMIT = 4096;

  private static final int MOST_ENTITIES = 100;
  private static final String HELPER = "↳";
  private static final Set<EventType> RESULTS =
      EnumSet.of(EventType.TOOL_RESULT, EventType.TOOL_ERROR);

  private final StringBuilder text = new StringBuilder();
  private final List<MessageEntity> entities = new ArrayList<>();

  private boolean leavesOut;
  private OutboxEntry last;
  private int lastStart; // where the last entry's words begin

  /**
   * Adds an entry below the others, if there is room for all of it.
   *
   * @param part what it looks like
   * @return false when it does not fit; then nothing has changed
   */
  public boolean add(OutboxEntry entry, TextPart part) {
    boolean added = place(entry, part);
    leavesOut |= added && part.leavesOut();
    return added;
  }

  private boolean place(OutboxEntry entry, TextPart part) {
    if (text.isEmpty()) {
      return append(entry, "", part);
    }
    TextPart above = new TextPart(text.substring(lastStart), List.of());
    if (!isAnswerTo(entry, last)) {
      boolean list = isLine(last, above) && isLine(entry, part);
      return append(entry, list ? "\n" : "\n\n", part);
    }
    int repeated = repeated(above.text(), part.text());
    if (repeated > 0 && above.text().indexOf('\n') < 0) {
      return replaceLast(entry, part);
    }
    return append(entry, "\n", repeated > 0 ? without(part, repeated) : part);
  }

  /** The message. */
  public TextPart part() {
    return new TextPart(text.toString(), entities, leavesOut);
  }

  /** Whether an entry is the result of the tool that another one starts. */
  public static boolean isAnswerTo(OutboxEntry entry, OutboxEntry before) {
    HookEvent result = only(entry);
    HookEvent start = only(before);
    return result != null
        && start != null
        && RESULTS.contains(result.type())
        && start.type() == EventType.TOOL_START
        && start.toolUseId() != null
        && start.toolUseId().equals(result.toolUseId());
  }

  // One line about a tool is said again, and more, by the line about its result.
  private boolean replaceLast(OutboxEntry entry, TextPart part) {
    String before = text.substring(lastStart);
    List<MessageEntity> all = List.copyOf(entities);
    text.setLength(lastStart);
    entities.removeIf(entity -> entity.getOffset() >= lastStart);
    int start = lastStart;
    if (append(entry, "", part)) {
      lastStart = start;
      return true;
    }
    text.append(before);
    entities.clear();
    entities.addAll(all);
    return false;
  }

  private boolean append(OutboxEntry entry, String distance, TextPart part) {
    if (text.length() + distance.length() + part.text().length() > LIMIT
        || entities.size() + part.entities().size() > MOST_ENTITIES) {
      return false;
    }
    text.append(distance);
    lastStart = text.length();
    last = entry;
    text.append(part.text());
    part.entities().forEach(entity -> entities.add(moved(entity, lastStart)));
    return true;
  }

  private static boolean isLine(OutboxEntry entry, TextPart part) {
    HookEvent event = only(entry);
    return event != null
        && (event.type() == EventType.TOOL_START || RESULTS.contains(event.type()))
        && part.text().indexOf('\n') < 0;
  }

  private static HookEvent only(OutboxEntry entry) {
    return entry.events().size() == 1 ? entry.events().get(0) : null;
  }

  /** How much of a result's first line its start's first line has said, behind their icons. */
  private static int repeated(String start, String result) {
    if (start.startsWith(HELPER)) {
      return 0; // the first line names who works, not the tool
    }
    String said = behindIcon(firstLine(start));
    String again = behindIcon(firstLine(result));
    boolean whole = again.startsWith(said) && again.substring(said.length()).matches("( · .*)?");
    return !said.isEmpty() && whole ? said.length() : 0;
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String behindIcon(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? "" : line.substring(space + 1);
  }

  // Keeps the icon, which says how it went, and what comes behind the name.
  private static TextPart without(TextPart part, int length) {
    String whole = part.text();
    int from = whole.indexOf(' ');
    int to = from + 1 + length;
    List<MessageEntity> kept = new ArrayList<>();
    for (MessageEntity entity : part.entities()) {
      int start = entity.getOffset();
      if (start >= to) {
        kept.add(moved(entity, from - to));
      }
    }
    return new TextPart(whole.substring(0, from) + whole.substring(to), kept);
  }

  private static MessageEntity moved(MessageEntity entity, int by) {
    MessageEntity moved =
        new MessageEntity(entity.getType(), entity.getOffset() + by, entity.getLength());
    moved.setLanguage(entity.getLanguage());
    moved.setUrl(entity.getUrl());
    moved.setUser(entity.getUser());
    moved.setCustomEmojiId(entity.getCustomEmojiId());
    moved.setUnixTime(entity.getUnixTime());
    moved.setDateTimeFormat(entity.getDateTimeFormat());
    return moved;
  }
}
