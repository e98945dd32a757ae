package dev.hookline.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * The secret that lets a sender in over TCP. Kept in a file that only its owner can read, or that
 * root gave to us by our group, as Kubernetes does with secrets; made when there is none.
 * Immutable.
 */
public final class IngestToken {

  private static final int BYTES = 32;
  private static final int LEAST_LENGTH = 32; // of one that a person wrote
  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> GROUP_MAY_READ =
      EnumSet.of(PosixFilePermission.GROUP_READ);
  private static final int ROOT = 0;

  private final byte[] secret;

  private IngestToken(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the token, or makes one of 256 bits when there is no file. Two processes that start at
   * once read the same one. Blocks; called at start.
   *
   * @throws IllegalStateException when others may read the file, or it holds no usable token; the
   *     message says what to do
   */
  public static IngestToken readOrCreate(Path file) throws IOException {
    if (Files.notExists(file)) {
      create(file);
    }
    requirePrivate(file);
    String secret = Files.readString(file).strip();
    boolean usable =
        secret.length() >= LEAST_LENGTH && secret.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!usable) {
      throw new IllegalStateException(
          file
              + " holds no token of at least "
              + LEAST_LENGTH
              + " visible ASCII characters: delete it, and a new one is made");
    }
    return new IngestToken(secret);
  }

  /**
   * Whether a sender knows the secret; null does not. Takes as long for a wrong guess as another.
   */
  public boolean matches(String presented) {
    return presented != null
        && MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
  }

  /** The secret itself, for a client in the same process: never for a log or a message. */
  public String reveal() {
    return new String(secret, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "IngestToken[secret]";
  }

  // Written aside and linked into place: whoever sees the file sees all of it, and of two who link
  // at once one fails and reads what the other made.
  private static void create(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    PrivateDirectory.create(directory);
    Path draft = Files.createTempFile(directory, "token", ".tmp"); // 0600 from the start
    try {
      write(draft, freshSecret() + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // was faster
    } finally {
      Files.delete(draft);
    }
  }

  private static String freshSecret() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void requirePrivate(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> others = EnumSet.copyOf(view.readAttributes().permissions());
    others.removeAll(PRIVATE);
    if (!others.isEmpty() && !(others.equals(GROUP_MAY_READ) && isLentByRoot(file))) {
      throw new IllegalStateException(
          file
              + " may be used by other users, so it is no secret any more: delete it, and a new"
              + " token is made; or, if you trust all of them, run chmod 600 "
              + file);
    }
  }

  private static boolean isLentByRoot(Path file) throws IOException {
    return !Files.isWritable(file) && Files.getAttribute(file, "unix:uid").equals(ROOT);
  }
}
