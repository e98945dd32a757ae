package dev.hookline.emulator.wire;

import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Person;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Bot API's objects for people, chats, members, topics and entities. */
public final class Wire {

  private Wire() {}

  /** A User. */
  public static Map<String, Object> user(Person person) {
    return Fields.with("id", person.id())
        .and("is_bot", person.bot())
        .and("first_name", person.firstName())
        .when(!person.username().isEmpty(), "username", person.username())
        .map();
  }

  /** A Chat. */
  public static Map<String, Object> chat(Chat chat) {
    boolean personal = chat.type() == Chat.Type.PRIVATE;
    return Fields.with("id", chat.id())
        .and("type", chat.type().name().toLowerCase(Locale.ROOT))
        .and(personal ? "first_name" : "title", chat.title())
        .when(chat.forum() && !personal, "is_forum", true)
        .map();
  }

  /** A ChatMember of any kind. */
  public static Map<String, Object> member(Member member, Person person) {
    Fields fields = Fields.with("status", status(member)).and("user", user(person));
    switch (member.status()) {
      case CREATOR -> fields.and("is_anonymous", false);
      case ADMINISTRATOR -> {
        fields.and("can_be_edited", false).and("is_anonymous", false);
        Rights.OF_ADMINISTRATORS.forEach(right -> fields.and(right, member.may(right)));
      }
      case RESTRICTED -> restricted(fields, member);
      case KICKED -> fields.and("until_date", 0);
      default -> {} // nothing more to say
    }
    return fields.map();
  }

  /** A ForumTopic. */
  public static Map<String, Object> forumTopic(Topic topic) {
    return Fields.with("message_thread_id", topic.threadId()).all(looks(topic)).map();
  }

  /** What a topic looks like: the body of ForumTopicCreated. */
  public static Map<String, Object> looks(Topic topic) {
    return Fields.with("name", topic.name())
        .and("icon_color", topic.iconColor())
        .when(!topic.iconEmoji().isEmpty(), "icon_custom_emoji_id", topic.iconEmoji())
        .map();
  }

  /** A list of MessageEntity. */
  public static List<Map<String, Object>> entities(List<Entity> entities) {
    return entities.stream()
        .map(
            entity ->
                Fields.with("type", entity.type())
                    .and("offset", entity.offset())
                    .and("length", entity.length())
                    .all(entity.more())
                    .map())
        .toList();
  }

  private static String status(Member member) {
    return member.status().name().toLowerCase(Locale.ROOT);
  }

  private static void restricted(Fields fields, Member member) {
    fields.and("is_member", true);
    List<String> permissions =
        List.of(
            Rights.SEND_MESSAGES,
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes",
            "can_send_polls",
            "can_send_other_messages",
            "can_add_web_page_previews",
            "can_react_to_messages",
            "can_edit_tag",
            "can_change_info",
            "can_invite_users",
            Rights.PIN_MESSAGES,
            Rights.MANAGE_TOPICS);
    permissions.forEach(name -> fields.and(name, member.rights().contains(name)));
    fields.and("until_date", 0);
  }
}
