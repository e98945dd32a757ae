package dev.hookline.lab.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knows which of our processes is at the other end of a loopback connection, from what Linux tells
 * in {@code /proc}. Thread-safe.
 */
public final class Callers implements Function<InetSocketAddress, String> {

  private static final List<String> TABLES = List.of("/proc/net/tcp", "/proc/net/tcp6");
  private static final int LOCAL_ADDRESS = 1;
  private static final int INODE = 9;

  private final Map<Long, String> names = new ConcurrentHashMap<>();

  /** From now on, this process has that name. */
  public void add(long pid, String name) {
    names.put(pid, name);
  }

  public void remove(long pid) {
    names.remove(pid);
  }

  /**
   * @param remote the caller's end of the connection
   * @return {@link FaultProxy#STRANGER} when it is none of ours, or gone already
   */
  @Override
  public String apply(InetSocketAddress remote) {
    return TABLES.stream()
        .flatMap(table -> inodes(Path.of(table), remote.getPort()))
        .flatMap(inode -> owner(inode).stream())
        .findFirst()
        .orElse(FaultProxy.STRANGER);
  }

  // A port of a client is in the table twice: as its own local one, and as our remote one.
  private static Stream<String> inodes(Path table, int port) {
    String local = String.format(":%04X", port);
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > INODE && columns[LOCAL_ADDRESS].endsWith(local))
          .map(columns -> columns[INODE]);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("telling callers apart needs Linux", unreadable);
    }
  }

  private Optional<String> owner(String inode) {
    return names.entrySet().stream()
        .filter(process -> holds(process.getKey(), inode))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean holds(long pid, String inode) {
    Path socket = Path.of("socket:[" + inode + "]");
    try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return open.anyMatch(link -> pointsTo(link, socket));
    } catch (IOException ended) {
      return false;
    }
  }

  private static boolean pointsTo(Path link, Path target) {
    try {
      return Files.readSymbolicLink(link).equals(target);
    } catch (IOException closed) {
      return false;
    }
  }
}
