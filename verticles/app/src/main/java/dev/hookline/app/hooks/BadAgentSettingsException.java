package dev.hookline.app.hooks;

/** An agent's settings are not what we understand; they were not touched. */
final class BadAgentSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadAgentSettingsException(String message) {
    super(message);
  }
}
