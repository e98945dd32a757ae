package dev.hookline.store.jdbc;

import io.vertx.jdbcclient.spi.JDBCColumnDescriptorProvider;
import io.vertx.jdbcclient.spi.JDBCDecoderImpl;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Takes columns from the driver as they are. The client's own way asks for each as its declared
 * type; for a number that is NULL, SQLite's driver then throws, and the client asks again.
 *
 * <p>Public with a public constructor because the client makes it by its name.
 */
public final class PlainColumns extends JDBCDecoderImpl {

  @Override
  public Object parse(ResultSet rows, int pos, JDBCColumnDescriptorProvider types)
      throws SQLException {
    return rows.getObject(pos);
  }
}
