package dev.hookline.ingest;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

/** A process that listens on a unix socket as a node does, until it is killed. */
final class SocketHolder {

  private SocketHolder() {}

  public static void main(String[] arguments) throws IOException {
    Path path = Path.of(arguments[0]);
    SocketFile claimed = SocketFile.claim(path, path.getParent());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      claimed.shut();
      System.out.print("ready");
      System.out.flush();
      System.in.read(); // for ever
    }
  }
}
