package dev.hookline.telegram.render;

import java.net.URI;
import java.net.URISyntaxException;

/** Judges where links lead. */
final class Links {

  private static final String SECURE = "https://";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_BRIEF = 60;

  private Links() {}

  /** Whether a reader may follow it: to a web page, at a host that is what it looks like. */
  static boolean leadSomewhere(String address) {
    try {
      URI uri = new URI(address);
      boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || isPlain(uri);
      return isWeb
          && address.length() <= LONGEST
          && uri.getUserInfo() == null
          && uri.getHost() != null
          && uri.getHost().contains(".");
    } catch (URISyntaxException unusable) {
      return false;
    }
  }

  /** The address as people write it: without {@code https://}, and not too long. */
  static String brief(String address) {
    String bare = address.startsWith(SECURE) ? address.substring(SECURE.length()) : address;
    boolean isRoot = bare.endsWith("/") && bare.indexOf('/') == bare.length() - 1;
    return Words.brief(isRoot ? bare.substring(0, bare.length() - 1) : bare, LONGEST_BRIEF);
  }

  private static boolean isPlain(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }
}
