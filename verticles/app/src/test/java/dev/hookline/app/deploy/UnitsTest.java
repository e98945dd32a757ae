package dev.hookline.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What starts a node with the machine. */
class UnitsTest {

  private static final Path PACKAGING = Path.of("../../packaging");

  @TempDir Path directory;

  @Tag("process")
  @ParameterizedTest
  @CsvSource({
    "hookline.service, /opt/hookline/hookline",
    "hookline-user.service, %h/hookline/hookline"
  })
  void systemd_takes_the_unit(String unit, String program) throws IOException {
    String written = Files.readString(PACKAGING.resolve("systemd").resolve(unit));
    Path launcher = Path.of("../../hookline").toRealPath();
    assertThat(written).contains("ExecStart=" + program + " serve");
    Path here = directory.resolve(unit);
    Files.writeString(here, written.replace(program, launcher.toString()));

    Tool.Said said = Tool.run("systemd", "systemd-analyze", "verify", here.toString());

    assertThat(said.words()).doesNotContain(unit); // it may complain of others
    assertThat(said.code()).isZero();
  }

  @Test
  void the_units_wait_for_a_node_that_stops() throws IOException {
    for (String unit : List.of("hookline.service", "hookline-user.service")) {
      assertThat(Files.readString(PACKAGING.resolve("systemd").resolve(unit)))
          .contains("TimeoutStopSec=30", "SuccessExitStatus=143", "RestartPreventExitStatus=2");
    }
  }

  @Test
  void the_property_list_of_launchd_is_one() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document list =
        factory
            .newDocumentBuilder()
            .parse(PACKAGING.resolve("launchd/dev.hookline.plist").toFile());

    assertThat(texts(list.getElementsByTagName("key")))
        .containsExactly(
            "Label",
            "ProgramArguments",
            "RunAtLoad",
            "KeepAlive",
            "SuccessfulExit",
            "ThrottleInterval",
            "ExitTimeOut",
            "Umask",
            "ProcessType");
    assertThat(texts(list.getElementsByTagName("string")).get(3))
        .contains("exec \"$HOME/hookline/hookline\" serve 2>>");
  }

  private static List<String> texts(NodeList nodes) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
