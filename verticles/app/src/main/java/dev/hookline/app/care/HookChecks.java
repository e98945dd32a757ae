package dev.hookline.app.care;

import dev.hookline.app.hooks.InstalledHooks;
import dev.hookline.app.hooks.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether agents run the hook script, and whether it can do its work. */
final class HookChecks {

  private static final String SCRIPT = "hook script";

  private final Places places;
  private final Path script;
  private final Optional<Path> nodeDirectory;

  /**
   * @param nodeDirectory the data directory of a node on this machine, if one is set up
   */
  HookChecks(Places places, Path script, Optional<Path> nodeDirectory) {
    this.places = places;
    this.script = script;
    this.nodeDirectory = nodeDirectory;
  }

  /** Looks at everything. */
  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(script());
    if (!places.hasProgram("curl")) {
      findings.add(Finding.wrong(SCRIPT, "there is no curl to send with", "install curl"));
    }
    findings.addAll(agents());
    findings.add(new Destination(places.hookData(), nodeDirectory).look());
    findings.addAll(new Spool(places.hookData(), script).look());
    return findings;
  }

  private Finding script() {
    if (!Files.exists(script)) {
      return Finding.wrong(SCRIPT, script + " is missing", "get Hookline again, whole");
    }
    return Files.isExecutable(script)
        ? Finding.good(SCRIPT, script.toString())
        : Finding.wrong(SCRIPT, script + " is not executable", "chmod +x " + script)
            .with(
                () -> {
                  makeExecutable();
                  return script + " is executable now";
                });
  }

  private void makeExecutable() throws IOException {
    Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(script));
    rights.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(script, rights);
  }

  private List<Finding> agents() {
    List<InstalledHooks> here = InstalledHooks.here(places);
    if (here.isEmpty()) {
      return List.of(
          Finding.odd("agents", "none that we know is here", "post events to /v1/events"));
    }
    return here.stream().map(HookChecks::agent).toList();
  }

  private static Finding agent(InstalledHooks agent) {
    String command = "./hookline install-hooks " + agent.agent();
    return switch (agent.state()) {
      case COMPLETE -> Finding.good(agent.agent(), "its hooks are in " + agent.file());
      case NONE -> Finding.odd(agent.agent(), "is here and runs no hooks of ours", command);
      case OUTDATED ->
          Finding.wrong(agent.agent(), "its hooks in " + agent.file() + " are not these", command)
              .with(agent::install);
      case UNREADABLE ->
          Finding.odd(agent.agent(), agent.file() + " cannot be understood", command + " says why");
    };
  }
}
