package dev.hookline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"plain\"                                                   | plain",
        "{\"stdout\":\"out\",\"stderr\":\"err\"}                     | out",
        "{\"stdout\":\"\",\"stderr\":\"err\"}                        | err",
        "{\"stdout\":\"\",\"stderr\":\"\"}                           | ''",
        "{\"type\":\"text\",\"file\":{\"content\":\"hello\"}}        | hello",
        "{\"filePath\":\"/a\",\"structuredPatch\":[]}                | /a",
        "{\"content\":[{\"type\":\"text\",\"text\":\"sub\"}]}        | sub",
        "[{\"type\":\"image\",\"data\":\"…\"}]                       | [image]",
        "{\"questions\":[],\"answers\":{\"Which colour?\":\"Blue\"}} | Which colour? Blue",
        "{\"plan\":\"first this\",\"filePath\":\"/p\"}               | first this",
        "{\"matches\":3}                                             | {\"matches\":3}"
      })
  void finds_the_text_in_what_a_tool_answered(String response, String text) {
    assertThat(ToolText.of(Json.decodeValue(response))).isEqualTo(text);
  }
}
