package dev.hookline.emulator.door;

import dev.hookline.emulator.call.Upload;
import dev.hookline.emulator.world.Bytes;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.netty.handler.codec.http.multipart.InterfaceHttpPostRequestDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads multipart bodies, in memory. */
final class MultipartReader {

  private MultipartReader() {}

  static void read(FullHttpRequest http, Map<String, String> texts, List<Upload> uploads)
      throws IOException {
    InterfaceHttpPostRequestDecoder parts =
        new HttpPostMultipartRequestDecoder(
            new DefaultHttpDataFactory(false), http, StandardCharsets.UTF_8);
    try {
      for (InterfaceHttpData part : parts.getBodyHttpDatas()) {
        if (part instanceof FileUpload file) {
          uploads.add(
              new Upload(
                  file.getName(), file.getFilename(), file.getContentType(), Bytes.of(file.get())));
        } else if (part instanceof Attribute attribute) {
          texts.put(attribute.getName(), attribute.getValue());
        }
      }
    } finally {
      parts.destroy();
    }
  }
}
