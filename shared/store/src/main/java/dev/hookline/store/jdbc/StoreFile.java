package dev.hookline.store.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The file of an embedded database, as a whole: to be copied, put back, and made smaller. Blocks.
 *
 * <p>A copy is made with {@code VACUUM INTO} (sqlite.org/lang_vacuum.html): one transaction that
 * reads, so that a node may go on writing. SQLite's backup interface would begin anew whenever
 * another process writes, which on a busy node is always.
 */
public final class StoreFile {

  private static final String BUSY = "?busy_timeout=30000";
  private static final String NEWEST = "SELECT MAX(version) FROM schema_version";

  private final Path file;

  private StoreFile(Path file) {
    this.file = file;
  }

  /**
   * The file of a database.
   *
   * @throws UnusableDatabaseException when there is none, as with a server's database
   */
  public static StoreFile of(JdbcStoreOptions options) {
    if (!options.url().startsWith(DatabaseFile.PREFIX)) {
      throw new UnusableDatabaseException("the database " + options + " is no file");
    }
    return new StoreFile(DatabaseFile.of(options.url()));
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * Writes all that is committed to a new file, for its owner's eyes only. It gets its name when it
   * has been examined and is on the disk.
   *
   * @param target must not exist
   * @throws UnusableDatabaseException when that cannot be done, or the copy is damaged
   */
  public void copyTo(Path target) {
    if (Files.exists(target)) {
      throw new UnusableDatabaseException(target + " exists already: name another file");
    }
    Path unfinished = beside(target, ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      DatabaseFile.create(unfinished);
      try (Connection database = open(file);
          PreparedStatement copy = database.prepareStatement("VACUUM INTO ?")) {
        copy.setString(1, unfinished.toString());
        copy.execute();
      }
      examine(unfinished, target);
      publish(unfinished, target);
    } catch (SQLException | IOException failed) {
      throw new UnusableDatabaseException(
          "no copy could be written to " + target + ": " + failed.getMessage(), failed);
    } finally {
      remove(unfinished);
    }
  }

  /**
   * Puts a copy in the place of the database, which is kept beside it. Nobody may use the database
   * meanwhile. The copy is examined first: when it is of no use, nothing is changed.
   *
   * @param suffix ends the name under which the former database is kept
   * @return whether there was one
   * @throws UnusableDatabaseException when that cannot be done, or the copy is no sound database of
   *     this program or an older one
   */
  public boolean putBack(Path copy, String suffix) {
    Path unfinished = beside(file, ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      DatabaseFile.create(unfinished);
      try (OutputStream to = Files.newOutputStream(unfinished)) {
        Files.copy(copy, to);
      }
      examine(unfinished, copy);
      boolean kept = keepFormer(suffix);
      publish(unfinished, file);
      return kept;
    } catch (SQLException | IOException failed) {
      throw new UnusableDatabaseException(
          copy + " could not be put back: " + failed.getMessage(), failed);
    } finally {
      remove(unfinished);
    }
  }

  /**
   * Gives the disk back what the database no longer needs. A node that runs has to wait meanwhile.
   *
   * @return how many bytes smaller it is now
   */
  public long shrink() {
    long before = DatabaseFile.size(file);
    try (Connection database = open(file)) {
      run(database, "VACUUM");
      run(database, "PRAGMA wal_checkpoint(TRUNCATE)"); // until then the log holds the new file
      return before - DatabaseFile.size(file);
    } catch (SQLException failed) {
      throw new UnusableDatabaseException(
          "the database could not be made smaller: " + failed.getMessage(), failed);
    }
  }

  /**
   * @param told how the file is called in words
   */
  private static void examine(Path database, Path told) throws SQLException {
    try (Connection opened = open(database)) {
      String finding = String.valueOf(ask(opened, "PRAGMA integrity_check(1)"));
      if (!finding.equals("ok")) {
        throw new UnusableDatabaseException(told + " is damaged: " + finding);
      }
      boolean ours =
          ask(opened, "SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'") != null;
      if (!ours || ask(opened, NEWEST) == null) {
        throw new UnusableDatabaseException(told + " is no database of Hookline");
      }
      Migrations.refuseNewer(((Number) ask(opened, NEWEST)).intValue());
    }
  }

  // The log goes first: beside another database it would damage that one.
  private boolean keepFormer(String suffix) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (Connection former = open(file)) {
      run(former, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException damaged) {
      // then it is kept with its log, for whoever wants to save what can be read
    }
    Path kept = beside(file, suffix);
    Path log = beside(file, "-wal");
    if (Files.exists(log)) {
      Files.move(log, beside(kept, "-wal"));
    }
    Files.deleteIfExists(beside(file, "-shm"));
    Files.move(file, kept);
    return true;
  }

  private static void publish(Path unfinished, Path target) throws IOException {
    sync(unfinished, StandardOpenOption.WRITE);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    sync(target.toAbsolutePath().getParent(), StandardOpenOption.READ); // its name, too
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static Connection open(Path database) throws SQLException {
    return DriverManager.getConnection(DatabaseFile.PREFIX + database + BUSY);
  }

  private static void run(Connection database, String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.execute();
    }
  }

  private static Object ask(Connection database, String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql);
        ResultSet answer = statement.executeQuery()) {
      return answer.next() ? answer.getObject(1) : null;
    }
  }

  private static Path beside(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
