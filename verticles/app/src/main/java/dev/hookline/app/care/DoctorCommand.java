package dev.hookline.app.care;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.hooks.HookScript;
import dev.hookline.app.hooks.Places;
import dev.hookline.config.BadSettingsException;
import dev.hookline.telegram.TelegramOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything between an agent's hook and its topic, and says in a line each how it is. */
@Command(
    name = "doctor",
    description =
        "Check everything from the hook to the topic. Ends with 0 when nothing is wrong, else with 1.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  private static final int SOMETHING_IS_WRONG = 1;

  @Mixin private ConfigFile config;

  @Option(names = "--fix", description = "put right what can be put right without asking")
  private boolean fix;

  @Option(names = "--json", description = "say it as JSON")
  private boolean json;

  @Option(names = "--no-message", description = "send no event, and so no message to the group")
  private boolean noMessage;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "how long an event may take to be shown (default: 60)")
  private int patience;

  @Spec private CommandSpec spec;

  private final Places places;

  public DoctorCommand() {
    this(Places.ofThisProcess());
  }

  /**
   * @param places where agents are
   */
  public DoctorCommand(Places places) {
    this.places = places;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = new ArrayList<>();
    tell(findings, look(), out);
    if (findings.stream().noneMatch(Finding::isWrong) && !noMessage) {
      tell(findings, List.of(roundTrip()), out);
    }
    if (json) {
      JsonArray all = new JsonArray();
      findings.forEach(finding -> all.add(json(finding)));
      out.println(all.encodePrettily());
    }
    out.flush();
    return findings.stream().anyMatch(Finding::isWrong) ? SOMETHING_IS_WRONG : 0;
  }

  private List<Finding> look() {
    try {
      NodeOptions options = NodeOptions.from(config.settings());
      List<Finding> findings = hooks(Optional.of(options.dataDir()));
      findings.addAll(new NodeChecks(options, new NodeDoor(options.ingest())).look());
      findings.addAll(telegram(options.telegram()).look());
      return findings;
    } catch (BadSettingsException wrong) {
      String problems = wrong.getMessage().strip().replaceAll("\\s*\\n\\s*", "; ");
      List<Finding> findings = hooks(Optional.empty());
      findings.add(Finding.wrong("settings", problems, "./hookline setup, where a node is to run"));
      return findings;
    }
  }

  private List<Finding> hooks(Optional<Path> nodeDirectory) {
    return new ArrayList<>(new HookChecks(places, HookScript.expected(), nodeDirectory).look());
  }

  private static TelegramChecks telegram(TelegramOptions options) {
    return new TelegramChecks(
        new BotApi(options.apiRoot(), options.token()),
        options.token().botId(),
        options.chat(),
        options.webhook().isPresent());
  }

  private Finding roundTrip() {
    NodeOptions options = NodeOptions.from(config.settings());
    Duration most = Duration.ofSeconds(Math.max(1, patience));
    try {
      return OpenStore.with(
          options.store(),
          store -> new RoundTrip(store, HookScript.expected(), places.hookData(), most).make());
    } catch (CannotStartException closed) {
      return Finding.wrong("round trip", closed.getMessage(), "./hookline status says more");
    }
  }

  /** Says each, and what became of it when it could be put right. */
  private void tell(List<Finding> all, List<Finding> found, PrintWriter out) {
    for (Finding finding : found) {
      Finding now = fix ? repaired(finding) : finding;
      all.add(now);
      if (!json) {
        out.println(now.line());
        out.flush();
      }
    }
  }

  private static Finding repaired(Finding finding) {
    if (finding.repair().isEmpty()) {
      return finding;
    }
    try {
      return Finding.good(finding.check(), finding.repair().get().make() + " (fixed)");
    } catch (Exception impossible) {
      String words = finding.words() + ", and could not be put right (" + impossible + ")";
      return new Finding(
          finding.check(), finding.state(), words, finding.advice(), finding.repair());
    }
  }

  private static JsonObject json(Finding finding) {
    return new JsonObject()
        .put("check", finding.check())
        .put("state", finding.state().name().toLowerCase(Locale.ROOT))
        .put("found", finding.words())
        .put("do", finding.advice())
        .put("fixable", finding.repair().isPresent());
  }
}
