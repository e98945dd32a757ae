package dev.hookline.app.cluster;

import dev.hookline.config.Settings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How this node finds others and is found by them.
 *
 * @param enabled whether it looks for others at all
 * @param name who has another name is not of the cluster
 * @param secret part of the name in secret; empty when there is none
 * @param members where nodes may be, as {@code host:port}; empty when {@code dns} tells
 * @param dns a name that stands for the addresses of all nodes; empty when {@code members} tell
 * @param own where this node listens
 * @param published where others reach it
 * @param tls who may talk on the event bus; empty: whoever reaches its port
 */
public record ClusterOptions(
    boolean enabled,
    String name,
    Optional<ClusterSecret> secret,
    List<String> members,
    String dns,
    Endpoint own,
    Endpoint published,
    Optional<ClusterTls> tls) {

  private static final String ENABLED = "cluster.enabled";
  private static final String MEMBERS = "cluster.members";
  private static final String DNS = "cluster.dns";
  private static final String HOST = "cluster.host";

  public ClusterOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(secret, "secret");
    members = List.copyOf(members);
    Objects.requireNonNull(dns, "dns");
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(published, "published");
    Objects.requireNonNull(tls, "tls");
  }

  /**
   * One address with two ports.
   *
   * @param host a name or an address
   * @param port of the member; Hazelcast's protocol
   * @param busPort of the event bus; 0 stands for any free one, or the one that is listened on
   */
  public record Endpoint(String host, int port, int busPort) {

    /** As Hazelcast writes it. */
    String member() {
      return hostAndPort(host, port);
    }
  }

  /** Reads {@code cluster.*}; what is wrong is noted in the settings. */
  public static ClusterOptions from(Settings settings) {
    Endpoint own =
        new Endpoint(
            settings.text(HOST, "127.0.0.1"),
            settings.integer("cluster.port", 5701, 1, 65_535),
            settings.integer("cluster.busPort", 0, 0, 65_535));
    ClusterOptions options =
        new ClusterOptions(
            settings.flag(ENABLED, false),
            settings.text("cluster.name", "hookline"),
            ClusterSecret.from(settings),
            members(settings, own.port()),
            settings.text(DNS, ""),
            own,
            published(settings, own),
            ClusterTls.from(settings));
    if (options.enabled()) {
      options.check(settings);
    }
    return options;
  }

  /** Whether strangers are kept out by more than the name. */
  boolean sealed() {
    return secret.isPresent() && tls.isPresent();
  }

  private void check(Settings settings) {
    if (List.of("0.0.0.0", "::", "[::]").contains(own.host())) {
      settings.problem(HOST, own.host(), "write the one address at which the other nodes reach it");
    }
    if (members.isEmpty() && dns.isEmpty()) {
      settings.problem(
          MEMBERS, "", "write where the nodes are, as host:port, … ; or a DNS name in " + DNS);
    }
    if (!members.isEmpty() && !dns.isEmpty()) {
      settings.problem(
          DNS, dns, "remove it, or " + MEMBERS + ": one of them tells where nodes are");
    }
  }

  private static Endpoint published(Settings settings, Endpoint own) {
    String host = settings.text("cluster.publicHost", "");
    int port = settings.integer("cluster.publicPort", 0, 0, 65_535);
    return new Endpoint(
        host.isEmpty() ? own.host() : host,
        port == 0 ? own.port() : port,
        settings.integer("cluster.busPublicPort", 0, 0, 65_535));
  }

  private static List<String> members(Settings settings, int port) {
    return Stream.of(settings.text(MEMBERS, "").split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> member(settings, text, port))
        .toList();
  }

  private static String member(Settings settings, String text, int port) {
    boolean bare = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
    int colon = bare ? -1 : text.lastIndexOf(':');
    if (colon <= text.lastIndexOf(']')) {
      return hostAndPort(text, port);
    }
    try {
      int given = Integer.parseInt(text.substring(colon + 1));
      if (colon > 0 && given > 0 && given <= 65_535) {
        return text;
      }
    } catch (NumberFormatException noPort) {
      // said below
    }
    settings.problem(MEMBERS, text, "write host:port, with a port from 1 to 65535");
    return text;
  }

  private static String hostAndPort(String host, int port) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + port;
  }
}
