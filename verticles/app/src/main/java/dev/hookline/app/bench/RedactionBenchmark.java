package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import dev.hookline.redaction.RedactionOptions;
import dev.hookline.redaction.Redactor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** How long it takes to find the secrets in 64 KB, or that there are none. */
final class RedactionBenchmark implements Benchmark {

  private static final int LENGTH = 64 * 1024;
  private static final int WARM_UP = 200;
  private static final int TIMES = 201;
  private static final double MILLIS = 25;
  private static final String RECORDED = "/demo/session.jsonl";

  private final Redactor redactor = Redactor.of(RedactionOptions.DEFAULTS, List.of());
  private final LongSupplier nanoTime = Sources.system().nanoTime();

  @Override
  public String name() {
    return "redaction";
  }

  @Override
  public List<Figure> run(Lab lab) throws IOException {
    String session = recorded();
    String json = new JsonObject().put("output", session).encode();
    String code =
        "if (password.isBlank() || token == null) { throw new SecretException(\"no api_key: \" + path); }\n";
    String secrets = "PASSWORD=hunter2x9 and https://me:s3cr3tw0rd@example.org/ and more text\n";
    String hostile = "sk-ant-api03-token=eyJ-password:glpat-bearer ://a:pat-na1-ghp_whsec_";
    return List.of(
        measure("prose", "An agent writes about what it did, and the words are words. "),
        measure("a recorded session", session),
        measure("the same as JSON in JSON", json),
        measure("code that handles secrets", code),
        measure("a secret in every line", secrets),
        measure("one line of nothing but promises", hostile));
  }

  private Figure measure(String what, String sample) {
    String text = sample.repeat(LENGTH / sample.length() + 1).substring(0, LENGTH);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < WARM_UP + TIMES; i++) {
      long start = nanoTime.getAsLong();
      int length = redactor.text(text).length();
      double taken = (nanoTime.getAsLong() - start) / 1e6;
      if (i >= WARM_UP && length > 0) {
        millis.add(taken);
      }
    }
    return Figure.of("64 KB, " + what + ", median", Sample.median(millis), "ms").atMost(MILLIS);
  }

  private static String recorded() throws IOException {
    try (InputStream in = RedactionBenchmark.class.getResourceAsStream(RECORDED)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
