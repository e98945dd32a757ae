package dev.hookline.app.cluster;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Certificates that trust themselves, made by the JDK's keytool. */
public final class Certificates {

  private static final String PASSWORD = "changeit";

  private final Path directory;

  public Certificates(Path directory) {
    this.directory = directory;
  }

  /** Settings with a certificate that is its own authority: who has the same one is trusted. */
  public JsonObject settings(String name) {
    Path store = directory.resolve(name + ".p12");
    Path certificate = directory.resolve(name + ".crt");
    Path key = directory.resolve(name + ".key");
    try {
      make(name, store);
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      write(certificate, "CERTIFICATE", keys.getCertificate(name).getEncoded());
      write(key, "PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
    return new JsonObject()
        .put("certFile", certificate.toString())
        .put("keyFile", key.toString())
        .put("caFile", certificate.toString());
  }

  private static void make(String name, Path store) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "bc:c",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            store.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new AssertionError("keytool: " + process.exitValue());
    }
  }

  private static void write(Path file, String kind, byte[] encoded) throws Exception {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
