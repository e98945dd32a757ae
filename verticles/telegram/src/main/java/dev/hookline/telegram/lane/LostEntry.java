package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.ask.ShowAll;
import dev.hookline.telegram.bot.Keyboard;
import io.vertx.core.Future;
import java.util.Optional;

/** An entry's message whose answer was lost: its session waits, and it is sent again if need be. */
record LostEntry(OutboxEntry entry, Ledger ledger, Drawings drawings) implements Lost {

  @Override
  public long lowMessageId() {
    return entry.lowMessageId();
  }

  @Override
  public Optional<SessionKey> session() {
    return Optional.of(entry.session());
  }

  @Override
  public Keyboard keyboard() {
    return ShowAll.under(entry.session(), entry.position(), drawings.part(entry));
  }

  @Override
  public Future<Void> found(long message) {
    return ledger.found(entry, message);
  }

  @Override
  public Future<Void> missing() {
    return ledger.againUncertain(entry);
  }

  @Override
  public String toString() {
    return entry.session() + " " + entry.position();
  }
}
