package dev.hookline.telegram.poll;

import dev.hookline.messages.UpdatesRead;
import io.vertx.core.Future;
import java.util.List;

/** How the bot's updates come into the store, and from there to their effect. */
public interface UpdateSource {

  /**
   * What Telegram is asked for. Broad on purpose: with a narrow list, service messages about topics
   * were seen to stay away.
   */
  List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "callback_query",
          "message_reaction",
          "my_chat_member",
          "chat_member");

  /** Begins. */
  void start();

  /** Begins nothing new. A call under way ends when its client is closed. */
  void stop();

  /**
   * Reads everything that Telegram has for us now.
   *
   * @return completes when everything that there was when it was called is stored and handled;
   *     fails when that cannot be said
   */
  Future<UpdatesRead> readAll();
}
