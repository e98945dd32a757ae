package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.APPROVAL_REQUEST;
import static dev.hookline.messages.EventType.ERROR;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.PRE_COMPACT;
import static dev.hookline.messages.EventType.SESSION_END;
import static dev.hookline.messages.EventType.SESSION_RENAME;
import static dev.hookline.messages.EventType.SESSION_START;
import static dev.hookline.messages.EventType.SUBAGENT_START;
import static dev.hookline.messages.EventType.SUBAGENT_STOP;
import static dev.hookline.messages.EventType.TURN_COMPLETE;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The events of OpenCode, as its event stream gives them, and as our plugin passes them on: it adds
 * {@code rootSessionID} to those of a child session, which is a subagent of its root, and tells of
 * prompts by {@code chat.message}. Thread-safe as far as {@code ids} is.
 */
final class OpenCodeHooks extends AgentHooks {

  /** Those that have no place in a chat, or say what another says. */
  private static final Set<String> KEPT =
      Set.of(
          "session.status",
          "session.diff",
          "message.updated",
          "message.removed",
          "message.part.delta",
          "message.part.removed",
          "permission.replied",
          "question.replied",
          "question.rejected",
          "todo.updated",
          "file.edited",
          "file.watcher.updated");

  OpenCodeHooks(long chat, Supplier<String> ids) {
    super(Dialect.OPENCODE, chat, ids);
  }

  @Override
  JsonObject plain(JsonObject json) {
    return OpenCodeFields.plain(json);
  }

  /**
   * Our plugin hands the answer to OpenCode as a prompt. Nobody is kept from anything meanwhile.
   */
  @Override
  public Optional<Hearing> hears(JsonObject json) {
    JsonObject plain = plain(json);
    boolean isIdle = "session.idle".equals(plain.getValue(RawHook.NAME));
    return isIdle && plain.getValue("agent_id") == null
        ? Optional.of(Hearing.whileIdle(OpenCodeHooks::prompted))
        : Optional.empty();
  }

  private static JsonObject prompted(String text) {
    JsonObject part = new JsonObject().put("type", "text").put("text", text);
    return new JsonObject().put("parts", new JsonArray().add(part));
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    List<Draft> drafts = List.of(told(hook));
    if (!hook.text("id").isEmpty()) {
      drafts.get(0).otherwiseId("event:" + hook.text("id"));
    }
    return drafts;
  }

  private static Draft told(RawHook hook) {
    boolean child = !hook.text("agent_id").isEmpty();
    return switch (hook.name()) {
      case "session.created" -> child ? hook.event(SUBAGENT_START) : start(hook);
      case "session.updated" -> child ? kept(hook) : renamed(hook);
      case "session.deleted" -> child ? kept(hook) : hook.event(SESSION_END).content("deleted");
      case "session.idle" -> hook.event(child ? SUBAGENT_STOP : TURN_COMPLETE);
      case "session.compacted" -> hook.event(PRE_COMPACT).with(MetadataKeys.TRIGGER, "auto");
      case "session.error" -> error(hook);
      case "chat.message" -> child ? kept(hook) : prompt(hook);
      case "message.part.updated" -> part(hook);
      case "permission.asked", "permission.v2.asked" -> permission(hook);
      case "question.asked" -> question(hook);
      case "tui.toast.show" -> toast(hook);
      default -> other(hook);
    };
  }

  private static Draft other(RawHook hook) {
    if (hook.name().startsWith(OpenCodeNext.PREFIX)) {
      return OpenCodeNext.of(hook);
    }
    return KEPT.contains(hook.name()) ? kept(hook) : unknown(hook);
  }

  private static Draft start(RawHook hook) {
    return hook.event(SESSION_START)
        .content("Session started")
        .with("title", hook.object("info").getValue("title"));
  }

  /** A session is updated all the time; its name is news when it is a new one. */
  private static Draft renamed(RawHook hook) {
    Object title = hook.object("info").getValue("title");
    return title == null || title.toString().isBlank() || title.toString().startsWith("New session")
        ? kept(hook)
        : hook.event(SESSION_RENAME)
            .content(title.toString())
            .id("title:" + RawHook.hash(title.toString()));
  }

  private static Draft error(RawHook hook) {
    JsonObject error = hook.object("error");
    Object data = error.getValue("data");
    Object message = data instanceof JsonObject more ? more.getValue("message") : null;
    if ("MessageAbortedError".equals(error.getValue("name"))) {
      return hook.event(NOTIFICATION)
          .content("The user interrupted the agent")
          .with(MetadataKeys.LEVEL, "info");
    }
    return hook.event(ERROR)
        .content(message == null ? "" : message.toString())
        .with(MetadataKeys.LEVEL, "error")
        .with("error", error.getValue("name"));
  }

  private static Draft prompt(RawHook hook) {
    String text =
        hook.objects("parts").stream()
            .filter(part -> !Boolean.TRUE.equals(part.getValue("synthetic")))
            .map(part -> part.getValue("text"))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.joining("\n"));
    Object message = hook.value("messageID");
    return hook.event(USER_INPUT)
        .content(text)
        .id(message == null ? null : "prompt:" + RawHook.hash(message.toString()));
  }

  private static Draft part(RawHook hook) {
    JsonObject part = hook.object("part");
    return switch (String.valueOf(part.getValue("type"))) {
      case "text" -> text(hook, part);
      case "tool" -> OpenCodeTools.of(hook, part);
      default -> kept(hook);
    };
  }

  /** An answer grows piece by piece; it is told when it is whole. */
  private static Draft text(RawHook hook, JsonObject part) {
    boolean whole =
        part.getValue("time") instanceof JsonObject time && time.getValue("end") != null;
    boolean said = part.getValue("text") instanceof String text && !text.isBlank();
    return whole && said
        ? hook.event(AGENT_RESPONSE)
            .content(part.getString("text"))
            .id("part:" + RawHook.hash(String.valueOf(part.getValue("id"))))
        : kept(hook);
  }

  private static Draft permission(RawHook hook) {
    JsonObject input = new JsonObject();
    for (String field : List.of("patterns", "resources", "metadata")) {
      if (hook.value(field) != null) {
        input.put(field, hook.value(field));
      }
    }
    Object what =
        hook.value("permission") == null ? hook.value("action") : hook.value("permission");
    return hook.event(APPROVAL_REQUEST)
        .content(what == null ? "" : what.toString())
        .with(MetadataKeys.TOOL, what)
        .with(MetadataKeys.INPUT, input)
        .with("requestId", hook.value("request_id"));
  }

  private static Draft question(RawHook hook) {
    JsonArray questions = new JsonArray(List.copyOf(hook.objects("questions")));
    return hook.event(APPROVAL_REQUEST)
        .content("question")
        .with(MetadataKeys.TOOL, "question")
        .with(MetadataKeys.INPUT, new JsonObject().put("questions", questions))
        .with("requestId", hook.value("request_id"));
  }

  private static Draft toast(RawHook hook) {
    return hook.event(NOTIFICATION)
        .content(hook.text("message"))
        .with(MetadataKeys.LEVEL, hook.value("variant"))
        .with("title", hook.value("title"));
  }
}
