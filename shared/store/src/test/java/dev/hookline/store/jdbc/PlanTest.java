package dev.hookline.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that grow with every event are never read from end to end. */
class PlanTest {

  private static final List<Class<?>> WITH_STATEMENTS =
      List.of(
          EventSql.class,
          JdbcChats.class,
          JdbcHushed.class,
          JdbcPanes.class,
          JdbcSequences.class,
          JdbcUpdates.class,
          JdbcWholes.class,
          JournalSql.class,
          LostTopic.class,
          ApprovalSql.class,
          ErrandSql.class,
          Messages.class,
          Migration.class,
          Notes.class,
          OutboxSql.class,
          OverviewSql.class,
          SearchSql.class,
          ReplySql.class,
          Sightings.class,
          TimelineSql.class,
          TopicSql.class,
          ViewReader.class);

  /** A chat moves once in its life, and takes all its entries with it. */
  private static final List<String> MAY_READ_ALL = List.of("Migration.ENTRIES");

  /** Aliases included. Whole indexes may be read: those are of what is new, or goes wrong. */
  private static final String READS_ALL =
      "SCAN (a|b|reply|r|approval|audit|button|errand|event|e|n|outbox|o|message|update_seen|chat_call|k)( USING COVERING INDEX sqlite.*)?";

  @TempDir Path directory;
  private Vertx vertx;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    String url = "jdbc:sqlite:" + directory.resolve("test.db");
    database = new Database(vertx, new SqliteDialect(), JdbcStoreOptions.of(url));
    get(database.connect());
    get(database.change(new Migrations(new SqliteDialect())::apply));
  }

  @AfterEach
  void close() throws Exception {
    get(database.close());
    get(vertx.close());
  }

  @Test
  void no_statement_reads_a_growing_table_from_end_to_end() throws Exception {
    List<String> offenders = new ArrayList<>();
    for (Map.Entry<String, String> statement : statements().entrySet()) {
      for (String step : plan(statement.getValue())) {
        if (step.matches(READS_ALL) && !MAY_READ_ALL.contains(statement.getKey())) {
          offenders.add(statement.getKey() + ": " + step);
        }
      }
    }

    assertThat(offenders).isEmpty();
  }

  @Test
  void would_notice_one_that_does() throws Exception {
    assertThat(plan("SELECT COUNT(*) FROM event e WHERE e.type = 'x'"))
        .anyMatch(step -> step.matches(READS_ALL));
    assertThat(statements()).hasSizeGreaterThan(50);
  }

  private List<String> plan(String sql) throws Exception {
    List<Row> steps = get(database.ask(tx -> tx.rows("EXPLAIN QUERY PLAN " + sql)));
    return steps.stream().map(row -> row.getString("detail")).toList();
  }

  private static Map<String, String> statements() throws IllegalAccessException {
    Map<String, String> statements = new LinkedHashMap<>();
    for (Class<?> type : WITH_STATEMENTS) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
          field.setAccessible(true);
          String sql = whole((String) field.get(null));
          if (sql.matches("(?s)\\s*(SELECT|INSERT|UPDATE|DELETE) .*")) {
            statements.put(type.getSimpleName() + "." + field.getName(), sql);
          }
        }
      }
    }
    return statements;
  }

  /** A statement with something in place of what is put in when it runs. */
  private static String whole(String sql) {
    if (sql.contains("INSERT INTO session ")) {
      return sql.formatted(EventSql.PLACES);
    }
    if (sql.contains("INSERT INTO source ")) {
      return sql.formatted(EventSql.NUMBERS);
    }
    return sql.replace("VALUES %s", "VALUES (?, ?, ?, ?, ?)")
        .replace("(%s)", "(?)")
        .replace("%s", "")
        .replace("%%", "%");
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
