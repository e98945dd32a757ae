package dev.hookline.store.jdbc;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One row of an answer. Immutable. */
final class Row {

  private final Map<String, Integer> columns;
  private final Object[] values;

  private Row(Map<String, Integer> columns, Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** Every row that is left. */
  static List<Row> all(ResultSet result) throws SQLException {
    ResultSetMetaData shape = result.getMetaData();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < shape.getColumnCount(); i++) {
      columns.put(shape.getColumnLabel(i + 1), i);
    }
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      Object[] values = new Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = result.getObject(i + 1);
      }
      rows.add(new Row(columns, values));
    }
    return rows;
  }

  /** A text; null for NULL. */
  String getString(String column) {
    return (String) getValue(column);
  }

  /** A whole number; null for NULL. */
  Long getLong(String column) {
    Number number = (Number) getValue(column);
    return number == null ? null : number.longValue();
  }

  /** A small whole number; null for NULL. */
  Integer getInteger(String column) {
    Number number = (Number) getValue(column);
    return number == null ? null : number.intValue();
  }

  /** The value of the first column, as the driver has it. */
  Object first() {
    return values[0];
  }

  private Object getValue(String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
    }
    return values[index];
  }
}
