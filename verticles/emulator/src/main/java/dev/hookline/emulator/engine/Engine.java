package dev.hookline.emulator.engine;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.call.Args;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Method;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.flood.FloodModel;
import dev.hookline.emulator.method.MethodTable;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.Bot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests, one after the other. Confined to the emulator's event loop. */
public final class Engine {

  /** What the Bot API has and this double would silently leave undone. */
  private static final Set<String> NOT_EMULATED =
      Set.of(
          "business_connection_id",
          "direct_messages_topic_id",
          "receiver_user_id",
          "callback_query_id",
          "message_effect_id",
          "suggested_post_parameters",
          "inline_message_id",
          "rich_message",
          "parse_mode",
          "certificate",
          "ip_address",
          "thumbnail",
          "show_caption_above_media",
          "has_spoiler");

  private static final Logger LOGGER = LoggerFactory.getLogger(Engine.class);
  private static final int LONGEST_TOKEN = 80;

  private final Stage stage;
  private final Journal journal;
  private final FaultSource faults;
  private final MethodTable methods;
  private final FloodModel flood = new FloodModel();
  private final List<Consumer<Exchange>> listeners = new ArrayList<>();

  public Engine(Stage stage, Journal journal, FaultSource faults) {
    this.stage = stage;
    this.journal = journal;
    this.faults = faults;
    this.methods = new MethodTable(stage);
  }

  public Stage stage() {
    return stage;
  }

  public FloodModel flood() {
    return flood;
  }

  /** Takes a request and answers it on its line, now or later. */
  public void take(Request request, Line line) {
    Optional<Bot> bot = stage.world().botByToken(request.token());
    FaultSource.Chosen fault = bot.flatMap(ignored -> faults.choose(request)).orElse(null);
    Draft draft =
        new Draft(journal.lastSeq() + 1, stage.now(), bot.orElse(null), request, fault, line);
    journal(draft);
    Exchange exchange = new Exchange(this, bot.orElse(null), request, line, draft);
    try {
      begin(exchange, fault);
    } catch (RuntimeException broken) {
      LOGGER
          .atError()
          .addKeyValue("call", draft.seq())
          .setCause(broken)
          .log("a call broke the emulator");
      exchange.caller().answerInstead(Response.of(Reply.error(500, "Internal Server Error")));
    }
  }

  private void begin(Exchange exchange, FaultSource.Chosen fault) {
    if (exchange.bot() == null) {
      String token = exchange.request().token();
      exchange.tell(Verdict.REFUSED, stranger(token), exchange.caller()::answer);
    } else if (fault == null) {
      exchange.run(exchange.caller()::answer);
    } else {
      tellFault(fault, exchange.draft());
      Behaviour behaviour = fault.behaviour();
      behaviour.before(exchange, () -> exchange.run(reply -> behaviour.after(exchange, reply)));
    }
  }

  /** Hears of each exchange whose end is certain. */
  public void whenClosed(Consumer<Exchange> listener) {
    listeners.add(listener);
  }

  /** Forgets the limits. */
  public void startOver() {
    flood.startOver();
  }

  Step check(Draft draft, Request request, Call call) throws Refusal {
    Method method = methods.find(request.method()).orElse(null);
    if (method == null) {
      draft.method = request.method();
      throw Refusal.unknownMethod();
    }
    draft.method = method.name();
    checkParameters(method, request.args(), draft);
    return method.check().check(call);
  }

  void whenAllowed(Exchange exchange, Step.Act act, Consumer<Reply> then) {
    Draft draft = exchange.draft();
    dev.hookline.emulator.flood.Verdict verdict =
        flood.ask(stage.knobs(), exchange.bot().id(), act.cost(), stage.now());
    draft.whileClosed |= verdict.whileClosed();
    if (verdict.refused()) {
      exchange.tell(Verdict.FLOOD, Reply.flood(verdict.retryAfterSeconds()), then);
    } else if (verdict.holdMillis() > 0) {
      draft.heldMillis += verdict.holdMillis();
      exchange.later(verdict.holdMillis(), () -> exchange.take(act, then));
    } else {
      exchange.take(act, then);
    }
  }

  void journal(Draft draft) {
    journal.put(draft.record());
  }

  void closed(Exchange exchange) {
    CallRecord record = exchange.draft().record();
    journal.put(record);
    stage.events().tell("call", record.toJson().getMap());
    List.copyOf(listeners).forEach(listener -> listener.accept(exchange));
  }

  private void tellFault(FaultSource.Chosen fault, Draft draft) {
    long seq = draft.seq();
    stage
        .events()
        .tell(
            "fault",
            Fields.with("id", fault.id()).and("action", fault.action()).and("seq", seq).map());
  }

  private void checkParameters(Method method, Args args, Draft draft) throws Refusal {
    Set<String> unknown = new TreeSet<>(args.texts().keySet());
    unknown.removeAll(method.parameters());
    unknown.remove("method"); // some libraries repeat the method's name in the body
    for (String name : unknown) {
      if (NOT_EMULATED.contains(name) && !args.text(name).isEmpty()) {
        throw Refusal.notEmulated(name);
      }
      draft.violations.add(method.name() + " has no parameter " + name);
    }
    if (stage.knobs().strict() && !draft.violations.isEmpty()) {
      throw Refusal.bad(draft.violations.get(0));
    }
  }

  private static Reply stranger(String token) {
    boolean invalid =
        token.indexOf(':') < 0 || token.startsWith("0") || token.length() > LONGEST_TOKEN;
    return Reply.error(401, invalid ? "Unauthorized: invalid token specified" : "Unauthorized");
  }
}
