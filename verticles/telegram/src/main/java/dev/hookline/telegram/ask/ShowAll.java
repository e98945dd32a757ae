package dev.hookline.telegram.ask;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.MessagePlace;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The button under a message that had no room for everything. What comes back when it is pressed is
 * derived from what the message shows, so that it is the same each time the message is drawn, and
 * nothing needs to be stored for it. It is no secret: who may press is looked at with each press.
 */
public final class ShowAll {

  private static final String LABEL = "📄 Show all";
  private static final String PREFIX = "all."; // random ids of other buttons have no dot
  private static final int BYTES = 16;

  private ShowAll() {}

  /**
   * The buttons under a message.
   *
   * @param session whose message
   * @param head the place of the entry that heads it
   * @param part what it shows
   */
  public static Keyboard under(SessionKey session, long head, Part part) {
    return part.leavesOut()
        ? new Keyboard(
            List.of(List.of(new Keyboard.Key(LABEL, data(new MessagePlace(session, head))))))
        : Keyboard.NONE;
  }

  /** Whether it is this kind of button that was pressed. */
  public static boolean isPressed(String data) {
    return data.startsWith(PREFIX);
  }

  /** What comes back from the button under a message. */
  static String data(MessagePlace place) {
    String named = place.session().value() + "\n" + place.position();
    byte[] digest = sha256().digest(named.getBytes(StandardCharsets.UTF_8));
    return PREFIX
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }
}
