package dev.hookline.store.jdbc;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Arrangement;
import java.sql.SQLException;
import java.util.Optional;

/** Makes what commands change, where the chat's row is held. */
final class Arranging {

  private Arranging() {}

  /** Brings what to say instead when not all of it could be made. */
  static Optional<String> make(Tx tx, Arrangement arrangement) throws SQLException {
    if (arrangement instanceof Arrangement.ShowSession show) {
      tx.change(ErrandSql.SHOW_SESSION, name(show.verbosity()), show.session().value());
    } else if (arrangement instanceof Arrangement.ShowChat show) {
      tx.change(ErrandSql.SHOW_CHAT, name(show.verbosity()), show.chat());
    } else if (arrangement instanceof Arrangement.Silence silence) {
      long until = silence.until().toEpochMilli();
      tx.change(ErrandSql.SILENCE, until, silence.session().value());
    } else if (arrangement instanceof Arrangement.Title title) {
      tx.change(ErrandSql.TITLE, title.title(), title.session().value());
    } else if (arrangement instanceof Arrangement.TakeBack back) {
      return takeBack(tx, back);
    }
    return Optional.empty();
  }

  private static Optional<String> takeBack(Tx tx, Arrangement.TakeBack back) throws SQLException {
    String session = back.session().value();
    Locks.session(tx, session); // as whoever gives it to the agent does
    int taken = 0;
    for (long place : back.places()) {
      taken += tx.change(ReplySql.CANCEL, session, place);
    }
    return taken == back.places().size() ? Optional.empty() : Optional.of(back.tooLate());
  }

  private static String name(Optional<Verbosity> verbosity) {
    return verbosity.map(Enum::name).orElse(null);
  }
}
