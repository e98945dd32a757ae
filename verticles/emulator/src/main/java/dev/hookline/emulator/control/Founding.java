package dev.hookline.emulator.control;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorOptions.BotPlan;
import dev.hookline.emulator.EmulatorOptions.ChatPlan;
import dev.hookline.emulator.EmulatorOptions.UserPlan;
import dev.hookline.emulator.act.Members;
import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Note;
import dev.hookline.emulator.world.Person;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.World;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes bots, people and chats. */
public final class Founding {

  private static final long FIRST_UPDATE_RANGE = 100_000_000;

  private final Stage stage;

  public Founding(Stage stage) {
    this.stage = stage;
  }

  /** Puts a new world on the stage, as it is planned. */
  public void all(EmulatorOptions options, long seed) {
    stage.replace(new World(seed));
    options.users().forEach(this::user);
    options.bots().forEach(this::bot);
    for (ChatPlan plan : options.chats()) {
      long owner = options.users().get(0).id();
      Chat chat = chat(plan, owner);
      options.users().stream()
          .filter(user -> user.id() != owner)
          .forEach(user -> join(chat, user.id(), Member.Status.MEMBER));
      options.bots().forEach(bot -> join(chat, bot.id(), Member.Status.ADMINISTRATOR));
      begin(chat, owner);
    }
  }

  public Person user(UserPlan plan) {
    return add(new Person(plan.id(), false, plan.firstName(), plan.username()));
  }

  public Bot bot(BotPlan plan) {
    Person person = add(new Person(plan.id(), true, plan.firstName(), plan.username()));
    int first = 1 + Math.toIntExact(Math.floorMod(stage.world().dice().next(), FIRST_UPDATE_RANGE));
    Bot bot = new Bot(person, plan.token(), first);
    stage.world().bots().put(bot.id(), bot);
    return bot;
  }

  /** A chat with its owner and nobody else; {@link #begin} must follow. */
  public Chat chat(ChatPlan plan, long owner) {
    Chat.Type type = type(plan.type());
    if (stage.world().chats().containsKey(plan.id())) {
      throw Wrong.now("there is a chat with the id " + plan.id());
    }
    if (plan.forum() && type == Chat.Type.GROUP) {
      throw Wrong.request("a group has no topics; write supergroup for type");
    }
    Chat chat = new Chat(plan.id(), type, plan.title(), false);
    stage.world().chats().put(chat.id(), chat);
    join(chat, owner, type == Chat.Type.PRIVATE ? Member.Status.MEMBER : Member.Status.CREATOR);
    if (type == Chat.Type.PRIVATE) {
      chat.forum(plan.forum());
    } else if (plan.forum()) {
      new Members(stage).forum(chat, true);
    }
    return chat;
  }

  public void join(Chat chat, long user, Member.Status status) {
    Set<String> rights = status == Member.Status.ADMINISTRATOR ? Rights.ALL : Set.of();
    chat.members().put(user, new Member(user, status, rights));
  }

  /** A group's first message tells of the group itself. Nobody was there to hear of it. */
  public void begin(Chat chat, long owner) {
    if (chat.type() != Chat.Type.PRIVATE) {
      String kind = chat.type().name().toLowerCase(Locale.ROOT) + "_chat_created";
      new Messages(stage).note(chat, 0, owner, new Note(kind, Map.of()));
    }
  }

  private Person add(Person person) {
    if (stage.world().people().putIfAbsent(person.id(), person) != null) {
      throw Wrong.now("there is somebody with the id " + person.id());
    }
    return person;
  }

  private static Chat.Type type(String word) {
    try {
      return Chat.Type.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Wrong.request("type is " + word + "; write private, group or supergroup");
    }
  }
}
