package dev.hookline.app.hooks;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Changes one agent's settings, and shows what changes.
 *
 * @param undo whether our hooks are taken out, and not put in
 * @param dryRun whether nothing is written
 */
record HookInstallation(boolean undo, boolean dryRun) {

  private static final int CONTEXT = 3;

  /**
   * Changes the file.
   *
   * @throws BadAgentSettingsException when it is not what we understand; it was not touched
   */
  void change(AgentSettings agent, SettingsFile file, PrintWriter out) throws IOException {
    String before = file.text();
    String after =
        undo ? agent.uninstall(file, before) : agent.install(file, before, HookScript.path());
    if (after.equals(before)) {
      out.println(file.path() + ": nothing to change");
      return;
    }
    diff(file.path(), before, after).forEach(out::println);
    if (dryRun) {
      out.println("Nothing was written: this was a dry run.");
      return;
    }
    write(file, before, after, out);
    if (!undo && !agent.afterwards().isEmpty()) {
      out.println(agent.afterwards());
    }
  }

  private static void write(SettingsFile file, String before, String after, PrintWriter out)
      throws IOException {
    if (after.isEmpty()) {
      file.delete();
      out.println(file.path() + " was deleted: it held our hooks and nothing else.");
      return;
    }
    file.replace(after);
    out.println(file.path() + " was written.");
    if (!before.isEmpty()) {
      out.println("What it was before is in " + file.backup());
    }
  }

  private static List<String> diff(Path path, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        path.toString(),
        path.toString(),
        old,
        DiffUtils.diff(old, after.lines().toList()),
        CONTEXT);
  }
}
