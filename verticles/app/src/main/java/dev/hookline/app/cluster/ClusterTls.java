package dev.hookline.app.cluster;

import dev.hookline.config.Settings;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Certificates for the event bus, in PEM. Both ends of a connection must show one that the
 * authority has signed.
 *
 * @param certFile this node's certificate, with what is between it and the authority
 * @param keyFile its private key
 * @param caFile the authority's certificate
 */
public record ClusterTls(Path certFile, Path keyFile, Path caFile) {

  private static final List<String> KEYS =
      List.of("cluster.tls.certFile", "cluster.tls.keyFile", "cluster.tls.caFile");

  /** Reads all three or none; what is missing is noted in the settings. */
  static Optional<ClusterTls> from(Settings settings) {
    List<Optional<Path>> files = KEYS.stream().map(key -> file(settings, key)).toList();
    if (files.stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    if (files.stream().allMatch(Optional::isPresent)) {
      return Optional.of(
          new ClusterTls(files.get(0).get(), files.get(1).get(), files.get(2).get()));
    }
    for (int i = 0; i < KEYS.size(); i++) {
      if (files.get(i).isEmpty()) {
        settings.problem(KEYS.get(i), "", "name its file too: " + String.join(", ", KEYS));
      }
    }
    return Optional.empty();
  }

  /** Lets the event bus talk with those only who can show a certificate of the authority. */
  void apply(EventBusOptions bus) {
    bus.setSsl(true)
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(
            new PemKeyCertOptions().setCertPath(certFile.toString()).setKeyPath(keyFile.toString()))
        .setTrustOptions(new PemTrustOptions().addCertPath(caFile.toString()));
  }

  private static Optional<Path> file(Settings settings, String key) {
    Optional<Path> file = settings.path(key);
    file.filter(path -> !Files.isReadable(path))
        .ifPresent(path -> settings.problem(key, path.toString(), "name a file that can be read"));
    return file;
  }
}
