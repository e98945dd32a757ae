package dev.hookline.messages;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** What a text in a form has to be, where its schema names a format. */
public enum FormFormat {
  ANY("a text"),
  EMAIL("an e-mail address such as ann@example.org"),
  ADDRESS("a web address such as https://example.org"),
  DATE("a date such as 2026-11-28"),
  DATE_TIME("a date and time such as 2026-11-28T17:30:00Z");

  private static final Pattern MAIL = Pattern.compile("[^\\s@]++@[^\\s@.]++(?:\\.[^\\s@.]++)++");

  private final String wanted;

  FormFormat(String wanted) {
    this.wanted = wanted;
  }

  /** The format of this name in JSON Schema; what is not known holds nobody up. */
  static FormFormat of(Object name) {
    return switch (String.valueOf(name)) {
      case "email" -> EMAIL;
      case "uri" -> ADDRESS;
      case "date" -> DATE;
      case "date-time" -> DATE_TIME;
      default -> ANY;
    };
  }

  /** In words, for who is to write it. */
  String wanted() {
    return wanted;
  }

  boolean fits(String text) {
    try {
      return switch (this) {
        case ANY -> true;
        case EMAIL -> MAIL.matcher(text).matches();
        case ADDRESS -> new URI(text).isAbsolute();
        case DATE -> LocalDate.parse(text).toString().equals(text);
        case DATE_TIME -> OffsetDateTime.parse(text).getYear() >= 0;
      };
    } catch (URISyntaxException | DateTimeException wrong) {
      return false;
    }
  }
}
