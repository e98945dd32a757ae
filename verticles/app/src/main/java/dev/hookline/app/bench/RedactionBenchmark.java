package dev.hookline.app.bench;

import dev.hookline.redaction.RedactionOptions;
import dev.hookline.redaction.Redactor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes to find the secrets in 64 KB, or that there are none. Counts the processor's
 * time, which does not depend on what else the machine does.
 */
final class RedactionBenchmark implements Benchmark {

  private static final int LENGTH = 64 * 1024;
  private static final int WARM_UP = 200;
  private static final int TIMES = 201;
  private static final double MILLIS = 25;
  private static final String RECORDED = "/demo/session.jsonl";

  private final Redactor redactor = Redactor.of(RedactionOptions.DEFAULTS, List.of());
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public String name() {
    return "redaction";
  }

  @Override
  public List<Figure> run(Lab lab) throws IOException {
    String session = recorded();
    String json = new JsonObject().put("output", session).encode();
    String code =
        "if (password.isBlank() || token == null) { throw new SecretException(\"no api_key: \" +"
            + " path); }\n";
    String secrets = "PASSWORD=hunter2x9 and https://me:s3cr3tw0rd@example.org/ and more text\n";
    String hostile = "sk-ant-api03-token=eyJ-password:glpat-bearer ://a:pat-na1-ghp_whsec_";
    List<Figure> figures = new ArrayList<>();
    figures.addAll(usual("prose", "An agent writes about what it did, and the words are words. "));
    figures.addAll(usual("a recorded session", session));
    figures.addAll(usual("the same as JSON in JSON", json));
    figures.addAll(usual("code that handles secrets", code));
    figures.addAll(usual("a secret in every line", secrets));
    figures.addAll(measure("one line of nothing but promises", hostile));
    return figures;
  }

  private List<Figure> usual(String what, String sample) {
    return measure(what, sample).stream().map(figure -> figure.atMost(MILLIS)).toList();
  }

  private List<Figure> measure(String what, String sample) {
    String text = sample.repeat(LENGTH / sample.length() + 1).substring(0, LENGTH);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      long start = threads.getCurrentThreadCpuTime();
      int length = redactor.text(text).length();
      double taken = (threads.getCurrentThreadCpuTime() - start) / 1e6;
      if (i >= WARM_UP && length > 0) {
        millis.add(taken);
      }
    }
    Sample all = Sample.of(millis);
    return List.of(
        Figure.of("64 KB, " + what + ", p50", all.percentile(50), "ms CPU"),
        Figure.of("64 KB, " + what + ", p99", all.percentile(99), "ms CPU"));
  }

  private static String recorded() throws IOException {
    try (InputStream in = RedactionBenchmark.class.getResourceAsStream(RECORDED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
