package dev.hookline.lab.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * Carries bytes from one socket to the other, one piece at a time: while a piece waits, nothing
 * more is read, and the sender feels it.
 */
final class Pump implements Runnable {

  private static final int PIECE = 16 * 1024;

  private final Socket from;
  private final Socket to;
  private final Gate gate;
  private final Connection connection;

  Pump(Socket from, Socket to, Gate gate, Connection connection) {
    this.from = from;
    this.to = to;
    this.gate = gate;
    this.connection = connection;
  }

  @Override
  public void run() {
    try {
      carry();
    } catch (IOException broken) {
      fail();
    } catch (InterruptedException stopped) {
      connection.reset();
    }
  }

  private void carry() throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] piece = new byte[PIECE];
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      Way way = gate.pass();
      if (way.mode() == Way.Mode.SWALLOWED) {
        connection.hasLost();
      } else {
        Gate.linger(way, count);
        out.write(piece, 0, count);
      }
    }
    end();
  }

  // That a side ended travels like its bytes: where those do not arrive, this does not either.
  private void end() throws IOException, InterruptedException {
    if (gate.pass().mode() == Way.Mode.SWALLOWED) {
      connection.hasLost();
    } else {
      to.shutdownOutput();
      connection.ended();
    }
  }

  private void fail() {
    try {
      if (gate.pass().mode() == Way.Mode.SWALLOWED) {
        connection.hasLost();
      } else {
        connection.reset();
      }
    } catch (InterruptedException stopped) {
      connection.reset();
    }
  }
}
