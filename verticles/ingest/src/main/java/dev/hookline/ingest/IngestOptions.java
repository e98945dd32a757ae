package dev.hookline.ingest;

import dev.hookline.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of the ingest room.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param allowedHosts names by which clients may call us, besides the host and the loopback names
 * @param socket unix socket for HTTP; null when there is none
 * @param lineSocket unix socket for lines; null when there is none
 * @param tokenFile where the bearer token is kept
 * @param dataDir the directory that is ours alone
 * @param hostname name of this machine, for events that were sent from it; empty when unknown
 * @param chat the chat that shows new sessions
 * @param answerPatience how long an agent waits for an answer from the chat; zero when nobody may
 *     give one
 * @param replyPatience how long an agent that is done is kept for what somebody may write to it;
 *     zero when nobody may write
 * @param typeIntoTmux whether what is written is typed into the panes of agents on this machine
 * @param limits what one sender may ask of us
 */
public record IngestOptions(
    String host,
    int port,
    Set<String> allowedHosts,
    Path socket,
    Path lineSocket,
    Path tokenFile,
    Path dataDir,
    String hostname,
    long chat,
    Duration answerPatience,
    Duration replyPatience,
    boolean typeIntoTmux,
    Limits limits) {

  private static final Path NO_SOCKET = Path.of("none");
  private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(59); // agents wait an hour
  private static final Duration REPLY_PATIENCE = Duration.ofMinutes(2);
  private static final int MAX_SOCKET_PATH = 100; // the system takes 104 to 108 bytes

  public IngestOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(tokenFile, "tokenFile");
    Objects.requireNonNull(dataDir, "dataDir");
    Objects.requireNonNull(hostname, "hostname");
    Objects.requireNonNull(answerPatience, "answerPatience");
    Objects.requireNonNull(replyPatience, "replyPatience");
    Objects.requireNonNull(limits, "limits");
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /**
   * Reads {@code ingest.*}; what is wrong with them is noted there. A socket called {@code none} is
   * not opened.
   *
   * @param chat the chat that shows new sessions
   * @param answers whether anybody may answer agents' questions
   * @param replies whether anybody may write to agents
   */
  public static IngestOptions from(Settings settings, long chat, boolean answers, boolean replies) {
    Duration patience = settings.millis("ingest.answerPatienceMillis", ANSWER_PATIENCE);
    Duration replyPatience = settings.millis("ingest.replyPatienceMillis", REPLY_PATIENCE);
    return new IngestOptions(
        settings.text("ingest.host", "127.0.0.1"),
        settings.integer("ingest.port", 8787, 0, 65_535),
        names(settings.text("ingest.allowedHosts", "")),
        socket(settings, "ingest.socket", "hookline.sock"),
        socket(settings, "ingest.lineSocket", "bridge.sock"),
        settings.path("ingest.tokenFile", inDataDir("ingest.token")),
        settings.dataDir(),
        settings.text("ingest.hostname", ""),
        chat,
        answers ? patience : Duration.ZERO,
        replies ? replyPatience : Duration.ZERO,
        settings.flag("ingest.typeIntoTmux", false),
        Limits.from(settings));
  }

  private static Path inDataDir(String name) {
    return Path.of("${dataDir}", name);
  }

  private static Path socket(Settings settings, String key, String name) {
    Path path = settings.path(key, inDataDir(name));
    if (path.equals(NO_SOCKET)) {
      return null;
    }
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > MAX_SOCKET_PATH) {
      settings.problem(
          key, path.toString(), "write a path of at most " + MAX_SOCKET_PATH + " bytes");
    }
    return path;
  }

  private static Set<String> names(String list) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(list.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    return names;
  }

  /**
   * What one sender may ask of us.
   *
   * @param maxBody the largest body and the longest line, in bytes
   * @param maxConnections open HTTP connections of one instance
   * @param maxLineConnections open connections to the line socket
   * @param patience how long a request's head, and then its body, may take to arrive; how long a
   *     connection may do nothing
   */
  public record Limits(int maxBody, int maxConnections, int maxLineConnections, Duration patience) {

    /** The values that users get when they set nothing. */
    public static final Limits DEFAULTS = new Limits(1 << 20, 1_024, 256, Duration.ofSeconds(10));

    public Limits {
      Objects.requireNonNull(patience, "patience");
    }

    private static Limits from(Settings settings) {
      return new Limits(
          settings.integer("ingest.maxBodyBytes", DEFAULTS.maxBody, 1_024, 64 << 20),
          settings.integer("ingest.maxConnections", DEFAULTS.maxConnections, 1, 1_000_000),
          settings.integer("ingest.maxLineConnections", DEFAULTS.maxLineConnections, 1, 1_000_000),
          patience(settings));
    }

    private static Duration patience(Settings settings) {
      Duration patience = settings.millis("ingest.patienceMillis", DEFAULTS.patience);
      if (patience.toMillis() >= 100) {
        return patience;
      }
      settings.problem(
          "ingest.patienceMillis", String.valueOf(patience.toMillis()), "write 100 or more");
      return DEFAULTS.patience;
    }
  }
}
