package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Member.Status;
import dev.hookline.emulator.world.Person;
import java.util.Map;
import java.util.Set;

/** What a chat is, who is in it, and showing that one is about to write. */
final class ChatMethods {

  private static final long TYPING_MILLIS = 5_000;
  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private final Stage stage;
  private final Lookup lookup;

  ChatMethods(Stage stage, Lookup lookup) {
    this.stage = stage;
    this.lookup = lookup;
  }

  void addTo(MethodTable table) {
    table.add("getChat", this::chat, "chat_id");
    table.add("getChatMember", this::member, "chat_id", "user_id");
    table.add("getChatAdministrators", this::administrators, "chat_id");
    table.add("getChatMemberCount", this::count, "chat_id");
    table.add("sendChatAction", this::action, "chat_id", "message_thread_id", "action");
  }

  private Step chat(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    Map<String, Object> gifts =
        Fields.with("unlimited_gifts", false)
            .and("limited_gifts", false)
            .and("unique_gifts", false)
            .and("premium_subscription", false)
            .and("gifts_from_channels", false)
            .map();
    return Step.free(
        () ->
            Done.with(
                Fields.with("id", chat.id())
                    .all(Wire.chat(chat))
                    .and("accent_color_id", 0)
                    .and("max_reaction_count", 11)
                    .and("accepted_gift_types", gifts)
                    .map()));
  }

  private Step member(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    Person person = stage.world().people().get(call.args().longNumber("user_id", 0));
    if (person == null) {
      throw Refusal.bad("invalid user_id specified");
    }
    return Step.free(() -> Done.with(Wire.member(chat.member(person.id()), person)));
  }

  private Step administrators(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    if (chat.type() == Chat.Type.PRIVATE) {
      throw Refusal.bad("there are no administrators in the private chat");
    }
    return Step.free(
        () ->
            Done.with(
                chat.members().values().stream()
                    .filter(ChatMethods::leads)
                    .map(one -> Wire.member(one, stage.world().people().get(one.userId())))
                    .toList()));
  }

  private static boolean leads(Member member) {
    return member.status() == Status.CREATOR || member.status() == Status.ADMINISTRATOR;
  }

  private Step count(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    return Step.free(
        () -> Done.with(chat.members().values().stream().filter(Member::present).count()));
  }

  private Step action(Call call) throws Refusal {
    String action = call.args().text("action");
    if (!ACTIONS.contains(action)) {
      throw Refusal.bad("wrong parameter action in request");
    }
    Chat chat = lookup.chat(call);
    return new Step.Act(
        Cost.of(Kind.TYPING, chat.id()),
        () -> {
          stage
              .events()
              .tell(
                  "typing",
                  Fields.with("chat_id", chat.id())
                      .and("thread_id", call.args().number("message_thread_id", 0))
                      .and("user_id", call.bot().id())
                      .and("action", action)
                      .and("until", stage.now() + TYPING_MILLIS)
                      .map());
          return Done.yes();
        });
  }
}
