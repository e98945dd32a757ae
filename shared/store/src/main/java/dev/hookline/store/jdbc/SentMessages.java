package dev.hookline.store.jdbc;

import dev.hookline.store.SentMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The messages that show the entries of some rows, which name them as {@code shown_by}. */
final class SentMessages {

  private final Map<Place, List<Row>> found;

  private SentMessages(Map<Place, List<Row>> found) {
    this.found = found;
  }

  static SentMessages of(Tx tx, List<Row> rows) throws SQLException {
    Set<Place> places = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> row.getLong("shown_by") != null)
        .map(Place::of)
        .forEach(places::add);
    List<Object[]> tuples = new ArrayList<>();
    places.forEach(place -> tuples.add(new Object[] {place.session(), place.position()}));
    return new SentMessages(
        tx.rowsFor(TimelineSql.MESSAGES, "(?, ?)", tuples).stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Place(row.getString("session_id"), row.getLong("position")))));
  }

  /** All that show the row's entry. */
  List<SentMessage> all(Row row) {
    return those(row, any -> true);
  }

  /** The one that shows this part of the row's entry; two when it may have been sent twice. */
  List<SentMessage> part(Row row, int part) {
    return those(row, message -> message.getInteger("part") == part);
  }

  private List<SentMessage> those(Row row, Predicate<Row> which) {
    if (row.getLong("shown_by") == null) {
      return List.of();
    }
    return found.getOrDefault(Place.of(row), List.of()).stream()
        .filter(which)
        .map(
            message ->
                new SentMessage(
                    message.getLong("chat_id"),
                    message.getLong("thread_id"),
                    message.getLong("message_id")))
        .toList();
  }

  private record Place(String session, long position) {
    static Place of(Row row) {
      return new Place(row.getString("session_id"), row.getLong("shown_by"));
    }
  }
}
