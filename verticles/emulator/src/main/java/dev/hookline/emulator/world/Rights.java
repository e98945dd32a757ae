package dev.hookline.emulator.world;

import java.util.List;
import java.util.Set;

/** The rights of administrators in a supergroup, by the names of the Bot API. */
public final class Rights {

  public static final String MANAGE_TOPICS = "can_manage_topics";
  public static final String DELETE_MESSAGES = "can_delete_messages";
  public static final String PIN_MESSAGES = "can_pin_messages";
  public static final String SEND_MESSAGES = "can_send_messages";

  /** In the order in which they are written. */
  public static final List<String> OF_ADMINISTRATORS =
      List.of(
          "can_manage_chat",
          DELETE_MESSAGES,
          "can_manage_video_chats",
          "can_restrict_members",
          "can_promote_members",
          "can_change_info",
          "can_invite_users",
          "can_post_stories",
          "can_edit_stories",
          "can_delete_stories",
          PIN_MESSAGES,
          MANAGE_TOPICS);

  public static final Set<String> ALL = Set.copyOf(OF_ADMINISTRATORS);

  private Rights() {}
}
