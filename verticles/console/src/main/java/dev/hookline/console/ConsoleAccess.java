package dev.hookline.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may look. The link and the cookie carry different keys, both derived from the ingest token: a
 * link found in a browser's history lets nobody send events, and a new ingest token ends both.
 * Immutable.
 */
public final class ConsoleAccess {

  private static final String ALGORITHM = "HmacSHA256";

  private final String linkKey;
  private final String cookieKey;

  /**
   * @param ingestToken the secret from which both keys are derived; not empty
   */
  public ConsoleAccess(String ingestToken) {
    if (ingestToken.isBlank()) {
      throw new IllegalArgumentException("the ingest token is empty");
    }
    linkKey = derive(ingestToken, "hookline console link");
    cookieKey = derive(ingestToken, "hookline console cookie");
  }

  /** The address that signs a browser in. A secret: for the user's terminal, never for a log. */
  public String link(String host, int port) {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "http://" + name + ":" + port + "/?token=" + linkKey;
  }

  /** Both keys, so that they can be kept out of what is shown. */
  public List<String> keys() {
    return List.of(linkKey, cookieKey);
  }

  /** Whether a link's token is ours; null is not. */
  boolean opens(String token) {
    return same(linkKey, token);
  }

  /** Whether a cookie's value is ours; null is not. */
  boolean knows(String cookie) {
    return same(cookieKey, cookie);
  }

  String cookieValue() {
    return cookieKey;
  }

  // In constant time: how long a wrong guess takes tells nothing about it.
  private static boolean same(String ours, String theirs) {
    return theirs != null
        && MessageDigest.isEqual(
            ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }

  private static String derive(String secret, String purpose) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] key = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }
}
