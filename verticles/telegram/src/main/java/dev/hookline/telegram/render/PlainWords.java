package dev.hookline.telegram.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import org.telegram.telegrambots.meta.api.objects.richtext.RichText;

/**
 * Words of a rich message without a style: a JSON string. The library (10.2.0) has {@code
 * RichTextPlain}, and writes it as an object of the type "plain", which the Bot API does not know.
 */
record PlainWords(String text) implements RichText, JsonSerializable {

  @Override
  public String getType() {
    return "plain";
  }

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    json.writeString(text);
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }
}
