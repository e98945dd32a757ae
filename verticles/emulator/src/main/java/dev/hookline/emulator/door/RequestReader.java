package dev.hookline.emulator.door;

import dev.hookline.emulator.call.Args;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.call.Upload;
import dev.hookline.emulator.engine.Request;
import dev.hookline.emulator.engine.Response;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in an HTTP request the token, the method and the arguments, wherever they are. */
final class RequestReader {

  private static final Pattern CALL = Pattern.compile("/bot([^/]*)/(?:test/)?([^/]*)/?");
  private static final Pattern FILE = Pattern.compile("/file/bot([^/]*)/(.+)");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Upload> uploads = new ArrayList<>();

  private RequestReader() {}

  static Arrival read(FullHttpRequest http) {
    QueryStringDecoder address = new QueryStringDecoder(http.uri(), StandardCharsets.UTF_8);
    Matcher file = FILE.matcher(address.path());
    if (file.matches()) {
      return new Arrival.Download(file.group(1), file.group(2));
    }
    Matcher call = CALL.matcher(address.path());
    if (!call.matches()) {
      return nonsense(404, "Not Found");
    }
    if (!http.method().equals(HttpMethod.GET) && !http.method().equals(HttpMethod.POST)) {
      return nonsense(400, "Bad Request: only GET and POST are supported");
    }
    RequestReader reader = new RequestReader();
    try {
      reader.form(address);
      reader.body(http);
    } catch (DecodeException unreadable) {
      return nonsense(400, "Bad Request: can't parse JSON object");
    } catch (IOException | IllegalArgumentException unreadable) {
      return nonsense(400, "Bad Request: can't read the request's body");
    }
    Args args = new Args(reader.texts, reader.uploads);
    return new Arrival.MethodCall(
        new Request(http.method().name(), call.group(1), call.group(2), args));
  }

  static Arrival nonsense(int code, String description) {
    return new Arrival.Nonsense(Response.of(Reply.error(code, description)));
  }

  private void body(FullHttpRequest http) throws IOException {
    String type = http.headers().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      json(http.content().toString(StandardCharsets.UTF_8));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      form(
          new QueryStringDecoder(
              http.content().toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false));
    } else if (type.startsWith("multipart/form-data")) {
      MultipartReader.read(http, texts, uploads);
    }
  }

  private void form(QueryStringDecoder form) {
    form.parameters().forEach((name, values) -> texts.put(name, values.get(values.size() - 1)));
  }

  // All arguments are texts; what is no text in JSON is written as JSON again.
  private void json(String body) {
    if (body.isBlank()) {
      return;
    }
    for (Map.Entry<String, Object> field : new JsonObject(body)) {
      if (field.getValue() != null) {
        texts.put(
            field.getKey(),
            field.getValue() instanceof String text
                ? text
                : io.vertx.core.json.Json.encode(field.getValue()));
      }
    }
  }
}
