package dev.hookline.telegram.ask;

import java.util.Objects;

/**
 * Something that can be pressed.
 *
 * @param action what it does, among what else can be pressed under the same message
 * @param label what is on the button
 */
record Choice(String action, String label) {

  Choice {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(label, "label");
  }
}
