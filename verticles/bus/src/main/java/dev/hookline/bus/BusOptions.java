package dev.hookline.bus;

import dev.hookline.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the open bus.
 *
 * @param tcp the door for programs; empty: closed
 * @param web the door for web pages; empty: closed
 * @param tokenFile where the token is kept
 * @param limits what one program may ask of us
 */
public record BusOptions(Optional<Tcp> tcp, Optional<Web> web, Path tokenFile, Limits limits) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  /**
   * The door for programs.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes any free one
   * @param tls certificates; both ends must show one then
   */
  public record Tcp(String host, int port, Optional<Tls> tls) {}

  /**
   * Certificates in PEM.
   *
   * @param certFile this node's certificate, with what is between it and the authority
   * @param keyFile its private key
   * @param caFile the certificate of the authority that signed those of the programs
   */
  public record Tls(Path certFile, Path keyFile, Path caFile) {}

  /**
   * The door for web pages.
   *
   * @param host the address to listen on
   * @param port the port to listen on; 0 takes any free one
   * @param origins whose pages may connect, as browsers name them
   */
  public record Web(String host, int port, Set<String> origins) {

    public Web {
      origins = Set.copyOf(origins);
    }
  }

  /**
   * What one program may ask of us.
   *
   * @param maxFrame the longest message, in bytes
   * @param maxConnections programs and pages that are connected at once
   * @param maxRegistrations addresses that one of them may listen to
   * @param patience how long one may take to show its token, and to take what we send
   */
  public record Limits(int maxFrame, int maxConnections, int maxRegistrations, Duration patience) {

    /** The values that users get when they set nothing. */
    public static final Limits DEFAULTS = new Limits(1 << 20, 64, 256, Duration.ofSeconds(10));

    public Limits {
      Objects.requireNonNull(patience, "patience");
    }
  }

  public BusOptions {
    Objects.requireNonNull(tcp, "tcp");
    Objects.requireNonNull(web, "web");
    Objects.requireNonNull(tokenFile, "tokenFile");
    Objects.requireNonNull(limits, "limits");
  }

  /** Whether any door is open. */
  public boolean open() {
    return tcp.isPresent() || web.isPresent();
  }

  /** Reads {@code bus.*}, all but the filters; what is wrong with them is noted there. */
  public static BusOptions from(Settings settings) {
    return new BusOptions(
        tcp(settings),
        web(settings),
        settings.path("bus.tokenFile", Path.of("${dataDir}", "bus.token")),
        limits(settings));
  }

  private static Optional<Tcp> tcp(Settings settings) {
    boolean enabled = settings.flag("bus.enabled", false);
    String host = settings.text("bus.host", "127.0.0.1");
    Tcp door = new Tcp(host, settings.integer("bus.port", 8790, 0, 65_535), tls(settings));
    if (enabled && door.tls().isEmpty() && !LOOPBACK.contains(host)) {
      settings.problem(
          "bus.host",
          host,
          "write 127.0.0.1, or set bus.tls.certFile, bus.tls.keyFile and bus.tls.caFile: without"
              + " them the token and every session would cross the network in the clear");
    }
    return enabled ? Optional.of(door) : Optional.empty();
  }

  private static Optional<Tls> tls(Settings settings) {
    List<String> keys = List.of("bus.tls.certFile", "bus.tls.keyFile", "bus.tls.caFile");
    List<Optional<Path>> files = keys.stream().map(key -> file(settings, key)).toList();
    if (files.stream().allMatch(Optional::isPresent)) {
      return Optional.of(
          new Tls(
              files.get(0).orElseThrow(), files.get(1).orElseThrow(), files.get(2).orElseThrow()));
    }
    if (files.stream().anyMatch(Optional::isPresent)) {
      for (int i = 0; i < keys.size(); i++) {
        if (files.get(i).isEmpty()) {
          settings.problem(keys.get(i), "", "name its file too: " + String.join(", ", keys));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> file(Settings settings, String key) {
    Optional<Path> file = settings.path(key);
    file.filter(path -> !Files.isReadable(path))
        .ifPresent(path -> settings.problem(key, path.toString(), "name a file that can be read"));
    return file;
  }

  private static Optional<Web> web(Settings settings) {
    boolean enabled = settings.flag("bus.web.enabled", false);
    Web door =
        new Web(
            settings.text("bus.web.host", "127.0.0.1"),
            settings.integer("bus.web.port", 8791, 0, 65_535),
            words(settings.text("bus.web.origins", "")));
    return enabled ? Optional.of(door) : Optional.empty();
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Limits limits(Settings settings) {
    Limits usual = Limits.DEFAULTS;
    Duration patience = settings.millis("bus.patienceMillis", usual.patience());
    if (patience.toMillis() < 100) {
      settings.problem(
          "bus.patienceMillis", String.valueOf(patience.toMillis()), "write 100 or more");
    }
    return new Limits(
        settings.integer("bus.maxFrameBytes", usual.maxFrame, 1_024, 64 << 20),
        settings.integer("bus.maxConnections", usual.maxConnections, 1, 10_000),
        settings.integer("bus.maxRegistrations", usual.maxRegistrations, 1, 10_000),
        patience);
  }
}
