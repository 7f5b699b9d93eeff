package run.harrier.load.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.database.DatabaseRows;
import run.harrier.testkit.database.StatementCount;
import run.harrier.testkit.server.PostgresAndKafka;

/** The series over HTTP: the same whatever the order of what came, one row for a year, and no row for a night. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class SeriesResourceTest {
    private static final int DAYS = 800;

    @Inject
    AthleteService owner;

    /** One of them is a file, which is not edited: an effort beside a heart rate would teach the athlete's own scale. */
    private record Run(Instant start, int minutes, int rpe, boolean file) {
        static Run any(Random random) {
            var start = Runs.daysAgo(1 + random.nextInt(DAYS)).plus(random.nextInt(600), ChronoUnit.MINUTES);
            return new Run(start, 10 + random.nextInt(110), 1 + random.nextInt(10), random.nextInt(6) == 0);
        }

        String sentTo(Runs athlete, int firstRpe) {
            if (file) {
                return athlete.upload(
                                Runs.FIT,
                                SimulatedRun.starting(start)
                                        .run(600, 3, 0, 100 + 8 * rpe)
                                        .fit())
                        .statusCode(201)
                        .extract()
                        .path("id");
            }
            return athlete.enter(start, minutes, firstRpe);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void late_edited_and_deleted_runs_give_the_series_of_the_same_runs_in_order(long seed) {
        var random = new Random(seed);
        var kept = new ArrayList<Run>();
        for (int i = 0; i < 15; i++) {
            var run = Run.any(random);
            if (kept.stream().noneMatch(other -> near(other, run))) {
                kept.add(run);
            }
        }
        var shuffled = owner.ana();
        var doomed = new ArrayList<String>();
        var arriving = new ArrayList<>(kept);
        Collections.shuffle(arriving, random);
        for (var run : arriving) {
            var mistaken = Run.any(random);
            if (random.nextInt(3) == 0 && kept.stream().noneMatch(other -> near(other, mistaken))) {
                doomed.add(mistaken.sentTo(shuffled, mistaken.rpe()));
            }
            var edited = !run.file() && random.nextInt(3) == 0;
            var id = run.sentTo(shuffled, edited ? 1 + random.nextInt(10) : run.rpe());
            if (edited) {
                shuffled.patch(id, "{\"rpe\": " + run.rpe() + "}").statusCode(200);
            }
            if (!doomed.isEmpty() && random.nextInt(4) == 0) {
                shuffled.delete(doomed.removeFirst()).statusCode(204);
            }
        }
        doomed.forEach(id -> shuffled.delete(id).statusCode(204));
        var inOrder = owner.ana();
        kept.stream().sorted(Comparator.comparing(Run::start)).forEach(run -> run.sentTo(inOrder, run.rpe()));
        shuffled.assertSameSeries(inOrder, Runs.TODAY.minusDays(DAYS + 30));
    }

    @Test
    void a_year_is_read_by_one_statement_from_one_row() {
        var ana = owner.ana();
        for (var day : List.of("2023-05-01", "2024-02-29", "2024-12-31", "2025-01-01", "2025-12-24", "2026-01-02")) {
            ana.enter(Instant.parse(day + "T08:00:00Z"), 40, 4);
        }
        var year = "/load?from=2025-01-01&to=2025-12-31";
        var before = ana.get(year).body("days", hasSize(365)).extract().asString();
        assertThat(StatementCount.of("load_year", () -> ana.get(year).statusCode(200)))
                .hasSize(1);
        owner.run("delete from load_year where athlete_id = $1 and year <> 2025", Tuple.of(ana.athlete()));
        assertThat(ana.get(year).extract().asString())
                .as("the row of the year holds all that the year needs")
                .isEqualTo(before);
    }

    /** The one job there is looks for athletes who are marked, and finds nobody because of a night. */
    @Test
    void a_night_writes_no_row_of_anybody() {
        var ana = owner.ana();
        ana.enter(Runs.daysAgo(2), 40, 4);
        var before = DatabaseRows.now();
        StatementCount.forget();
        await().until(() -> StatementCount.since("recompute_from is not null").size() > 1);
        assertThat(DatabaseRows.now().differingFrom(before)).isEmpty();
    }

    private static boolean near(Run one, Run other) {
        return Math.abs(ChronoUnit.MINUTES.between(one.start(), other.start())) < 150;
    }
}
