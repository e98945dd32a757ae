package dev.hookline.telegram;

import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorOptions.BotPlan;
import dev.hookline.emulator.EmulatorOptions.ChatPlan;
import dev.hookline.emulator.EmulatorOptions.UserPlan;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Fault;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatFree;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionView;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.webhook.WebhookOptions;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Nodes that share one real store, and an emulated Telegram that they speak to over HTTP. Each node
 * has a bot of its own, so that the journal tells who called.
 */
final class Nodes implements AutoCloseable {

  static final long CHAT = EmulatorOptions.CHAT;

  /** May do everything, and owns the chat. */
  static final long ADA = EmulatorOptions.USER;

  /** May do nothing. */
  static final long BO = 7002;

  /** May ask how things stand. */
  static final long CY = 7003;

  static final BotToken FIRST = new BotToken("1000001:FIRST");
  static final BotToken SECOND = new BotToken("1000002:SECOND");

  /** Longer than any test: whatever happens in it has another cause. */
  static final Duration NEVER = Duration.ofHours(1);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private static final Duration LIFETIME = Duration.ofSeconds(15);
  private static final SessionKey SESSION = new SessionKey("session");

  final SharedTime time = new SharedTime();
  final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(8));
  final Store store;

  private final Vertx telegram = Vertx.vertx();
  private final EmulatorVerticle emulator;
  private int told;

  private Nodes(Path directory) {
    emulator = new EmulatorVerticle(twoBots(), Clock.systemUTC());
    result(telegram.deployVerticle(emulator));
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory, time));
  }

  static Nodes in(Path directory) {
    return new Nodes(directory);
  }

  /** Starts a node; it stands by when another one serves the chat. Brings its deployment. */
  String start(String name, BotToken bot, Duration standBy) {
    return start(name, bot, standBy, System::nanoTime);
  }

  String start(String name, BotToken bot, Duration standBy, LongSupplier nanoTime) {
    return start(name, options(bot, standBy, Optional.empty()), nanoTime);
  }

  /** Starts a node that cannot reach Telegram. */
  String startCutOff(String name, BotToken bot, Duration standBy) {
    return start(name, options(NOWHERE, bot, standBy, SOON, Optional.empty()), System::nanoTime);
  }

  /** Starts a node to which the bot's updates are posted. */
  String start(String name, BotToken bot, WebhookOptions webhook) {
    return start(name, options(bot, NEVER, Optional.of(webhook)), System::nanoTime);
  }

  private String start(String name, TelegramOptions options, LongSupplier nanoTime) {
    return result(
        vertx.deployVerticle(new TelegramVerticle(name, options, store, nanoTime, new Random(1))));
  }

  private TelegramOptions options(
      BotToken bot, Duration standBy, Optional<WebhookOptions> webhook) {
    return options(emulator.apiRoot(), bot, standBy, NEVER, webhook);
  }

  private static TelegramOptions options(
      URI apiRoot,
      BotToken bot,
      Duration standBy,
      Duration handOver,
      Optional<WebhookOptions> webhook) {
    return new TelegramOptions(
        bot,
        apiRoot,
        CHAT,
        new People(Map.of(ADA, EnumSet.allOf(Right.class), CY, EnumSet.of(Right.READ))),
        1_000_000,
        Duration.ZERO,
        Duration.ofSeconds(3),
        1,
        Duration.ofSeconds(5),
        Duration.ofMillis(300),
        Duration.ofSeconds(60),
        standBy,
        handOver,
        Verbosity.NORMAL,
        false,
        Path.of("target", "received"),
        webhook);
  }

  /** Stops a node in peace. */
  void stop(String deployment) {
    result(vertx.undeploy(deployment));
  }

  /** Another node takes the chat, as soon as nobody's lease is in its way. */
  ChatLease strangerTakes() {
    return strangerTries().orElseThrow();
  }

  Optional<ChatLease> strangerTries() {
    return result(store.chats().take(CHAT, "stranger", LIFETIME, time.instant()));
  }

  /** The other node gives the chat back, and says so. */
  void strangerLeaves(ChatLease lease) {
    result(store.chats().release(lease));
    Addresses.CHAT_FREE.tellAll(vertx.eventBus(), new ChatFree(CHAT));
  }

  /** The time after which a lease that nobody renews is over. */
  void leaseEnds() {
    time.passes(LIFETIME);
  }

  /** Gives the session a topic, made by the bot that will send to it. */
  void openTopic(BotToken bot) {
    VertxTelegramClient client =
        new VertxTelegramClient(vertx, emulator.apiRoot(), bot, 10_000, () -> null);
    CallOutcome<Long> made = result(new BotGateway(client, bot).createTopic(CHAT, "topic m-1"));
    long thread = ((CallOutcome.Done<Long>) made).value();
    tell(1);
    result(store.topics().open(topic(), "attempt", "m-1", "topic m-1", time.instant()));
    result(store.topics().bind("attempt", thread, time.instant()));
    result(client.close());
  }

  /** That many more events are to be shown. No node is told. */
  void tell(int events) {
    for (int i = 0; i < events; i++) {
      tell(EventType.USER_INPUT);
    }
  }

  /** One more event is to be shown. */
  void tell(EventType type) {
    told++;
    HookEvent event =
        new HookEvent(
            "source",
            "event-" + told,
            type,
            SESSION,
            time.instant(),
            "word " + told,
            new JsonObject(),
            null);
    result(store.events().accept(List.of(NewEvent.of(event, CHAT, time.instant()))));
    SessionView view = result(store.sequences().view(SESSION)).orElseThrow();
    List<Long> fresh = view.fresh().stream().map(one -> one.seq()).toList();
    result(
        store
            .sequences()
            .release(
                SESSION,
                view.nextPosition(),
                List.of(Release.event(false, fresh)),
                time.instant()));
  }

  /** How many events there are to be shown. */
  int told() {
    return told;
  }

  /** A person does something in the chat, as on the emulator's control port. */
  void person(String deed, JsonObject how) {
    result(emulator.control().act(deed, CHAT, how));
  }

  /** A person writes a message; brings what the control port answers. */
  JsonObject send(JsonObject how) {
    return result(emulator.control().act("send", CHAT, how));
  }

  SessionTopic topic() {
    return result(store.topics().of(SESSION)).orElseThrow();
  }

  void fault(Fault fault) {
    result(emulator.control().addFault(fault));
  }

  /** Ends every fault. */
  void heal() {
    result(emulator.control().clearFaults());
  }

  List<CallRecord> calls() {
    return emulator.journal().records();
  }

  List<CallRecord> calls(BotToken bot) {
    return calls().stream().filter(call -> call.botId() == bot.botId()).toList();
  }

  /** Returns as soon as the journal looks as expected. */
  void awaits(Predicate<List<CallRecord>> condition) {
    result(
        Future.fromCompletionStage(
            emulator.journal().when(condition).orTimeout(25, TimeUnit.SECONDS)));
  }

  /** Returns when the bot has made that many calls of the method. */
  void awaits(BotToken bot, String method, int count) {
    awaits(
        calls ->
            calls.stream()
                    .filter(call -> call.botId() == bot.botId() && isCall(call, method))
                    .count()
                >= count);
  }

  /** Returns when everything that was told has been shown. */
  void awaitsAllShown() {
    awaits(calls -> shown(calls).size() >= told);
  }

  /** Returns when the store knows of everything that was shown. */
  void awaitsAllWritten() {
    until("all written", () -> result(store.overview().totals()).shown() >= told);
  }

  /** What was shown, in the order of the calls. */
  List<String> shown() {
    return shown(calls());
  }

  private static List<String> shown(List<CallRecord> calls) {
    List<String> texts = new ArrayList<>();
    calls.stream()
        .filter(call -> isCall(call, "sendMessage") && call.committed())
        .filter(call -> !call.args().containsKey("reply_parameters")) // an answer to a command
        .forEach(call -> texts.add(call.args().get("text")));
    return texts;
  }

  static boolean isCall(CallRecord call, String method) {
    return call.method().equalsIgnoreCase(method);
  }

  @Override
  public void close() {
    List.copyOf(vertx.deploymentIDs()).forEach(this::stop);
    result(store.close());
    result(vertx.close());
    result(telegram.close());
  }

  private static EmulatorOptions twoBots() {
    EmulatorOptions one = EmulatorOptions.forTests();
    return new EmulatorOptions(
        one.host(),
        0,
        0,
        one.seed(),
        false,
        0,
        one.knobs(),
        List.of(
            new BotPlan(FIRST.value(), "first_bot", "First"),
            new BotPlan(SECOND.value(), "second_bot", "Second")),
        List.of(
            new UserPlan(ADA, "Ada", "ada"),
            new UserPlan(BO, "Bo", "bo"),
            new UserPlan(CY, "Cy", "cy")),
        List.of(
            new ChatPlan(CHAT, "supergroup", "Agents", true),
            new ChatPlan(BO, "private", "Bo", false)));
  }
}
