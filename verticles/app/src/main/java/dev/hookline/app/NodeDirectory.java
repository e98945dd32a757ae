package dev.hookline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The directory of a node, which no other node and no other user may use: {@code rwx------}, and
 * locked while it is open. The lock ends with the process, however that ends.
 */
public final class NodeDirectory implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final String LOCK_FILE = "hookline.lock";

  private final FileChannel lockFile;

  private NodeDirectory(FileChannel lockFile) {
    this.lockFile = lockFile;
  }

  /**
   * Makes the directory if there is none, and locks it. Blocks; used at start.
   *
   * @throws CannotStartException when it is open to others, in use, or cannot be made
   */
  public static NodeDirectory open(Path path) {
    try {
      create(path);
      refuseIfOpenToOthers(path);
      return lock(path);
    } catch (IOException impossible) {
      throw new CannotStartException(
          "dataDir " + path + " cannot be used (" + impossible + "): set another one", impossible);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static void create(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException there) {
      if (!Files.isDirectory(path)) {
        throw there;
      }
    }
  }

  // Not made private by us: a setting such as /tmp would then shut everybody else out of it.
  private static void refuseIfOpenToOthers(Path path) throws IOException {
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(OWNER_ONLY);
    if (!others.isEmpty()) {
      throw new CannotStartException(
          "dataDir "
              + path
              + " is open to other users of this machine: name a directory that only Hookline uses,"
              + " or run: chmod 700 "
              + path);
    }
  }

  private static NodeDirectory lock(Path path) throws IOException {
    Path file = path.resolve(LOCK_FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new CannotStartException(
          "another node uses dataDir "
              + path
              + " (process "
              + holder
              + "): stop it, or give this one a dataDir of its own");
    }
    String us = ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(us.getBytes(StandardCharsets.US_ASCII)));
    return new NodeDirectory(channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException here) {
      return false; // a node in this very process
    }
  }
}
