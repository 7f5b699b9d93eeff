package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.harrier.testkit.database.DatabaseRows;
import run.harrier.testkit.server.PostgresAndKafka;

/** Rows that stood in a database before a migration, read after it. They lie in a schema of their own. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class MigrationResourceTest {
    private static final String ATHLETE = "00000000-0000-0000-0000-00000000000a";
    /** Whose profile has not arrived. */
    private static final String STRANGER = "00000000-0000-0000-0000-00000000000b";

    @Test
    void an_activity_has_the_offset_of_its_zone_and_elsewhere_the_one_that_gives_its_day() throws SQLException {
        try (var before = before("1")) {
            activity(before, ATHLETE, "RUN", "2026-07-01T22:30:00Z", "2026-07-02");
            activity(before, ATHLETE, "RUN", "2026-12-01T22:30:00Z", "2026-12-01");
            activity(before, ATHLETE, "RUN", "2026-03-04T15:30:00Z", "2026-03-05");
            activity(before, ATHLETE, "RUN", "2026-03-05T03:30:00Z", "2026-03-04");
            activity(before, STRANGER, "RUN", "2026-03-04T23:30:00Z", "2026-03-04");
            activity(before, STRANGER, "RUN", "2026-03-05T18:00:00Z", "2026-03-06");
            migrate("2");
            assertThat(rows(before, "select utc_offset_seconds / 3600 from activity order by athlete_id, started_at"))
                    .containsExactly("9", "-4", "2", "1", "0", "6");
            assertThat(rows(before, """
                            select id from activity
                            where (started_at at time zone 'UTC' + make_interval(secs => utc_offset_seconds))::date <> day
                            """)).isEmpty();
        }
    }

    @Test
    void what_was_entered_of_a_morning_is_the_athletes_word() throws SQLException {
        try (var before = before("2")) {
            execute(before, """
                    insert into wellness (athlete_id, day, entry)
                    values ('%1$s', '2026-03-04', '{"mood": 2}'), ('%1$s', '2026-03-05', '{"soreness": 4}')
                    """.formatted(ATHLETE));
            migrate("4");
            execute(before, """
                    insert into wellness_word (athlete_id, day, source, said_at, entry)
                    values ('%s', '2026-03-05', 'client:watch', '2026-03-05T06:00:00Z', '{"sleepHours": 7}')
                    """.formatted(ATHLETE));
            migrate("6");
            assertThat(rows(before, """
                            select day || ' ' || source || ' ' || entry || ' ' || (entered_at is not null)
                            from wellness_by_source order by day, source
                            """))
                    .containsExactly(
                            "2026-03-04 athlete {\"mood\": 2} true",
                            "2026-03-05 athlete {\"soreness\": 4} true",
                            "2026-03-05 client:watch {\"sleepHours\": 7} true");
            assertThat(rows(before, "select day || ' ' || entry || ' ' || sources from wellness order by day"))
                    .containsExactly("2026-03-04 {\"mood\": 2} {}", "2026-03-05 {\"soreness\": 4} {}");
            execute(before, "delete from wellness where day = '2026-03-05'");
            assertThat(rows(before, "select day from wellness_by_source")).containsExactly("2026-03-04");
        }
    }

    @Test
    void activities_of_before_keep_to_the_rule_of_sports() throws SQLException {
        try (var before = before("6")) {
            activity(before, ATHLETE, "RUN", "2026-03-04T07:00:00Z", "2026-03-04");
            activity(before, ATHLETE, "STRENGTH", "2026-03-05T07:00:00Z", "2026-03-05");
            activity(before, ATHLETE, "OTHER", "2026-03-06T07:00:00Z", "2026-03-06");
            migrate("7");
            assertThat(rows(before, "select sport || ' ' || sports from activity order by day"))
                    .containsExactly("RUN [1,2)", "STRENGTH [4,5)", "OTHER (,)");
        }
    }

    @AfterEach
    void nothing_is_left() throws SQLException {
        try (var database = DatabaseRows.database()) {
            execute(database, "drop schema if exists before cascade");
        }
    }

    /** A connection to a new schema at a version, with an athlete in Zurich. */
    private static Connection before(String version) throws SQLException {
        var database = DatabaseRows.database();
        migrate(version);
        execute(database, "set search_path to before, public");
        execute(database, """
                insert into athlete (athlete_id, display_name, birth_date, sex, time_zone)
                values ('%s', 'Ana', '1990-01-01', 'FEMALE', 'Europe/Zurich')""".formatted(ATHLETE));
        return database;
    }

    private static void migrate(String version) {
        var config = ConfigProvider.getConfig();
        Flyway.configure(MigrationResourceTest.class.getClassLoader())
                .dataSource(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class))
                .locations("filesystem:src/main/resources/db/migration")
                .schemas("before")
                .target(version)
                .load()
                .migrate();
    }

    /** As it was stored then: an hour without a distance. */
    private static void activity(Connection before, String athlete, String sport, String startedAt, String day)
            throws SQLException {
        var later = rows(before, """
                select 1 from information_schema.columns
                where table_schema = 'before' and column_name = 'utc_offset_seconds' and table_name = 'activity'
                """).isEmpty() ? "" : ", 0";
        execute(before, """
                insert into activity (athlete_id, id, sport, source, started_at, day, moving_seconds, elapsed_seconds, load,
                                      load_method, figures, version, starts, distances, durations%s)
                select '%s', gen_random_uuid(), '%s', 'MANUAL', t, '%s', 3600, 3600, 50, 'RPE', '{}', 1,
                       int8range(extract(epoch from t)::bigint, extract(epoch from t)::bigint + 60), '(,)', '[1,2]'%s
                from (values ('%s'::timestamptz)) as at(t)
                """.formatted(
                        later.isEmpty() ? "" : ", utc_offset_seconds", athlete, sport, day, later, startedAt));
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
