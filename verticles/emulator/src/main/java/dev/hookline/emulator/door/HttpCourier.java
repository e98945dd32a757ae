package dev.hookline.emulator.door;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.stage.Courier;
import dev.hookline.emulator.time.Timeline;
import dev.hookline.emulator.world.Update;
import dev.hookline.emulator.world.Webhook;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Posts updates to webhooks over HTTP, and writes each post into the journal. */
public final class HttpCourier implements Courier {

  private static final long TIMEOUT_MILLIS = 10_000;

  private final HttpClient http;
  private final Journal journal;
  private final Timeline time;

  public HttpCourier(Vertx vertx, Journal journal, Timeline time) {
    this.http = vertx.createHttpClient();
    this.journal = journal;
    this.time = time;
  }

  @Override
  public void post(long bot, Webhook hook, Update update, IntConsumer answered) {
    long sentAt = time.now();
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(hook.url())
            .setMethod(HttpMethod.POST)
            .setTimeout(TIMEOUT_MILLIS)
            .putHeader("Content-Type", "application/json");
    if (!hook.secret().isEmpty()) {
      options.putHeader("X-Telegram-Bot-Api-Secret-Token", hook.secret());
    }
    http.request(options)
        .compose(request -> send(request, update))
        .recover(lost -> Future.succeededFuture(0)) // its failure is the webhook's, and is counted
        .onSuccess(
            status -> {
              journal.put(record(bot, update, status, sentAt));
              answered.accept(status);
            });
  }

  /** Ends what is under way. */
  public Future<Void> close() {
    return http.close();
  }

  private static Future<Integer> send(HttpClientRequest request, Update update) {
    return request
        .send(new JsonObject(update.wire()).toBuffer())
        .compose(response -> response.body().map(response.statusCode()));
  }

  private CallRecord record(long bot, Update update, int status, long sentAt) {
    Map<String, String> args = new TreeMap<>();
    update.wire().forEach((name, value) -> args.put(name, Json.encode(value)));
    return new CallRecord(
        journal.lastSeq() + 1,
        sentAt,
        time.now(),
        bot,
        "POST",
        "",
        update.queue(),
        0,
        args,
        List.of(),
        List.of(),
        Verdict.WEBHOOK,
        status,
        null,
        0,
        null,
        0,
        false,
        status >= 200 && status < 300,
        List.of(),
        null,
        0,
        0);
  }
}
