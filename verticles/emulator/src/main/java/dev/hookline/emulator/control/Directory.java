package dev.hookline.emulator.control;

import dev.hookline.emulator.EmulatorOptions.BotPlan;
import dev.hookline.emulator.EmulatorOptions.ChatPlan;
import dev.hookline.emulator.EmulatorOptions.UserPlan;
import dev.hookline.emulator.act.Members;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Person;
import dev.hookline.emulator.world.Rights;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** More people, bots and chats, and who is what in which. */
final class Directory {

  private static final long FIRST_USER = 7_100;
  private static final long FIRST_CHAT = -1_001_000_001_000L;

  private final Stage stage;
  private final Places places;
  private final Founding founding;

  Directory(Stage stage, Places places) {
    this.stage = stage;
    this.places = places;
    this.founding = new Founding(stage);
  }

  Map<String, Object> user(Body body) {
    long id = body.longNumber("id", FIRST_USER + stage.world().people().size());
    Person person =
        founding.user(new UserPlan(id, body.text("first_name"), body.text("username", "")));
    return Map.of("user", Wire.user(person));
  }

  Map<String, Object> bot(Body body) {
    String username = body.text("username");
    BotPlan plan = new BotPlan(body.text("token"), username, body.text("first_name", username));
    return Map.of("bot", Wire.user(founding.bot(plan).person()));
  }

  Map<String, Object> chat(Body body) {
    String type = body.text("type", "supergroup");
    long bot = body.longNumber("bot");
    places.bot(bot);
    long owner = body.longNumber("owner");
    places.person(owner);
    long free = FIRST_CHAT - stage.world().chats().size();
    long id = type.equals("private") ? owner : body.longNumber("id", free);
    String title =
        type.equals("private") ? stage.world().people().get(owner).firstName() : body.text("title");
    Chat chat = founding.chat(new ChatPlan(id, type, title, body.yes("forum")), owner);
    founding.join(
        chat,
        bot,
        chat.type() == Chat.Type.PRIVATE ? Member.Status.MEMBER : Member.Status.ADMINISTRATOR);
    founding.begin(chat, owner);
    return Map.of("chat", Wire.chat(chat));
  }

  Map<String, Object> member(Chat chat, Body body) {
    long actor = places.actor(chat, body);
    long member = body.longNumber("member");
    places.person(member);
    Member.Status status = status(body.text("status"));
    Set<String> rights = new HashSet<>();
    body.array("rights").forEach(right -> rights.add(String.valueOf(right)));
    if (status == Member.Status.ADMINISTRATOR && !body.has("rights")) {
      rights.addAll(Rights.ALL);
    }
    new Members(stage).become(chat, actor, new Member(member, status, rights));
    return Map.of();
  }

  private static Member.Status status(String word) {
    try {
      return Member.Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Wrong.request(
          "status is "
              + word
              + "; write creator, administrator, member, restricted, left or kicked");
    }
  }
}
