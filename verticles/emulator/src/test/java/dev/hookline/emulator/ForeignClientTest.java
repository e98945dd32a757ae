package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.File;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.CloseForumTopic;
import com.pengrad.telegrambot.request.CreateForumTopic;
import com.pengrad.telegrambot.request.DeleteForumTopic;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetChat;
import com.pengrad.telegrambot.request.GetChatMember;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that shares no code with us understands what we say, and we what it says. */
class ForeignClientTest {

  private final Running running = new Running();
  private final TelegramBot bot =
      new TelegramBot.Builder(EmulatorOptions.TOKEN)
          .apiUrl(running.api("/bot").toString())
          .fileApiUrl(running.api("/file/bot").toString())
          .build();

  @AfterEach
  void close() {
    bot.shutdown();
    running.close();
  }

  @Test
  void learns_who_it_is_and_where() {
    assertThat(bot.execute(new GetMe()).user().username()).isEqualTo("hookline_bot");
    assertThat(bot.execute(new GetChat(CHAT)).chat().isForum()).isTrue();
    assertThat(bot.execute(new GetChatMember(CHAT, 1000001)).chatMember().canManageTopics())
        .isTrue();
  }

  @Test
  void creates_a_topic_writes_in_it_edits_and_closes() {
    long thread =
        bot.execute(new CreateForumTopic(CHAT, "foreign").iconColor(7322096))
            .forumTopic()
            .messageThreadId();
    Message sent =
        bot.execute(
                new SendMessage(CHAT, "bold words")
                    .messageThreadId(thread)
                    .entities(new MessageEntity(MessageEntity.Type.bold, 0, 4)))
            .message();
    SendResponse edited =
        (SendResponse) bot.execute(new EditMessageText(CHAT, sent.messageId(), "other words"));
    bot.execute(new CloseForumTopic(CHAT, thread));

    assertThat(sent.replyToMessage().forumTopicCreated().name()).isEqualTo("foreign");
    assertThat(sent.entities()[0].length()).isEqualTo(4);
    assertThat(edited.message().text()).isEqualTo("other words");
    assertThat(await(running.control().topics(CHAT)).get(1).closed()).isTrue();
    assertThat(bot.execute(new DeleteForumTopic(CHAT, thread)).isOk()).isTrue();
  }

  @Test
  void hears_of_messages_and_confirms_them() {
    await(running.control().send(CHAT, 0, "hello bot"));

    List<Update> updates = bot.execute(new GetUpdates().limit(10)).updates();

    assertThat(updates).extracting(update -> update.message().text()).containsExactly("hello bot");
    int next = updates.get(0).updateId() + 1;
    assertThat(bot.execute(new GetUpdates().offset(next)).updates()).isEmpty();
  }

  @Test
  void answers_a_pressed_button() {
    Message sent =
        bot.execute(
                new SendMessage(CHAT, "may I?")
                    .replyMarkup(
                        new InlineKeyboardMarkup(
                            new InlineKeyboardButton("Yes").callbackData("yes"))))
            .message();
    await(running.control().tap(CHAT, sent.messageId(), "yes", Duration.ZERO));

    Update update = bot.execute(new GetUpdates()).updates().get(0);

    assertThat(update.callbackQuery().data()).isEqualTo("yes");
    assertThat(
            bot.execute(new AnswerCallbackQuery(update.callbackQuery().id()).text("thanks")).isOk())
        .isTrue();
  }

  @Test
  void learns_how_long_to_wait() {
    await(
        running
            .control()
            .turn(
                new JsonObject()
                    .put("flood", true)
                    .put("flood_absorb_seconds", 0)
                    .put("chat_burst", 1)));
    bot.execute(new SendMessage(CHAT, "one"));

    SendResponse refused = bot.execute(new SendMessage(CHAT, "two"));

    assertThat(refused.errorCode()).isEqualTo(429);
    assertThat(refused.parameters().retryAfter()).isEqualTo(1);
  }

  @Test
  void sends_a_file_and_gets_it_back() throws IOException {
    byte[] log = "a long log".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    Message sent =
        bot.execute(new SendDocument(CHAT, log).fileName("build.log").caption("it failed"))
            .message();

    assertThat(sent.document().fileName()).isEqualTo("build.log");
    assertThat(sent.caption()).isEqualTo("it failed");
    File file = bot.execute(new GetFile(sent.document().fileId())).file();
    assertThat(bot.getFileContent(file)).isEqualTo(log);
  }

  @Test
  void sends_a_picture() {
    byte[] picture = Base64.getDecoder().decode(Pixel.PNG);

    Message sent = bot.execute(new SendPhoto(CHAT, picture)).message();

    assertThat(sent.photo()[0].width()).isEqualTo(1);
  }
}
