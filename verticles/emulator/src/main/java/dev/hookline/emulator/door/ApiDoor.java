package dev.hookline.emulator.door;

import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.engine.Line;
import dev.hookline.emulator.engine.Response;
import dev.hookline.emulator.world.StoredFile;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Listens for the Bot API's clients. Its methods are for the emulator's event loop. */
public final class ApiDoor {

  private final Executor loop;
  private final Engine engine;
  private final EventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("emulator-door", true), NioIoHandler.newFactory());
  private final AtomicLong connections = new AtomicLong();

  private volatile int closeIdleMillis;
  private Channel server;
  private InetSocketAddress address;

  /**
   * @param loop the emulator's event loop
   */
  public ApiDoor(Executor loop, Engine engine) {
    this.loop = loop;
    this.engine = engine;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any free one
   * @return the port
   */
  public Future<Integer> open(String host, int port) {
    return bind(new InetSocketAddress(host, port)).map(InetSocketAddress::getPort);
  }

  /** Turns connections away, or takes them again at the same port. */
  public Future<Void> apply(Knobs knobs) {
    closeIdleMillis = knobs.closeIdleMillis();
    if (knobs.acceptConnections() == server.isOpen()) {
      return Future.succeededFuture();
    }
    return knobs.acceptConnections() ? bind(address).mapEmpty() : completed(server.close());
  }

  /** Ends all connections. */
  public Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    thread
        .shutdownGracefully(0, 1, TimeUnit.SECONDS)
        .addListener(ignored -> loop.execute(closed::tryComplete));
    return closed.future();
  }

  private Future<InetSocketAddress> bind(InetSocketAddress wanted) {
    ChannelFuture binding =
        new ServerBootstrap()
            .group(thread)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(pipeline())
            .bind(wanted);
    return completed(binding)
        .map(
            ignored -> {
              server = binding.channel();
              address = (InetSocketAddress) server.localAddress();
              return address;
            });
  }

  private ChannelInitializer<SocketChannel> pipeline() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel
            .pipeline()
            .addLast(new HttpRequestDecoder())
            .addLast(new WholeRequest())
            .addLast(
                new Connection(
                    connections.incrementAndGet(),
                    loop,
                    ApiDoor.this::take,
                    () -> closeIdleMillis));
      }
    };
  }

  private void take(Arrival arrival, Line line) {
    if (arrival instanceof Arrival.MethodCall call) {
      engine.take(call.request(), line);
    } else if (arrival instanceof Arrival.Download download) {
      send(line, file(download));
    } else if (arrival instanceof Arrival.Nonsense nonsense) {
      send(line, nonsense.response());
    }
  }

  private static void send(Line line, Response response) {
    line.write(response.bytes());
    line.finish();
  }

  private Response file(Arrival.Download download) {
    if (engine.stage().world().botByToken(download.token()).isEmpty()) {
      return Response.of(Reply.error(401, "Unauthorized"));
    }
    Optional<StoredFile> file =
        engine.stage().world().files().values().stream()
            .filter(one -> one.path().equals(download.path()))
            .findFirst();
    return file.map(one -> new Response(200, "application/octet-stream", Map.of(), one.content()))
        .orElseGet(() -> Response.of(Reply.error(404, "Not Found")));
  }

  private Future<Void> completed(ChannelFuture future) {
    Promise<Void> promise = Promise.promise();
    future.addListener(
        done ->
            loop.execute(
                () -> {
                  if (done.isSuccess()) {
                    promise.complete();
                  } else {
                    promise.fail(done.cause());
                  }
                }));
    return promise.future();
  }
}
