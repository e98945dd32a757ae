package dev.hookline.session;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the agent says: answers that arrive in pieces are put together, and an answer that is told
 * twice, piece by piece and again at the end of the turn, is shown once.
 */
final class Answers {

  private final OrderOptions options;
  private final Instant now;
  private final Map<String, List<FreshEvent>> pieces = new HashMap<>();
  private final Set<String> shown = new HashSet<>();

  Answers(SessionView view, OrderOptions options, Instant now) {
    this.options = options;
    this.now = now;
    for (FreshEvent item : view.fresh()) {
      if (isPiece(item.event())) {
        pieces.computeIfAbsent(messageId(item.event()), key -> new ArrayList<>()).add(item);
      }
    }
    pieces.values().forEach(list -> list.sort(Comparator.comparingInt(i -> number(i.event()))));
    remember(view.lastAnswers());
  }

  /** Whether the event is a piece of an answer. */
  static boolean isPiece(HookEvent event) {
    return event.metadata().containsKey(MetadataKeys.MESSAGE_ID);
  }

  Turn turn(FreshEvent item) {
    if (isPiece(item.event())) {
      return piece(item, pieces.get(messageId(item.event())));
    }
    return flag(item.event(), MetadataKeys.FALLBACK) ? fallback(item) : Turn.Now.alone(item.seq());
  }

  void placed(FreshEvent item, Turn.Now turn) {
    if (isPiece(item.event())) {
      shown.add(text(pieces.get(messageId(item.event())).stream().map(FreshEvent::event).toList()));
    } else if (turn.kind() == Release.Kind.EVENT) {
      shown.add(item.event().content().strip());
    }
  }

  /** The answer takes the place of its last piece. */
  private Turn piece(FreshEvent item, List<FreshEvent> message) {
    FreshEvent lastArrived = message.stream().max(Comparator.comparingLong(FreshEvent::seq)).get();
    Instant until = lastArrived.receivedAt().plus(options.pieceWait());
    boolean over = complete(message) || !now.isBefore(until);
    if (!over) {
      return new Turn.Later(until, false);
    }
    return item.seq() == lastArrived.seq()
        ? new Turn.Now(Release.Kind.EVENT, message.stream().map(FreshEvent::seq).toList())
        : new Turn.Later(null, false);
  }

  private Turn fallback(FreshEvent item) {
    if (shown.contains(item.event().content().strip())) {
      return new Turn.Now(Release.Kind.MIRRORED, List.of(item.seq()));
    }
    Instant until = item.receivedAt().plus(options.textWait());
    return now.isBefore(until) ? new Turn.Later(until, true) : Turn.Now.alone(item.seq());
  }

  private void remember(List<HookEvent> answers) {
    Map<String, List<HookEvent>> byMessage = new LinkedHashMap<>();
    for (HookEvent answer : answers) {
      String key = isPiece(answer) ? messageId(answer) : answer.source() + '\n' + answer.id();
      byMessage.computeIfAbsent(key, ignored -> new ArrayList<>()).add(answer);
    }
    byMessage.values().forEach(list -> shown.add(text(list)));
  }

  private static String text(List<HookEvent> answer) {
    StringBuilder text = new StringBuilder();
    answer.stream()
        .sorted(Comparator.comparingInt(Answers::number))
        .forEach(piece -> text.append(piece.content()));
    return text.toString().strip();
  }

  private static boolean complete(List<FreshEvent> message) {
    for (int i = 0; i < message.size(); i++) {
      if (number(message.get(i).event()) != i) {
        return false;
      }
    }
    return flag(message.get(message.size() - 1).event(), MetadataKeys.FINAL);
  }

  private static boolean flag(HookEvent event, String key) {
    return Boolean.TRUE.equals(event.metadata().getValue(key));
  }

  private static String messageId(HookEvent event) {
    return event.source() + '\n' + event.metadata().getValue(MetadataKeys.MESSAGE_ID);
  }

  private static int number(HookEvent event) {
    return event.metadata().getValue(MetadataKeys.PIECE) instanceof Number number
        ? number.intValue()
        : 0;
  }
}
