package dev.hookline.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.Set;

/** The directions and habits of the house that the module graph does not hold by itself. */
@AnalyzeClasses(packages = "dev.hookline", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {

  private static final String APP = "dev.hookline.app..";
  private static final String STORE_JDBC = "dev.hookline.store.jdbc..";
  private static final String EMULATOR = "dev.hookline.emulator..";
  private static final String[] ROOMS = {
    "dev.hookline.ingest..",
    "dev.hookline.session..",
    "dev.hookline.telegram..",
    "dev.hookline.console..",
    "dev.hookline.bus..",
    EMULATOR,
    APP
  };

  /** What answers differently each time: a simulation must be able to decide it. */
  private static final Set<String> THE_WORLD =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()",
          "java.lang.System.getenv()",
          "java.lang.System.getenv(java.lang.String)",
          "java.lang.System.getProperty(java.lang.String)",
          "java.lang.System.getProperty(java.lang.String, java.lang.String)",
          "java.lang.System.getProperties()",
          "java.lang.Math.random()",
          "java.lang.Thread.sleep(long)",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.util.UUID.randomUUID()",
          "java.util.Date.<init>()",
          "java.util.Random.<init>()",
          "java.util.SplittableRandom.<init>()",
          "java.util.concurrent.ThreadLocalRandom.current()",
          "java.util.random.RandomGenerator.getDefault()");

  @ArchTest
  static final ArchRule shared_modules_know_no_room =
      noClasses()
          .that(not(resideInAnyPackage(ROOMS)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOMS);

  @ArchTest
  static final ArchRule rooms_meet_on_the_bus_only =
      slices()
          .matching("dev.hookline.(ingest|session|telegram|console|bus|emulator)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule nobody_knows_the_program =
      noClasses()
          .that(not(resideInAPackage(APP)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(APP);

  @ArchTest
  static final ArchRule the_emulator_knows_nothing_of_ours =
      noClasses()
          .that()
          .resideInAPackage(EMULATOR)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.hookline..").and(not(resideInAPackage(EMULATOR))));

  @ArchTest
  static final ArchRule messages_need_the_jdk_and_the_core_only =
      classes()
          .that()
          .resideInAPackage("dev.hookline.messages..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.hookline.messages..", "java..", "io.vertx.core..");

  @ArchTest
  static final ArchRule settings_need_the_jdk_the_core_and_yaml_only =
      classes()
          .that()
          .resideInAPackage("dev.hookline.config..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.hookline.config..", "java..", "io.vertx.core..", "org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule only_the_store_speaks_sql_and_what_is_measured_beside_it =
      noClasses()
          .that(not(resideInAnyPackage(STORE_JDBC, "dev.hookline.app.bench..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.sqlite..",
              "io.vertx.sqlclient..",
              "io.vertx.jdbcclient..");

  @ArchTest
  static final ArchRule only_the_program_chooses_an_implementation_of_the_store =
      noClasses()
          .that(not(resideInAnyPackage(STORE_JDBC, APP)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(STORE_JDBC);

  @ArchTest
  static final ArchRule only_telegram_knows_the_bot_api =
      noClasses()
          .that(not(resideInAPackage("dev.hookline.telegram..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.telegram..");

  @ArchTest
  static final ArchRule nobody_uses_the_insides_of_vertx =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.core.impl..", "io.vertx.core.internal..");

  @ArchTest
  static final ArchRule only_the_program_may_know_hazelcast_and_the_log_s_backend =
      noClasses()
          .that(not(resideInAPackage(APP)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.hazelcast..", "ch.qos.logback..", "java.util.logging..");

  @ArchTest
  static final ArchRule only_one_package_knows_opentelemetry =
      noClasses()
          .that(not(resideInAPackage("dev.hookline.app.trace..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule records_have_their_own_wire_form =
      noClasses().that().areRecords().should().implement(Serializable.class);

  @ArchTest
  static final ArchRule only_the_program_asks_the_world =
      noClasses().that(not(resideInAnyPackage(APP))).should().accessTargetWhere(asksTheWorld());

  @ArchTest
  static final ArchRule only_the_program_writes_to_the_terminal =
      noClasses()
          .that(not(resideInAPackage(APP)))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule nothing_static_changes = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should()
          .haveNameMatching(
              ".*[.$](\\w*[a-z0-9])?(Manager|Helper|Utils?|Impl|Base|Data|Info|Common|Processor)"
                  + "([A-Z0-9]\\w*)?");

  private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
    return DescribedPredicate.describe(
        "asks for the time, the environment or randomness",
        access -> THE_WORLD.contains(access.getTarget().getFullName()));
  }

  /** Wherever they were built. What tests are made of may do what tests may do. */
  static final class WithoutTests implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("/dev/hookline/testkit/");
    }
  }
}
