package dev.hookline.app.keep;

import dev.hookline.app.CannotStartException;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.store.jdbc.StoreFile;

/** The store of a node, when it is a file. */
final class EmbeddedStore {

  private EmbeddedStore() {}

  /**
   * The file.
   *
   * @param instead what to do about a server's database
   * @throws CannotStartException when the store is no file
   */
  static StoreFile of(JdbcStoreOptions options, String instead) {
    if (options.url().startsWith("jdbc:postgresql:")) {
      throw new CannotStartException("the store is PostgreSQL's: " + instead);
    }
    return StoreFile.of(options);
  }

  /**
   * The file of a store that there is.
   *
   * @throws CannotStartException when there is none yet, too
   */
  static StoreFile existing(JdbcStoreOptions options, String instead) {
    StoreFile file = of(options, instead);
    if (!options.exists()) {
      throw new CannotStartException(
          "there is no database yet (" + file.path() + "): is dataDir the one that the node uses?");
    }
    return file;
  }
}
