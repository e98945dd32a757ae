package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Poller;
import dev.hookline.emulator.stage.Polls.Question;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.stage.WebhookPosts.Failure;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Update;
import dev.hookline.emulator.world.Webhook;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The two ways of hearing what happens. */
final class UpdateMethods {

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?");
  private static final String WEBHOOK_ACTIVE =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
          + " the webhook first";

  private final Stage stage;

  UpdateMethods(Stage stage) {
    this.stage = stage;
  }

  void addTo(MethodTable table) {
    table.add("getUpdates", this::poll, "offset", "limit", "timeout", "allowed_updates");
    table.add(
        "setWebhook",
        this::setWebhook,
        "url",
        "max_connections",
        "allowed_updates",
        "drop_pending_updates",
        "secret_token");
    table.add("deleteWebhook", this::deleteWebhook, "drop_pending_updates");
    table.add("getWebhookInfo", this::info);
  }

  private Step poll(Call call) throws Refusal {
    Bot bot = call.bot();
    if (bot.webhook().active()) {
      throw new Refusal(409, WEBHOOK_ACTIVE, Map.of());
    }
    rememberKinds(call);
    Question question =
        new Question(
            call.args().number("offset", 0),
            call.args().clamped("limit", 100, 1, 100),
            call.args().clamped("timeout", 0, 0, 50) * 1000L);
    return new Step.Wait(
        answer -> stage.updates().polls().begin(bot, question, new Answerer(answer)));
  }

  private record Answerer(Consumer<Reply> answer) implements Poller {

    @Override
    public void told(List<Update> updates) {
      answer.accept(Reply.ok(updates.stream().map(Update::wire).toList()));
    }

    @Override
    public void refused(int code, String description) {
      answer.accept(Reply.error(code, description));
    }
  }

  private void rememberKinds(Call call) throws Refusal {
    if (call.args().has("allowed_updates")) {
      Set<String> kinds = new HashSet<>();
      for (Object kind : call.args().array("allowed_updates")) {
        kinds.add(String.valueOf(kind));
      }
      call.bot().allowed(kinds);
    }
  }

  private Step setWebhook(Call call) throws Refusal {
    String url = call.args().text("url").trim();
    if (url.isEmpty()) {
      return deleteWebhook(call);
    }
    if (!url.startsWith("https://") && !LOOPBACK.matcher(url).matches()) {
      throw Refusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
    }
    String secret = call.args().text("secret_token");
    if (secret.length() > 256) {
      throw Refusal.bad("secret token is too long");
    }
    if (!SECRET.matcher(secret).matches()) {
      throw Refusal.bad("secret token contains unallowed characters");
    }
    rememberKinds(call);
    Webhook next = new Webhook(url, secret, call.args().clamped("max_connections", 40, 1, 100));
    return Step.free(() -> change(call, next, "Webhook was set", "Webhook is already set"));
  }

  private Step deleteWebhook(Call call) {
    return Step.free(
        () -> change(call, Webhook.NONE, "Webhook was deleted", "Webhook is already deleted"));
  }

  private Done change(Call call, Webhook next, String changed, String same) {
    Bot bot = call.bot();
    boolean already = bot.webhook().equals(next);
    if (call.args().yes("drop_pending_updates")) {
      bot.waiting().clear();
    }
    if (next.active()) {
      stage.updates().polls().end(bot, "Conflict: terminated by setWebhook request");
    }
    if (!already) {
      bot.webhook(next);
      stage.updates().posts().fresh(bot);
      stage.updates().deliver(bot);
    }
    return new Done(Reply.ok(true, already ? same : changed), List.of());
  }

  private Step info(Call call) {
    return Step.free(
        () -> {
          Bot bot = call.bot();
          stage.updates().forgetOld(bot);
          Webhook hook = bot.webhook();
          Failure failure = stage.updates().posts().failure(bot);
          Fields fields =
              Fields.with("url", hook.url())
                  .and("has_custom_certificate", false)
                  .and("pending_update_count", bot.waiting().size());
          if (hook.active()) {
            fields.and("max_connections", hook.maxConnections());
            if (failure != null) {
              fields
                  .and("last_error_date", failure.at() / 1000)
                  .and("last_error_message", failure.description());
            }
          }
          boolean chosen = bot.allowed() != null && !bot.allowed().isEmpty();
          return Done.with(
              fields
                  .when(chosen, "allowed_updates", chosen ? List.copyOf(bot.allowed()) : null)
                  .map());
        });
  }
}
