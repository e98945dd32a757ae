package dev.hookline.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.lab.check.History;
import dev.hookline.lab.check.Spread;
import dev.hookline.lab.check.Term;
import dev.hookline.lab.check.Told;
import dev.hookline.lab.check.Verdict;
import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.run.Outcome;
import dev.hookline.lab.run.Scripts;
import dev.hookline.lab.stage.Nemesis.Deed;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {

  private static final long BEGAN = 1_000_000;

  @Test
  void the_table_says_every_figure_and_every_violation() {
    String table =
        Table.of(
            outcome(new Verdict("C1 nothing lost", Map.of("lost", 1L), List.of("s1-1 is gone"))));

    assertThat(table)
        .contains("| faults: kill | 1 |")
        .contains("| events acknowledged | 1 |")
        .contains("| lost | 1 |")
        .contains("VIOLATION of C1 nothing lost: s1-1 is gone");
  }

  @Test
  void the_picture_has_a_lane_for_each_node_and_a_bar_for_each_fault() throws Exception {
    Document picture = parse(Timeline.of(outcome(new Verdict("C1", Map.of(), List.of()))));

    assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(texts(picture, "text")).contains("node-1").contains("node-3").contains("kill");
    assertThat(texts(picture, "title")).contains("kill node-2, 10.0 s to 14.0 s");
    assertThat(texts(picture, "title")).contains("serves the chat, 1.0 s to 12.0 s");
  }

  private static Outcome outcome(Verdict verdict) {
    return new Outcome(
        Scripts.of("random", new Scripts.Options(1, 5, 10, 100, 3, 0)),
        new History(
            List.of(new Told("s1-1", "s1", 1, true, BEGAN + 10, BEGAN + 20, 1)),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            true,
            List.of(),
            BEGAN + 50_000,
            BEGAN + 60_000),
        List.of(verdict),
        List.of(new Deed(Fault.of(Kind.KILL, 2, 10_000, 4_000), BEGAN + 10_000, BEGAN + 14_000)),
        List.of(new Term(BEGAN + 1_000, "node-2", 1), new Term(BEGAN + 12_000, "node-1", 2)),
        List.of(BEGAN + 100),
        new Spread(List.of(10L)),
        BEGAN,
        BEGAN + 50_000,
        0);
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String texts(Document picture, String tag) {
    NodeList found = picture.getElementsByTagName(tag);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < found.getLength(); i++) {
      all.append(found.item(i).getTextContent()).append('\n');
    }
    return all.toString();
  }
}
