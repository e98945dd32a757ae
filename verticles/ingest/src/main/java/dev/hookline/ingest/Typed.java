package dev.hookline.ingest;

/**
 * A text as it is typed, so that it is words to the agent and nothing else. At the beginning of
 * what is typed, some characters turn it into something else, such as a command for the shell; at
 * its end, a backslash or the name of a file keeps Enter from ending it.
 */
final class Typed {

  private static final String COMMANDS = "!/#&?";

  private Typed() {}

  static String of(String text) {
    boolean command = !text.isEmpty() && COMMANDS.indexOf(text.charAt(0)) >= 0;
    String lastWord = text.substring(1 + Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')));
    boolean open = text.endsWith("\\") || lastWord.startsWith("@");
    return (command ? " " : "") + text + (open ? " " : "");
  }
}
