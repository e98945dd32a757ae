package dev.hookline.emulator.world;

/**
 * Where a bot's updates are posted to.
 *
 * @param url empty when they are not
 * @param secret empty when there is none
 */
public record Webhook(String url, String secret, int maxConnections) {

  public static final Webhook NONE = new Webhook("", "", 40);

  public boolean active() {
    return !url.isEmpty();
  }
}
