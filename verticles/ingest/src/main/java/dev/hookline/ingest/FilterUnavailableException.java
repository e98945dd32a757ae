package dev.hookline.ingest;

/** A filter without which no event may be stored does not answer. */
final class FilterUnavailableException extends RuntimeException {

  FilterUnavailableException(String filter, Throwable cause) {
    super("the filter " + filter + " does not answer", cause);
  }
}
