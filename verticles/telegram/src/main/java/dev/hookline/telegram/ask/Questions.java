package dev.hookline.telegram.ask;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.Approvals;
import dev.hookline.store.Buttons;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.ShownApproval;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents' questions for the lane: what is under their messages, and what is to be changed there.
 */
public final class Questions {

  /**
   * A part as it is to be sent.
   *
   * @param part its words
   * @param keyboard its buttons
   */
  public record Sending(Part part, Keyboard keyboard) {}

  /**
   * A message that is to be changed.
   *
   * @param question whose message
   * @param version what it then shows
   * @param message the message
   * @param words its new words
   * @param file whether they are below a file
   * @param keyboard its new buttons
   */
  public record Edit(
      String question,
      long version,
      long message,
      TextPart words,
      boolean file,
      Keyboard keyboard) {}

  private static final Logger LOGGER = LoggerFactory.getLogger(Questions.class);

  private final Approvals approvals;
  private final Supplier<String> ids;

  /**
   * @param ids makes up ids that nobody can guess
   */
  public Questions(Approvals approvals, Supplier<String> ids) {
    this.approvals = approvals;
    this.ids = ids;
  }

  /**
   * The last part of an entry, with buttons when an agent waits for an answer, or when something
   * was left out. They come with the last part only: by then everything that is to be judged was
   * shown.
   */
  public Future<Sending> prepare(ChatLease lease, OutboxEntry entry, Part part) {
    OutboxEntry last = last(entry);
    Optional<HookEvent> asking = asking(last);
    if (asking.isEmpty()) {
      return Future.succeededFuture(
          new Sending(part, ShowAll.under(entry.session(), entry.position(), part)));
    }
    Look look = Look.of(part);
    return approvals
        .offer(lease, last, asking.get(), look.stored(), new Buttons(actions(asking.get()), ids))
        .map(held -> held.map(shown -> dressed(look, shown)).orElse(Dressed.unheld(look)))
        .map(dressed -> new Sending(dressed.look().in(part), dressed.keyboard()));
  }

  // What an agent asks may be anything: it must stop neither its session nor the chat.
  private static List<String> actions(HookEvent event) {
    try {
      return Question.of(event).actions();
    } catch (RuntimeException strange) {
      return List.of();
    }
  }

  private static Dressed dressed(Look look, ShownApproval shown) {
    try {
      return Dressed.of(look, shown);
    } catch (RuntimeException strange) {
      LOGGER
          .atError()
          .addKeyValue("session", shown.approval().session())
          .setCause(strange)
          .log("a question could not be given its buttons");
      return Dressed.unheld(look);
    }
  }

  /** Nobody knows whether the entry's message is there and whether its buttons are. */
  public Future<Void> outdate(ChatLease lease, OutboxEntry entry) {
    return asking(last(entry))
        .map(event -> approvals.outdate(lease, event))
        .orElse(Future.succeededFuture());
  }

  /** The next message that does not show what became of its question. */
  public Future<Optional<Edit>> next(ChatLease lease, Instant now) {
    return approvals
        .clear(now)
        .compose(ignored -> approvals.outdated(lease, 1))
        .map(outdated -> outdated.stream().findFirst().map(Questions::edit));
  }

  /** The message was changed, or cannot be. */
  public Future<Void> done(ChatLease lease, Edit edit) {
    return approvals.shown(lease, edit.question(), edit.version());
  }

  private static Edit edit(ShownApproval shown) {
    Dressed dressed = dressed(Look.fromStored(shown.shown()), shown);
    return new Edit(
        shown.approval().id(),
        shown.version(),
        shown.message(),
        dressed.look().text(),
        dressed.look().file(),
        dressed.keyboard());
  }

  private static OutboxEntry last(OutboxEntry entry) {
    List<OutboxEntry> folded = entry.folded();
    return folded.isEmpty() ? entry : folded.get(folded.size() - 1);
  }

  private static Optional<HookEvent> asking(OutboxEntry entry) {
    return entry.events().stream()
        .filter(event -> event.type() == EventType.APPROVAL_REQUEST)
        .reduce((before, after) -> after);
  }
}
