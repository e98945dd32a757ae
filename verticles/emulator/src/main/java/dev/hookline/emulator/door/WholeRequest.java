package dev.hookline.emulator.door;

import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.engine.Response;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;

/** Gathers a request with its body, up to what a bot may upload. Writes bytes, not objects. */
final class WholeRequest extends HttpObjectAggregator {

  private static final int MOST_BYTES = 50 * 1024 * 1024;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  WholeRequest() {
    super(MOST_BYTES);
  }

  @Override
  protected Object newContinueResponse(HttpMessage start, int most, ChannelPipeline pipeline) {
    boolean small = HttpUtil.getContentLength(start, 0L) <= most;
    return HttpUtil.is100ContinueExpected(start) && small ? Unpooled.wrappedBuffer(CONTINUE) : null;
  }

  @Override
  protected boolean closeAfterContinueResponse(Object message) {
    return false;
  }

  @Override
  protected boolean ignoreContentAfterContinueResponse(Object message) {
    return false;
  }

  @Override
  protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
    Response response = Response.of(Reply.error(413, "Request Entity Too Large"));
    context
        .writeAndFlush(Unpooled.wrappedBuffer(response.bytes()))
        .addListener(ChannelFutureListener.CLOSE);
  }
}
