package dev.hookline.telegram.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The library's client interface over Vert.x's HTTP client.
 *
 * <p>Each call is one request on a connection of its own that is closed afterwards: nothing is ever
 * sent again, no redirect is followed, and a connection that the server has closed meanwhile cannot
 * swallow a request. A call fails with {@code TelegramApiRequestException} when Telegram refused it
 * in words, with {@link NotSentException} or {@link OutcomeUnknownException} otherwise; none of
 * them carries the token.
 *
 * <p>The asynchronous methods run on the caller's Vert.x context. The blocking ones must not be
 * called on an event loop and say so.
 */
public final class VertxTelegramClient extends RefusingClient {

  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
  private static final int CONNECTIONS = 64;

  private final Vertx vertx;
  private final URI root;
  private final BotToken token;
  private final long timeoutMillis;
  private final Supplier<String> objection;
  private final HttpClient http;
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * @param root where the Bot API is, for example {@code https://api.telegram.org}
   * @param timeoutMillis how long one call may take in all
   * @param objection why nothing may be sent any more, or null; asked at the last moment, when the
   *     connection stands and nothing is written
   */
  public VertxTelegramClient(
      Vertx vertx, URI root, BotToken token, long timeoutMillis, Supplier<String> objection) {
    this.vertx = vertx;
    this.root = root;
    this.token = token;
    this.timeoutMillis = timeoutMillis;
    this.objection = objection;
    this.http = vertx.createHttpClient(options(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  @Override
  public <T extends Serializable, M extends BotApiMethod<T>> CompletableFuture<T> executeAsync(
      M method) {
    return call(method, method::deserializeResponse).toCompletionStage().toCompletableFuture();
  }

  @Override
  public <T extends Serializable, M extends BotApiMethod<T>> T execute(M method)
      throws TelegramApiException {
    return await(executeAsync(method));
  }

  @Override
  public CompletableFuture<Message> executeAsync(SendDocument document) {
    return upload(document).toCompletionStage().toCompletableFuture();
  }

  @Override
  public Message execute(SendDocument document) throws TelegramApiException {
    return await(executeAsync(document));
  }

  /** Makes one call and reads its answer with the given reader. */
  <T> Future<T> call(BotApiMethod<?> method, AnswerReader<T> reader) {
    Buffer body;
    try {
      method.validate();
      body = Buffer.buffer(mapper.writeValueAsBytes(method));
    } catch (TelegramApiException invalid) {
      return Future.failedFuture(invalid);
    } catch (IOException unwritable) {
      return Future.failedFuture(new NotSentException(token.hide(unwritable.getMessage())));
    }
    return post(method.getMethod(), "application/json", body, patience(method))
        .compose(answer -> read(answer, reader));
  }

  /** Makes one call for which the library has no JSON form. */
  <T> Future<T> call(String name, JsonObject body, AnswerReader<T> reader) {
    return post(name, "application/json", body.toBuffer(), timeoutMillis)
        .compose(answer -> read(answer, reader));
  }

  /**
   * Reads a file's content.
   *
   * @param path as {@code getFile} gives it
   * @param most how many bytes it may have
   */
  Future<Buffer> download(String path, int most) {
    RequestOptions options = at("/file/bot" + token.value() + "/" + path).setMethod(HttpMethod.GET);
    return new Download(vertx, http, token).make(options, most, timeoutMillis);
  }

  /** Ends every call that is under way. */
  public Future<Void> close() {
    return http.close();
  }

  private Future<Message> upload(SendDocument document) {
    try {
      document.validate();
      Multipart form = form(document);
      return post(document.getMethod(), form.contentType(), form.end(), timeoutMillis)
          .compose(answer -> read(answer, document::deserializeResponse));
    } catch (TelegramApiException invalid) {
      return Future.failedFuture(invalid);
    } catch (IOException unreadable) {
      return Future.failedFuture(new NotSentException(token.hide(unreadable.getMessage())));
    }
  }

  private Multipart form(SendDocument document) throws IOException {
    InputStream stream = document.getDocument().getNewMediaStream();
    if (stream == null) {
      throw new IOException("a document must be given as a stream of what is in memory");
    }
    byte[] content = stream.readAllBytes();
    Multipart form =
        new Multipart(content)
            .field("chat_id", document.getChatId())
            .field("message_thread_id", document.getMessageThreadId())
            .field("caption", document.getCaption());
    if (document.getCaptionEntities() != null && !document.getCaptionEntities().isEmpty()) {
      form.field("caption_entities", mapper.writeValueAsString(document.getCaptionEntities()));
    }
    if (document.getReplyMarkup() != null) {
      form.field("reply_markup", mapper.writeValueAsString(document.getReplyMarkup()));
    }
    return form.file("document", document.getDocument().getMediaName(), content);
  }

  private Future<Answer> post(String name, String contentType, Buffer body, long patienceMillis) {
    RequestOptions options =
        at("/bot" + token.value() + "/" + name)
            .setMethod(HttpMethod.POST)
            .putHeader("content-type", contentType);
    Context context = vertx.getOrCreateContext();
    return new SingleCall(vertx, http, token, objection)
        .make(context, options, body, patienceMillis);
  }

  private RequestOptions at(String path) {
    boolean secure = "https".equals(root.getScheme());
    return new RequestOptions()
        .setSsl(secure)
        .setHost(root.getHost())
        .setPort(root.getPort() > 0 ? root.getPort() : secure ? 443 : 80)
        .setURI(root.getRawPath() + path)
        .setFollowRedirects(false);
  }

  private static <T> Future<T> read(Answer answer, AnswerReader<T> reader) {
    try {
      return Future.succeededFuture(reader.readAnswer(answer));
    } catch (TelegramApiException refusedOrUnreadable) {
      return Future.failedFuture(refusedOrUnreadable);
    }
  }

  private long patience(BotApiMethod<?> method) {
    return method instanceof GetUpdates poll && poll.getTimeout() != null
        ? timeoutMillis + poll.getTimeout() * 1000L
        : timeoutMillis;
  }

  private static <T> T await(CompletableFuture<T> future) throws TelegramApiException {
    if (Context.isOnEventLoopThread()) {
      throw new NotSentException("execute() would block the event loop; use executeAsync()");
    }
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException("interrupted while waiting for the answer");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof TelegramApiException known
          ? known
          : new OutcomeUnknownException(failed.getCause().getClass().getSimpleName());
    }
  }

  private static HttpClientOptions options() {
    return new HttpClientOptions()
        .setKeepAlive(false)
        .setPipelining(false)
        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
        .setMaxRedirects(0);
  }
}
