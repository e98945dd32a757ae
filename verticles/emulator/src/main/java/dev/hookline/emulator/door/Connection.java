package dev.hookline.emulator.door;

import dev.hookline.emulator.engine.Line;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/**
 * One connection. Requests that come before the last one is answered wait their turn. Its own
 * fields are touched on its channel's thread only; those of a line on the emulator's event loop
 * only.
 */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final long id;
  private final Executor loop;
  private final BiConsumer<Arrival, Line> taker;
  private final IntSupplier closeIdleMillis;
  private final Deque<Arrival> waiting = new ArrayDeque<>();

  private Current current;
  private long served;

  /**
   * @param loop the emulator's event loop
   * @param closeIdleMillis how long it may be idle; 0 for ever
   */
  Connection(long id, Executor loop, BiConsumer<Arrival, Line> taker, IntSupplier closeIdleMillis) {
    this.id = id;
    this.loop = loop;
    this.taker = taker;
    this.closeIdleMillis = closeIdleMillis;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    waiting.add(
        request.decoderResult().isSuccess()
            ? RequestReader.read(request)
            : RequestReader.nonsense(400, "Bad Request"));
    next(context.channel());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Current open = current;
    if (open != null) {
      loop.execute(open::gone);
    }
  }

  // What the other side does to its connection is its own affair: the end is told by the channel.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void next(Channel channel) {
    if (current == null && !waiting.isEmpty()) {
      Arrival arrival = waiting.poll();
      Current line = new Current(channel);
      current = line;
      served++;
      loop.execute(() -> taker.accept(arrival, line));
    }
  }

  private void finished(Channel channel) {
    current = null;
    long last = served;
    int idle = closeIdleMillis.getAsInt();
    if (idle > 0) {
      channel
          .eventLoop()
          .schedule(
              () -> {
                if (current == null && served == last) {
                  channel.close();
                }
              },
              idle,
              TimeUnit.MILLISECONDS);
    }
    next(channel);
  }

  /** The request that is being answered. */
  private final class Current implements Line {

    private final Channel channel;
    private Runnable whenGone = () -> {};
    private boolean over;

    Current(Channel channel) {
      this.channel = channel;
    }

    @Override
    public long connection() {
      return id;
    }

    @Override
    public void write(byte[] bytes) {
      channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public void finish() {
      over = true;
      channel.eventLoop().execute(() -> finished(channel));
    }

    @Override
    public void end(Ending how) {
      over = true;
      if (how == Ending.RST) {
        channel.eventLoop().execute(() -> reset(channel));
      } else {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
      }
    }

    @Override
    public void onGone(Runnable action) {
      whenGone = action;
    }

    void gone() {
      if (!over) {
        over = true;
        whenGone.run();
      }
    }
  }

  // With a linger time of zero the system throws away what is unsent and sends a reset.
  private static void reset(Channel channel) {
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }
}
