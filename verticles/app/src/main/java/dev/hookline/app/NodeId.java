package dev.hookline.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The name under which a node holds leases, kept in its directory: a node that comes back takes
 * what is its own at once. The directory's lock keeps two nodes from having the same.
 */
final class NodeId {

  private static final String FILE = "node.id";
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private NodeId() {}

  /**
   * Reads the id, or makes one when there is no file. Blocks; called at start.
   *
   * @param ids makes ids that never repeat
   * @throws CannotStartException when there is a file and no id in it, or it cannot be made
   */
  static String readOrCreate(Path directory, Supplier<String> ids) {
    Path file = directory.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        create(file, ids.get());
      }
      String id = Files.readString(file).strip();
      if (!USABLE.matcher(id).matches()) {
        throw new CannotStartException(
            file + " holds no node id (8 to 64 letters, digits and dashes): delete it");
      }
      return id;
    } catch (IOException impossible) {
      throw new CannotStartException(file + " cannot be used: " + impossible, impossible);
    }
  }

  // Written aside and linked into place: whoever sees the file sees all of it.
  private static void create(Path file, String id) throws IOException {
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "node", ".tmp"); // 0600
    try {
      Files.writeString(draft, id + "\n");
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // was faster
    } finally {
      Files.delete(draft);
    }
  }
}
