package dev.hookline.store.jdbc;

import io.vertx.jdbcclient.spi.JDBCColumnDescriptorProvider;
import io.vertx.jdbcclient.spi.JDBCEncoderImpl;
import io.vertx.sqlclient.Tuple;

/**
 * Hands parameters to the driver as they are. The client's own way asks the driver for each one's
 * type first; SQLite has none to tell and throws, which cost more than the statement.
 *
 * <p>Public with a public constructor because the client makes it by its name.
 */
public final class PlainParameters extends JDBCEncoderImpl {

  @Override
  public Object encode(Tuple input, int pos, JDBCColumnDescriptorProvider provider) {
    return input.getValue(pos - 1);
  }
}
