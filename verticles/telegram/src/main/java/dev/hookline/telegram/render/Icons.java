package dev.hookline.telegram.render;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures of what kind of thing a tool does, for the tools of all agents that we know. */
final class Icons {

  /** For a tool that nobody knows. */
  static final String ANY = "🔧";

  /** For a tool of an MCP server. */
  static final String OF_SERVER = "🔌";

  private static final Map<String, String> ALL = new HashMap<>();

  static {
    put("💻", "bash", "shell", "runshellcommand", "execcommand", "runterminalcmd", "powershell");
    put("💻", "bashoutput", "killshell", "writestdin", "readbash", "writebash", "stopbash");
    put("💻", "taskoutput", "taskstop", "localshell");
    put("📖", "read", "readfile", "readmanyfiles", "notebookread", "view", "viewimage");
    put("📝", "write", "writefile", "create", "createfile");
    put("✏️", "edit", "multiedit", "notebookedit", "replace", "strreplace", "strreplaceeditor");
    put("✏️", "applypatch", "patch", "editfile", "searchreplace");
    put("🗑", "delete", "deletefile");
    put("🗂", "glob", "ls", "list", "listdirectory", "listdir", "filesearch");
    put("🔎", "grep", "grepsearch", "searchfilecontent", "codebasesearch", "semanticsearch");
    put("🔎", "toolsearch", "codesearch");
    put("🌐", "webfetch", "websearch", "googlewebsearch", "fetch");
    put("🧩", "task", "agent", "subagent", "spawnagent", "delegatetoagent");
    put("📋", "todowrite", "todoread", "writetodos", "updateplan", "updatetodo");
    put("📋", "taskcreate", "taskupdate", "tasklist", "taskget");
    put("❓", "askuserquestion", "question", "askuser");
    put("🗺", "enterplanmode", "exitplanmode");
    put("📚", "skill", "activateskill");
    put("🧠", "savememory", "memory");
  }

  private Icons() {}

  /** The picture for a tool, by its name without case and underscores. */
  static String of(String tool) {
    return ALL.getOrDefault(tool.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""), ANY);
  }

  private static void put(String icon, String... tools) {
    List.of(tools).forEach(tool -> ALL.put(tool, icon));
  }
}
