package dev.hookline.store.jdbc;

import dev.hookline.messages.MetadataKeys;
import java.sql.SQLException;
import java.util.List;

/**
 * What wakes an agent whose turn has ended: work of its own in the background that is over. Each
 * turn that nobody asked for was begun by one such end; those of which it did not hear yet wait
 * until its hooks have let it go.
 */
final class Wakes {

  private static final int MOST = 10;

  private Wakes() {}

  /** Whether more has ended than turns have begun since somebody last wrote to it. */
  static boolean areDue(Tx tx, String source, String event) throws SQLException {
    List<Row> turns = tx.rows(ReplySql.TURNS, source, event, MOST);
    for (int before = 1; before < turns.size(); before++) {
      if (background(turns.get(before)) - background(turns.get(0)) > before) {
        return true;
      }
    }
    return false;
  }

  private static int background(Row turn) {
    return Rows.event(turn).metadata().getInteger(MetadataKeys.BACKGROUND_TASKS, 0);
  }
}
