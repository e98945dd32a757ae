package dev.hookline.ingest;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/**
 * The right to listen on a unix socket. A lock beside it, which ends with the process however that
 * ends, keeps two of us apart; what a dead process left behind is taken over, and what somebody
 * else listens on is not. All calls block.
 */
final class SocketFile implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private SocketFile(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Claims the path, so that nothing is in the way of listening on it.
   *
   * @param path where the socket will be
   * @param ours a directory that may be shut to others if it is open to them
   * @throws IllegalStateException when it cannot be had; the message says what to do
   */
  static SocketFile claim(Path path, Path ours) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    requirePrivate(directory, ours);
    FileChannel lock = lock(directory.resolve(path.getFileName() + ".lock"), path);
    try {
      removeLeftover(path);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
    return new SocketFile(path, lock);
  }

  /** Lets nobody but the owner use the socket, now that it is there. */
  Path shut() throws IOException {
    return Files.setPosixFilePermissions(
        path, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  /** Gives the path back, after listening has ended. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    lock.close(); // the file stays: removing it would let two lock two files of the same name
  }

  private static void requirePrivate(Path directory, Path ours) throws IOException {
    PrivateDirectory.create(directory);
    if (Files.exists(ours) && Files.isSameFile(directory, ours)) {
      PrivateDirectory.shut(directory);
    }
    if (!PrivateDirectory.isPrivate(directory)) {
      throw new IllegalStateException(
          "other users can enter "
              + directory
              + ", where a socket is to be: run chmod 700 "
              + directory
              + ", or put the socket into a directory of its own");
    }
  }

  private static FileChannel lock(Path file, Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // said below, in our words
    }
    channel.close();
    throw taken(path);
  }

  private static void removeLeftover(Path path) throws IOException {
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (isPlain(path)) {
      throw new IllegalStateException(
          path + " is in the way, and it is no socket: remove it, or set another path");
    }
    if (isAlive(path)) {
      throw taken(path);
    }
    Files.delete(path);
  }

  private static boolean isPlain(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        || Files.isSymbolicLink(path);
  }

  // Without waiting: one that is too busy to take us in is alive as well.
  private static boolean isAlive(Path path) {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.configureBlocking(false);
      probe.connect(UnixDomainSocketAddress.of(path));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static IllegalStateException taken(Path path) {
    return new IllegalStateException(
        "another process listens on " + path + ": end it, or set another path");
  }
}
