package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may listen on a unix socket. */
@Timeout(60)
class SocketFileTest {

  @TempDir Path directory;

  @Test
  void takes_over_what_a_process_that_was_killed_left_behind() throws Exception {
    Process holder = holder();
    holder.destroyForcibly().waitFor(); // SIGKILL
    assertThat(path()).exists();

    try (OpenIngest ingest = OpenIngest.in(directory)) {
      assertThat(Caller.of(ingest.socket()).get("/healthz/live").status()).isEqualTo(200);
    }
  }

  @Test
  void does_not_steal_the_socket_of_a_process_that_lives() throws Exception {
    Process holder = holder();
    try {
      assertThatThrownBy(() -> OpenIngest.in(directory))
          .hasStackTraceContaining("another process listens on " + path());
      assertThat(holder.isAlive()).isTrue();
      Caller.of(path()).close();
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void does_not_steal_a_socket_that_is_not_locked_by_one_of_us() throws IOException {
    PrivateDirectory.create(path().getParent());
    try (ServerSocketChannel stranger = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      stranger.bind(UnixDomainSocketAddress.of(path()));

      assertThatThrownBy(() -> claim(path()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process listens on");
      assertThat(path()).exists();
    }
  }

  @Test
  void is_claimed_by_one_at_a_time() throws IOException {
    SocketFile first = claim(path());

    assertThatThrownBy(() -> claim(path())).hasMessageContaining("another process listens on");

    first.close();
    claim(path()).close();
  }

  @Test
  void removes_nothing_that_is_no_socket() throws IOException {
    Path file = directory.resolve("notes.txt");
    Files.writeString(file, "mine");

    assertThatThrownBy(() -> claim(file)).hasMessageContaining("it is no socket");
    assertThat(file).hasContent("mine");
  }

  @Test
  void refuses_a_directory_that_others_can_enter_and_says_what_to_do() throws IOException {
    Path open = Files.createDirectory(directory.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThatThrownBy(() -> claim(open.resolve("s.sock")))
        .hasMessageContaining("chmod 700 " + open);
    assertThat(open).isEmptyDirectory();
  }

  @Test
  void shuts_others_out_of_the_data_directory() throws IOException {
    Files.createDirectory(path().getParent());
    Files.setPosixFilePermissions(path().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

    SocketFile.claim(path(), path().getParent()).close();

    assertThat(Files.getPosixFilePermissions(path().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  private SocketFile claim(Path path) throws IOException {
    return SocketFile.claim(path, directory.resolve("data"));
  }

  private Path path() {
    return directory.resolve("data/hookline.sock");
  }

  private Process holder() throws IOException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SocketHolder.class.getName(),
                path().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(holder.getInputStream().readNBytes(5), StandardCharsets.UTF_8);
    assertThat(said).isEqualTo("ready");
    return holder;
  }
}
