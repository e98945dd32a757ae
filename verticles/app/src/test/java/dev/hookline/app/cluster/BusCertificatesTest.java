package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.bus.BusOptions;
import dev.hookline.bus.BusVerticle;
import dev.hookline.messages.Addresses;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import dev.hookline.testkit.Waits;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bus where other machines can come: only who has a certificate gets to show the token. */
class BusCertificatesTest {

  private static final String PING = "{\"type\":\"ping\"}";

  @TempDir private Path directory;
  private Vertx vertx;
  private Store store;
  private BusVerticle bus;
  private NetClient client;
  private JsonObject ours;
  private JsonObject other;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    store = Waits.result(FreshStore.in(vertx, directory));
    Certificates certificates = new Certificates(directory);
    ours = certificates.settings("ours");
    other = certificates.settings("other");
    BusOptions.Tls tls =
        new BusOptions.Tls(file(ours, "certFile"), file(ours, "keyFile"), file(ours, "caFile"));
    BusOptions options =
        new BusOptions(
            Optional.of(new BusOptions.Tcp("127.0.0.1", 0, Optional.of(tls))),
            Optional.empty(),
            directory.resolve("bus.token"),
            BusOptions.Limits.DEFAULTS);
    bus = new BusVerticle(options, "token"::equals, Set.of(), store);
    Waits.result(vertx.deployVerticle(bus));
  }

  @AfterEach
  void close() {
    Waits.result(store.close());
    Waits.result(vertx.close());
  }

  @Test
  void talks_with_who_has_a_certificate_of_the_authority() {
    assertThat(said(options().setKeyCertOptions(key(ours)))).contains("pong");
  }

  @Test
  void says_nothing_to_who_has_a_foreign_one() {
    assertThat(said(options().setKeyCertOptions(key(other)))).isEmpty();
  }

  @Test
  void says_nothing_to_who_has_none() {
    assertThat(said(options())).isEmpty();
  }

  @Test
  void says_nothing_in_the_clear() {
    assertThat(said(new NetClientOptions())).doesNotContain("pong");
  }

  /** What is said after a ping, until the first message or the end of the connection. */
  private String said(NetClientOptions options) {
    client = vertx.createNetClient(options);
    Promise<String> said = Promise.promise();
    client
        .connect(bus.port(), "127.0.0.1")
        .onSuccess(socket -> ping(socket, said))
        .onFailure(refused -> said.tryComplete(""));
    return Waits.result(said.future());
  }

  private static void ping(NetSocket socket, Promise<String> said) {
    socket.exceptionHandler(refused -> said.tryComplete(""));
    socket.closeHandler(ended -> said.tryComplete(""));
    socket.handler(bytes -> said.tryComplete(bytes.toString()));
    socket.write(Buffer.buffer().appendInt(PING.length()).appendString(PING));
  }

  private NetClientOptions options() {
    return new NetClientOptions()
        .setSsl(true)
        .setHostnameVerificationAlgorithm("")
        .setTrustOptions(new PemTrustOptions().addCertPath(ours.getString("caFile")));
  }

  private static PemKeyCertOptions key(JsonObject files) {
    return new PemKeyCertOptions()
        .setCertPath(files.getString("certFile"))
        .setKeyPath(files.getString("keyFile"));
  }

  private static Path file(JsonObject files, String key) {
    return Path.of(files.getString(key));
  }
}
