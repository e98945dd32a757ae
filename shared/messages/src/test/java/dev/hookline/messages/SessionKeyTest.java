package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-z_0.9:x", "01890a5d-ac96-774b-bcce-b302099a8057", "..", "-"})
  void takes_what_agents_call_their_sessions(String value) {
    assertThat(new SessionKey(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "ä", "a\n", "a\u0000", "'; DROP TABLE session"})
  void refuses_everything_else(String value) {
    assertThatThrownBy(() -> new SessionKey(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a session id has 1 to 128 letters, digits or . _ : - characters");
  }

  @Test
  void is_at_most_128_characters_long() {
    assertThat(new SessionKey("x".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new SessionKey("x".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void is_never_missing() {
    assertThatThrownBy(() -> new SessionKey(null)).isInstanceOf(NullPointerException.class);
  }
}
