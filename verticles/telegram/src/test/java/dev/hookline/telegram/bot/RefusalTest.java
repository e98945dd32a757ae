package dev.hookline.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          429 | 0    | Too Many Requests: retry after 35                                 | FLOOD
          400 | 0    | Bad Request: message thread not found                             | TOPIC_GONE
          400 | 0    | Bad Request: TOPIC_DELETED                                        | TOPIC_GONE
          400 | 0    | Bad Request: TOPIC_ID_INVALID                                     | TOPIC_GONE
          400 | 0    | Bad Request: invalid forum topic identifier specified             | TOPIC_GONE
          400 | 0    | Bad Request: TOPIC_CLOSED                                         | TOPIC_CLOSED
          400 | 0    | Bad Request: TOPIC_NOT_MODIFIED                                   | NOT_MODIFIED
          400 | 0    | Bad Request: message is not modified: specified new message co    | NOT_MODIFIED
          400 | -100 | Bad Request: group chat was upgraded to a supergroup chat         | MIGRATED
          400 | 0    | Bad Request: not enough rights to create a topic                  | CHAT_UNUSABLE
          400 | 0    | Bad Request: the chat is not a forum                              | CHAT_UNUSABLE
          400 | 0    | Bad Request: chat not found                                       | CHAT_UNUSABLE
          403 | 0    | Forbidden: bot was kicked from the supergroup chat                | CHAT_UNUSABLE
          401 | 0    | Unauthorized                                                      | TOKEN_WRONG
          404 | 0    | Not Found                                                         | TOKEN_WRONG
          409 | 0    | Conflict: terminated by other getUpdates request                  | CONFLICT
          400 | 0    | Bad Request: message to edit not found                            | MESSAGE_NOT_OURS
          400 | 0    | Bad Request: message can't be edited                              | MESSAGE_NOT_OURS
          400 | 0    | Bad Request: message is too long                                  | CONTENT
          400 | 0    | Bad Request: can't parse entities: Unsupported start tag          | CONTENT
          413 | 0    | Request Entity Too Large                                          | CONTENT
          """)
  void knows_what_telegram_means(int code, long migrateTo, String words, Refusal meaning) {
    assertThat(Refusal.of(code, words, migrateTo)).isEqualTo(meaning);
  }
}
