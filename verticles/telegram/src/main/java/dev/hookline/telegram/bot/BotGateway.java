package dev.hookline.telegram.bot;

import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.RichMessagePart;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.forum.CloseForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.CreateForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.DeleteForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.EditForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.ReopenForumTopic;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/**
 * The calls that Hookline makes. Each returns a future that never fails: what went wrong, and how
 * certain that is, is in the outcome. Makes no call twice and keeps no pace; that is the lane's.
 */
public final class BotGateway {

  /** A thread id that no topic ever has. */
  private static final int NO_TOPIC = Integer.MAX_VALUE;

  private static final String NOTHING = " ";

  private final VertxTelegramClient client;
  private final BotToken token;
  private final Outcomes outcomes;

  public BotGateway(VertxTelegramClient client, BotToken token) {
    this.client = client;
    this.token = token;
    this.outcomes = new Outcomes(token);
  }

  /** Who we are: the bot's user id. */
  public Future<CallOutcome<Long>> me() {
    GetMe method = new GetMe();
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body).getId()));
  }

  /** What people call us when they mean nobody else: the bot's user name, without an at sign. */
  public Future<CallOutcome<String>> userName() {
    GetMe method = new GetMe();
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body).getUserName()));
  }

  /**
   * Sends a text to a topic: no parse mode, no link preview.
   *
   * @param silent whether nobody's device makes a sound for it
   */
  public Future<CallOutcome<Posted>> sendText(
      long chat, long thread, TextPart part, Keyboard keyboard, boolean silent) {
    SendMessage method = message(chat, Math.toIntExact(thread), part.text());
    method.setReplyMarkup(keyboard.markup());
    method.setDisableNotification(silent ? true : null);
    if (!part.entities().isEmpty()) {
      method.setEntities(part.entities());
    }
    return outcomes.of(client.call(method, body -> posted(method.deserializeResponse(body))));
  }

  /**
   * Answers somebody's message where it stands, also when it is gone by then.
   *
   * @param thread 0 for the chat's own part, outside of all topics
   */
  public Future<CallOutcome<Posted>> answer(long chat, long thread, long message, String words) {
    SendMessage method = message(chat, Math.toIntExact(thread), words);
    method.setReplyParameters(
        ReplyParameters.builder()
            .messageId(Math.toIntExact(message))
            .allowSendingWithoutReply(true)
            .build());
    return outcomes.of(client.call(method, body -> posted(method.deserializeResponse(body))));
  }

  /** Writes to one person alone; refused when they never wrote to the bot. */
  public Future<CallOutcome<Posted>> whisper(long user, String words) {
    SendMessage method = message(user, 0, words);
    return outcomes.of(client.call(method, body -> posted(method.deserializeResponse(body))));
  }

  /**
   * Which commands a chat's menu has, in order, each with what it does.
   *
   * @param administrators whether of its administrators; else of everybody
   */
  public Future<CallOutcome<Map<String, String>>> commands(long chat, boolean administrators) {
    GetMyCommands method = new GetMyCommands();
    method.setScope(scope(chat, administrators));
    return outcomes.of(client.call(method, body -> described(method.deserializeResponse(body))));
  }

  /** Sets what {@link #commands} answers. May be repeated. */
  public Future<CallOutcome<Boolean>> setCommands(
      long chat, boolean administrators, Map<String, String> commands) {
    List<BotCommand> all = new ArrayList<>();
    commands.forEach((name, does) -> all.add(new BotCommand(name, does)));
    SetMyCommands method = new SetMyCommands(all);
    method.setScope(scope(chat, administrators));
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Sends a rich message to a topic; nothing in it becomes a link but what is one. */
  public Future<CallOutcome<Posted>> sendRich(
      long chat, long thread, RichMessagePart part, Keyboard keyboard, boolean silent) {
    InputRichMessage message =
        InputRichMessage.builder().blocks(part.blocks()).skipEntityDetection(true).build();
    SendRichMessage method = new SendRichMessage(String.valueOf(chat), message);
    method.setMessageThreadId(Math.toIntExact(thread));
    method.setReplyMarkup(keyboard.markup());
    method.setDisableNotification(silent ? true : null);
    return outcomes.of(client.call(method, body -> posted(method.deserializeResponse(body))));
  }

  /** Sends a file to a topic; silently as a text is. */
  public Future<CallOutcome<Posted>> sendDocument(
      long chat, long thread, DocumentPart part, Keyboard keyboard, boolean silent) {
    InputFile file = new InputFile(new ByteArrayInputStream(part.content()), part.fileName());
    SendDocument method = new SendDocument(String.valueOf(chat), file);
    method.setMessageThreadId(Math.toIntExact(thread));
    method.setReplyMarkup(keyboard.markup());
    method.setDisableNotification(silent ? true : null);
    if (!part.caption().isEmpty()) {
      method.setCaption(part.caption());
      method.setCaptionEntities(part.captionEntities());
    }
    return outcomes.of(
        Future.fromCompletionStage(client.executeAsync(method)).map(BotGateway::posted));
  }

  /** Gives one of our text messages other words, and other buttons or none. May be repeated. */
  public Future<CallOutcome<Boolean>> editText(
      long chat, long message, TextPart part, Keyboard keyboard) {
    EditMessageText method = EditMessageText.builder().text(part.text()).build();
    method.setChatId(String.valueOf(chat));
    method.setMessageId(Math.toIntExact(message));
    method.setEntities(part.entities());
    method.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
    method.setReplyMarkup(keyboard.markup());
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body) != null));
  }

  /** The same for the words below a file. */
  public Future<CallOutcome<Boolean>> editCaption(
      long chat, long message, TextPart caption, Keyboard keyboard) {
    EditMessageCaption method = new EditMessageCaption();
    method.setChatId(String.valueOf(chat));
    method.setMessageId(Math.toIntExact(message));
    method.setCaption(caption.text());
    method.setCaptionEntities(caption.entities());
    method.setReplyMarkup(keyboard.markup());
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body) != null));
  }

  /**
   * Tells a person who pressed a button what came of it; nobody else sees it.
   *
   * @param words at most 200 characters
   * @param alert whether it stays until it was read
   */
  public Future<CallOutcome<Boolean>> answerPress(String query, String words, boolean alert) {
    AnswerCallbackQuery method = new AnswerCallbackQuery(query);
    method.setText(words);
    method.setShowAlert(alert);
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Creates a topic; brings its thread id. The one call about topics that must not be repeated. */
  public Future<CallOutcome<Long>> createTopic(long chat, String name) {
    CreateForumTopic method = new CreateForumTopic(String.valueOf(chat), name);
    return outcomes.of(
        client.call(
            method, body -> method.deserializeResponse(body).getMessageThreadId().longValue()));
  }

  /** Gives a topic another name. */
  public Future<CallOutcome<Boolean>> renameTopic(long chat, long thread, String name) {
    EditForumTopic method = new EditForumTopic(String.valueOf(chat), Math.toIntExact(thread));
    method.setName(name);
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Closes a topic. */
  public Future<CallOutcome<Boolean>> closeTopic(long chat, long thread) {
    CloseForumTopic method = new CloseForumTopic(String.valueOf(chat), Math.toIntExact(thread));
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Reopens a topic. */
  public Future<CallOutcome<Boolean>> reopenTopic(long chat, long thread) {
    ReopenForumTopic method = new ReopenForumTopic(String.valueOf(chat), Math.toIntExact(thread));
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Deletes a topic with everything in it. */
  public Future<CallOutcome<Boolean>> deleteTopic(long chat, long thread) {
    DeleteForumTopic method = new DeleteForumTopic(String.valueOf(chat), Math.toIntExact(thread));
    return yesOrNo(method, method::deserializeResponse);
  }

  /**
   * Sends nothing to a topic, which Telegram refuses in two ways: for lack of a text when the topic
   * lives, for lack of the topic otherwise. Never leaves a trace.
   */
  public Future<CallOutcome<Posted>> probeTopic(long chat, long thread) {
    SendMessage method = message(chat, Math.toIntExact(thread), NOTHING);
    return outcomes.of(client.call(method, body -> posted(method.deserializeResponse(body))));
  }

  /** A probe of a topic that cannot be: Telegram refuses it after the chat's earlier calls. */
  public Future<CallOutcome<Posted>> barrier(long chat) {
    return probeTopic(chat, NO_TOPIC);
  }

  /**
   * Asks whether a message is one of the bot's own, by an edit that changes nothing: refused as not
   * modified when it is.
   *
   * @param keyboard the buttons that it has if it is the one we look for
   */
  public Future<CallOutcome<Boolean>> touch(long chat, long messageId, Keyboard keyboard) {
    EditMessageReplyMarkup method = new EditMessageReplyMarkup();
    method.setChatId(String.valueOf(chat));
    method.setMessageId(Math.toIntExact(messageId));
    method.setReplyMarkup(keyboard.markup());
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body) != null));
  }

  /** Lets a topic say for 5 s that the bot is typing. */
  public Future<CallOutcome<Boolean>> typing(long chat, long thread) {
    SendChatAction method = new SendChatAction(String.valueOf(chat), "typing");
    method.setMessageThreadId(Math.toIntExact(thread));
    return yesOrNo(method, method::deserializeResponse);
  }

  /**
   * Puts a reaction of ours at a message, in place of the one that is there. May be repeated.
   *
   * @param emoji one of those that Telegram allows; empty for none
   */
  public Future<CallOutcome<Boolean>> react(long chat, long message, String emoji) {
    SetMessageReaction method =
        new SetMessageReaction(String.valueOf(chat), Math.toIntExact(message));
    method.setReactionTypes(emoji.isEmpty() ? List.of() : List.of(new ReactionTypeEmoji(emoji)));
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Where the content of a file is to be had, for {@link #download}. */
  public Future<CallOutcome<String>> file(String fileId) {
    GetFile method = new GetFile(fileId);
    return outcomes.of(client.call(method, body -> method.deserializeResponse(body).getFilePath()));
  }

  /**
   * Reads a file's content.
   *
   * @param path as {@link #file} gives it
   * @param most how many bytes it may have
   */
  public Future<CallOutcome<Buffer>> download(String path, int most) {
    return outcomes.of(client.download(path, most));
  }

  /** Deletes a message. */
  public Future<CallOutcome<Boolean>> deleteMessage(long chat, long messageId) {
    DeleteMessage method = new DeleteMessage(String.valueOf(chat), Math.toIntExact(messageId));
    return yesOrNo(method, method::deserializeResponse);
  }

  /** Whether the chat has topics. */
  public Future<CallOutcome<Boolean>> isForum(long chat) {
    GetChat method = new GetChat(String.valueOf(chat));
    return outcomes.of(
        client.call(
            method, body -> Boolean.TRUE.equals(method.deserializeResponse(body).getIsForum())));
  }

  /** What the bot may do in the chat. */
  public Future<CallOutcome<ForumRights>> rights(long chat) {
    GetChatMember method = new GetChatMember(String.valueOf(chat), token.botId());
    return outcomes.of(client.call(method, body -> rights(method.deserializeResponse(body))));
  }

  /** The next updates, as Telegram wrote them; waits for the first one for up to the timeout. */
  public Future<CallOutcome<List<String>>> updates(
      long offset, int limit, int timeoutSeconds, List<String> kinds) {
    GetUpdates method =
        new GetUpdates(Math.toIntExact(offset), limit, timeoutSeconds, List.copyOf(kinds));
    return outcomes.of(client.call(method, body -> UpdateBatch.read(body, method)));
  }

  /**
   * Has updates posted to an address from now on. May be repeated.
   *
   * @param secret what Telegram writes into the header of each post
   */
  public Future<CallOutcome<Boolean>> setWebhook(String url, String secret, List<String> kinds) {
    JsonObject body =
        new JsonObject()
            .put("url", url)
            .put("secret_token", secret)
            .put("allowed_updates", new JsonArray(kinds));
    AnswerReader<Boolean> reader = new SetWebhook(url)::deserializeResponse;
    return outcomes.of(client.call(SetWebhook.PATH, body, reader));
  }

  /** Has updates kept until they are asked for. May be repeated. */
  public Future<CallOutcome<Boolean>> deleteWebhook() {
    DeleteWebhook method = new DeleteWebhook();
    return yesOrNo(method, method::deserializeResponse);
  }

  /** How many updates Telegram still has to post. */
  public Future<CallOutcome<Integer>> updatesToPost() {
    GetWebhookInfo method = new GetWebhookInfo();
    return outcomes.of(
        client.call(method, body -> method.deserializeResponse(body).getPendingUpdatesCount()));
  }

  private static SendMessage message(long chat, int thread, String text) {
    SendMessage method = new SendMessage(String.valueOf(chat), text);
    method.setMessageThreadId(thread == 0 ? null : thread);
    method.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
    return method;
  }

  private static Map<String, String> described(List<BotCommand> commands) {
    Map<String, String> described = new LinkedHashMap<>();
    commands.forEach(command -> described.put(command.getCommand(), command.getDescription()));
    return described;
  }

  private static BotCommandScope scope(long chat, boolean administrators) {
    return administrators
        ? new BotCommandScopeChatAdministrators(String.valueOf(chat))
        : new BotCommandScopeChat(String.valueOf(chat));
  }

  private static Posted posted(Message message) {
    Integer thread = message.getMessageThreadId();
    return new Posted(message.getMessageId(), thread == null ? 0 : thread, topicName(message));
  }

  // A message in a topic answers the message that created the topic, unless it answers another.
  private static String topicName(Message message) {
    Message root = message.getReplyToMessage();
    return root == null || root.getForumTopicCreated() == null
        ? null
        : root.getForumTopicCreated().getName();
  }

  private static ForumRights rights(ChatMember me) {
    if (me instanceof ChatMemberAdministrator admin) {
      return new ForumRights(true, Boolean.TRUE.equals(admin.getCanManageTopics()));
    }
    boolean owner = me instanceof ChatMemberOwner;
    return new ForumRights(owner, owner);
  }

  private Future<CallOutcome<Boolean>> yesOrNo(
      BotApiMethod<Boolean> method, AnswerReader<Boolean> reader) {
    return outcomes.of(client.call(method, reader));
  }
}
