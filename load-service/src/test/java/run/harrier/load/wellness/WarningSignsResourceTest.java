package run.harrier.load.wellness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static run.harrier.load.wellness.WellnessRequests.as;
import static run.harrier.load.wellness.WellnessRequests.partner;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.load.AthleteService;
import run.harrier.load.LoadEvents;
import run.harrier.load.Runs;
import run.harrier.load.wellness.model.Mornings;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.testkit.server.PostgresAndKafka;

/** However long ago a warning sign was entered, it is read until something ends it (D34). */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class WarningSignsResourceTest {
    private static final String STRONG_PAIN = "{\"pain\": [{\"site\": \"knee\", \"level\": 8}]}";
    private static final String WELL = "{\"restingHeartRateBpm\": 50, \"fatigue\": 2, \"pain\": []}";

    @Inject
    AthleteService owner;

    @Inject
    LoadEvents events;

    @Inject
    WellnessEntries entries;

    @Inject
    Pool pool;

    private final WellnessRequests ana = new WellnessRequests(UUID.randomUUID());
    private final UUID squad = UUID.randomUUID();
    private final LocalDate today = Runs.TODAY;

    @BeforeEach
    void ana_is_known() {
        owner.send(EventType.PROFILE_CHANGED, owner.golden(EventType.PROFILE_CHANGED, ana.athlete()));
        owner.grant(
                ana.athlete(),
                AthleteService.athlete("ana"),
                new Grant("coach", Relation.COACH, squad, null),
                new Grant("partner-demo", Relation.PARTNER, null, Set.of("wellness:write")));
        await().until(() -> rows("select from access join athlete using (athlete_id) where athlete_id = $1") == 3);
    }

    /** Neither by the number of mornings nor by that of nights of a watch. */
    @Test
    void who_enters_every_second_morning_loses_no_sign() {
        ana.enter(today.minusDays(131), STRONG_PAIN).statusCode(200);
        for (int ago = 130; ago >= 70; ago--) {
            night(today.minusDays(ago));
        }
        for (int ago = 69; ago >= 1; ago -= 2) {
            ana.enter(today.minusDays(ago), WELL).statusCode(200);
        }

        readiness()
                .body("verdict", equalTo("REST"))
                .body(
                        "reasons[0].closingWord.signOn",
                        equalTo(today.minusDays(131).toString()));
        as("coach")
                .get("/api/v1/squads/" + squad + "/condition")
                .then()
                .statusCode(200)
                .body("items[0].warningSign", equalTo(true));
        ana.enter(today, WELL).statusCode(200);
        readiness().body("verdict", equalTo("READY"));
        assertThat(told()).isFalse();
    }

    /** Two mornings that are entered late end it as those of their days, and one that is taken back ends it no more. */
    @Test
    void mornings_of_long_ago_end_it_too_and_their_loss_brings_it_back() {
        ana.enter(today.minusDays(90), STRONG_PAIN).statusCode(200);
        ana.enter(today.minusDays(80), WELL).statusCode(200);
        readiness().body("verdict", equalTo("REST"));

        ana.enter(today.minusDays(79), WELL).statusCode(200);
        readiness().body("reasons", equalTo(List.of()));
        assertThat(told()).isFalse();

        as("ana").delete(ana.wellness(today.minusDays(80))).then().statusCode(204);
        readiness().body("verdict", equalTo("REST"));
        assertThat(told()).isTrue();

        ana.enter(today.minusDays(90), WELL).statusCode(200);
        readiness().body("reasons", equalTo(List.of()));
        assertThat(told()).isFalse();
    }

    /** A morning is judged by those before it: what is entered later of an earlier day makes one strange, or usual. */
    @Test
    void what_is_usual_is_learnt_afterwards() {
        ana.enter(today.minusDays(40), "{\"restingHeartRateBpm\": 70}").statusCode(200);
        readiness().body("reasons", equalTo(List.of()));
        for (int ago = 47; ago > 40; ago--) {
            ana.enter(today.minusDays(ago), WELL).statusCode(200);
        }

        readiness().body("reasons.code", equalTo(List.of("WARNING_STANDS")));
        assertThat(told()).isTrue();
    }

    /** What is read of a random diary tells what the whole of it tells, on every day, and so does what was stored. */
    @ParameterizedTest
    @ValueSource(longs = {34, 35, 36, 37})
    void what_is_read_tells_what_the_whole_diary_tells(long seed) throws IOException {
        var random = new Random(seed);
        for (int entry = 0; entry < 90; entry++) {
            var on = today.minusDays(random.nextInt(120));
            switch (random.nextInt(10)) {
                case 0 -> as("ana").delete(ana.wellness(on));
                case 1, 2, 3 -> partner("wellness:write").body(device(random)).put(ana.wellness(on));
                default -> as("ana").body(morning(random)).put(ana.wellness(on));
            }
            if (random.nextInt(20) == 0) {
                as("ana").put(ana.readiness() + "/closing-word");
                as("coach").put(ana.readiness() + "/closing-word");
            }
        }
        var whole = entries.between(ana.athlete(), today.minusDays(200), today).await().indefinitely().stream()
                .map(WellnessEntries.TaggedEntry::wellness)
                .toList();
        for (int ago = 120; ago >= 0; ago--) {
            var on = today.minusDays(ago);
            for (int ahead = 0; ahead <= 2; ahead++) {
                var read = entries.bearingOn(ana.athlete(), on.plusDays(ahead))
                        .await()
                        .indefinitely()
                        .mornings();
                assertThat(Readiness.of(on, read))
                        .isEqualTo(Readiness.of(on, new Mornings(whole, LocalDate.MIN, read.words())));
            }
        }
        var now = entries.bearingOn(ana.athlete(), today).await().indefinitely().mornings();
        assertThat(told()).isEqualTo(Readiness.of(today, now).warns());

        var stored = signs();
        pool.query(migration()).execute().await().indefinitely();
        assertThat(signs()).isEqualTo(stored).hasSizeGreaterThan(3);
    }

    /** What the migration made of the mornings of before. */
    private static String migration() throws IOException {
        try (var sql =
                WarningSignsResourceTest.class.getResourceAsStream("/db/migration/V11__signs_of_a_morning.sql")) {
            var text = new String(requireNonNull(sql).readAllBytes(), UTF_8);
            return text.substring(text.indexOf("update wellness"), text.indexOf("create index"));
        }
    }

    private TreeMap<LocalDate, List<String>> signs() {
        var signs = new TreeMap<LocalDate, List<String>>();
        pool.preparedQuery("select day, signs from wellness where athlete_id = $1 and signs <> '{}'")
                .execute(Tuple.of(ana.athlete()))
                .await()
                .indefinitely()
                .forEach(row -> signs.put(row.getLocalDate("day"), Arrays.asList(row.getArrayOfStrings("signs"))));
        return signs;
    }

    private static String morning(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "{\"pain\": [{\"site\": \" Knee\", \"level\": %d}]}".formatted(random.nextInt(11));
            case 1 -> "{\"pain\": [{\"site\": \"knee\", \"level\": 5}, {\"site\": \"hip\", \"level\": 3}]}";
            case 2 -> "{\"illness\": \"BELOW_NECK\"}";
            case 3 -> "{\"restingHeartRateBpm\": %d}".formatted(60 + random.nextInt(45));
            case 4 -> random.nextInt(8) == 0 ? "{\"symptoms\": [\"FAINTING\"]}" : WELL;
            case 5 -> "{\"professionalAgreed\": true}";
            default -> "{\"restingHeartRateBpm\": %d, \"fatigue\": 2}".formatted(48 + random.nextInt(5));
        };
    }

    private static String device(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"restingHeartRateBpm\": 80, \"sleepHours\": 7}";
            case 1 -> STRONG_PAIN;
            case 2 -> "{\"pain\": [], \"illness\": \"NONE\"}";
            default -> "{\"restingHeartRateBpm\": 50, \"sleepHours\": 8}";
        };
    }

    /** Whether the last readiness that was published has a warning sign. */
    private boolean told() {
        await().until(() -> rows("select from outbox where athlete_id = $1") == 0);
        return events.of(ana.athlete(), EventType.READINESS_ASSESSED)
                .getLast()
                .get("notice")
                .asBoolean();
    }

    private int rows(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(ana.athlete()))
                .await()
                .indefinitely()
                .rowCount();
    }

    private void night(LocalDate on) {
        partner("wellness:write")
                .body("{\"restingHeartRateBpm\": 51, \"sleepHours\": 8}")
                .put(ana.wellness(on))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse readiness() {
        return as("ana").get(ana.readiness()).then().statusCode(200);
    }
}
