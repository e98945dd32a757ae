package dev.hookline.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is assigned to a telling name: a secret, or only code and prose about one. */
class AssignedTest {

  private static final Redactor REDACTOR = Redactor.of(RedactionOptions.DEFAULTS, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password=§hunter2§",
        "Password: §hunter2§",
        "POSTGRES_PASSWORD=§correcthorse§",
        "export DB_PASSWORD=§correcthorse§",
        "mysqldump --password=§correcthorse§ shop",
        "jdbc:postgresql://db/shop?user=me&password=§correcthorse§",
        "  password: §correcthorse§",
        "'password' => '§correcthorse§',",
        "{\"password\":\"§correct horse 9 battery§\"}",
        "passwd = \"§a/b+c=§\"",
        "apiKey: '§3f9a0c1b2d4e5f60§'",
        "secret_key = §q8w7e6r5t4z3u2i1§",
        "client-secret: §q8w7e6r5t4z3u2i1§",
        "GITHUB_TOKEN: §q8w7e6r5t4z3u2i1§",
        "machine example.org login me password §hunter2§",
        "curl --user me:§hunter2§ https://example.org",
        "sshpass -p '§hunter22§' ssh host",
        "https://me:§hunter2§@example.org/repo.git",
        "redis://:§hunter2§@cache:6379",
      })
  void is_taken_out_and_nothing_else(String text) {
    String[] parts = text.split("§", -1);

    assertThat(REDACTOR.text(text.replace("§", "")))
        .startsWith(parts[0] + "[redacted: ")
        .endsWith("]" + parts[2]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: string;",
        "password = request.password",
        "password = getPassword(user)",
        "password=password",
        "password = config[\"db1\"]",
        "PASSWORD=${DB_PASSWORD1}",
        "PASSWORD=<your password here>",
        "\"password\": \"changeme\"",
        "\"password\": \"********\"",
        "\"label\": \"Password: \" + name + \" \"",
        "\"forgot_password\": \"Forgot your password?\"",
        "Tests pass: 12345 of 12345",
        "the password is wrong",
        "total_tokens: 1234567890",
        "max_tokens = 16384",
        "token = tokens[index1234]",
        "token: process.env.GITHUB_TOKEN_2",
        "tokenizer: cl100k_base_v2",
        "next_token = lexer.next_token2()",
        "secretName: my-app-tls-2024",
        "secret: /run/secrets/db_password_1",
        "passwordFile: /etc/hookline/password1",
        "primary_key: user_id_12345",
        "make regen-token regen-frozen",
        "git commit 3f9a0c1b2d4e5f60718293a4b5c6d7e8f9012345",
        "see https://example.org:8443/a@b",
        "docker run -u 1000:1000 image",
        "Authorization: Bearer <token>",
        "-----BEGIN CERTIFICATE-----",
        "text.startsWith(\"-----BEGIN PRIVATE KEY-----\") && text.endsWith(\"-----END PRIVATE KEY-----\")",
      })
  void stays_when_it_is_none(String text) {
    assertThat(REDACTOR.text(text)).isEqualTo(text);
  }
}
