package dev.hookline.lab.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.lab.process.Ports;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@EnabledOnOs(OS.LINUX) // as the lab itself
class CallersTest {

  private final Callers callers = new Callers();

  private Echo server;
  private FaultProxy proxy;

  @BeforeEach
  void open() throws IOException {
    server = new Echo();
    proxy = new FaultProxy(Ports.free(), server.port(), callers);
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void cuts_off_a_process_by_its_name() throws IOException {
    callers.add(ProcessHandle.current().pid(), "node-1");
    proxy.rule("node-1", Rule.CUT);
    try (Client client = new Client(proxy).isPatient()) {
      assertThat(client.hears(1)).isEqualTo(Client.END);
    }
  }

  @Test
  void leaves_processes_alone_that_have_another_name() throws IOException {
    callers.add(ProcessHandle.current().pid(), "node-2");
    proxy.rule("node-1", Rule.CUT);
    try (Client client = new Client(proxy).isPatient()) {
      assertThat(client.says("hello").hears(5)).isEqualTo("hello");
    }
  }

  @Test
  void takes_others_for_strangers() throws IOException {
    proxy.rule("node-1", Rule.CUT);
    try (Client client = new Client(proxy).isPatient()) {
      assertThat(client.says("hello").hears(5)).isEqualTo("hello");
    }
  }
}
