package dev.hookline.store.jdbc;

import java.util.Optional;

/**
 * Who logs in to the database. Empty where the URL says it, or the database does not ask.
 *
 * @param password a secret: {@link #toString} does not show it
 */
public record Login(Optional<String> user, Optional<String> password) {

  /** Nothing beside the URL. */
  public static final Login NONE = new Login(Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return "Login[user=" + user.orElse("") + ", password=…]";
  }
}
