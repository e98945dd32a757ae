package dev.hookline.ingest;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** What {@code nc -U -q0 PATH} does: sends its input to a unix socket, and does not wait. */
final class NetCat {

  private NetCat() {}

  public static void main(String[] arguments) throws IOException {
    byte[] input = System.in.readAllBytes();
    String path = arguments[arguments.length - 1];
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      ByteBuffer rest = ByteBuffer.wrap(input);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }
}
