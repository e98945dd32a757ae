package dev.hookline.lab;

import picocli.CommandLine;

/** The lab's command line. */
public final class LabMain {

  private LabMain() {}

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "lab-logback.xml");
    System.exit(new CommandLine(new ChaosCommand()).execute(arguments));
  }
}
