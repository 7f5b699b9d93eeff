package run.harrier.athlete.squad;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static run.harrier.athlete.TestAthlete.anyAthlete;
import static run.harrier.athlete.TestAthlete.anySubject;
import static run.harrier.athlete.TestAthlete.as;
import static run.harrier.athlete.TestSquad.anySquad;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestAthlete;
import run.harrier.athlete.TestSquad;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.testkit.server.PostgresAndKafka;

/** What a squad's size and two requests at once must not change. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class LargeSquadResourceTest {
    @Inject
    Pool pool;

    @Inject
    AthleteEvents events;

    @Test
    void a_change_of_a_coach_costs_the_same_statements_for_3_and_for_3000() {
        var small = anySquad();
        fill(small, 3);
        var large = anySquad();
        var member = fill(large, 3_000);
        name(small, anySubject());
        var few = statementsOf(() -> name(small, anySubject()));
        var assistant = anySubject();
        var many = statementsOf(() -> name(large, assistant));
        assertThat(few).isPositive();
        assertThat(many).isEqualTo(few);
        assertThat(events.last(AccessChanged.class, member, 1).grants())
                .contains(new Grant(assistant, Relation.ASSISTANT, large.id(), null))
                .hasSize(3);
        large.caller().get(large.path("")).statusCode(200).body("members", hasSize(3_000));
    }

    /** D24. */
    @Test
    void a_squad_takes_5000_athletes() {
        var squad = anySquad();
        fill(squad, 4_999);
        squad.join(anyAthlete());
        var late = anyAthlete();
        String invitation = squad.invite(late).statusCode(201).extract().path("id");
        late.caller().post("/api/v1/invitations/" + invitation + "/acceptance").statusCode(409);
    }

    @Test
    void an_athlete_who_joins_while_a_coach_is_named_is_published_with_both() {
        var squad = anySquad();
        var athlete = anyAthlete();
        String invitation = squad.invite(athlete).extract().path("id");
        var assistant = anySubject();
        whileNothingIsPublishedOf(athlete.id(), () -> {
            var joining = accept(athlete, invitation);
            waitUntil(() -> waiting() == 1);
            var naming = supplyAsync(
                    () -> squad.caller()
                            .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                            .extract()
                            .statusCode(),
                    Thread::startVirtualThread);
            waitUntil(() -> waiting() == 2 || naming.isDone());
            return List.of(joining, naming);
        });
        as(assistant).get(athlete.path("")).statusCode(200);
        assertThat(lastList(athlete).grants())
                .extracting(Grant::subject)
                .containsExactlyInAnyOrder(athlete.subject(), squad.coach(), assistant);
    }

    @Test
    void of_two_squads_joined_at_once_none_is_forgotten() {
        var athlete = anyAthlete();
        var one = anySquad();
        var other = anySquad();
        String first = one.invite(athlete).extract().path("id");
        String second = other.invite(athlete).extract().path("id");
        whileNothingIsPublishedOf(athlete.id(), () -> {
            var both = List.of(accept(athlete, first), accept(athlete, second));
            waitUntil(() -> waiting() == 2);
            return both;
        });
        assertThat(lastList(athlete).grants())
                .extracting(Grant::subject)
                .containsExactlyInAnyOrder(athlete.subject(), one.coach(), other.coach());
    }

    @Test
    void of_two_first_sign_ins_at_once_one_is_a_conflict() {
        var subject = anySubject();
        var both = List.of(signIn(subject), signIn(subject));
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    private static CompletableFuture<Integer> signIn(String subject) {
        return supplyAsync(
                () -> as(subject)
                        .post("/api/v1/athletes", TestAthlete.PROFILE)
                        .extract()
                        .statusCode(),
                Thread::startVirtualThread);
    }

    private static CompletableFuture<Integer> accept(TestAthlete athlete, String invitation) {
        return supplyAsync(
                () -> athlete.caller()
                        .post("/api/v1/invitations/" + invitation + "/acceptance")
                        .extract()
                        .statusCode(),
                Thread::startVirtualThread);
    }

    /** Locks the row that orders the athlete's events, so that requests wait after they have read all that they publish. */
    private void whileNothingIsPublishedOf(UUID athleteId, Supplier<List<CompletableFuture<Integer>>> requests) {
        var connection = pool.getConnection().await().indefinitely();
        var transaction = connection.begin().await().indefinitely();
        connection
                .preparedQuery("select 1 from outbox_head where athlete_id = $1 for update")
                .execute(Tuple.of(athleteId))
                .await()
                .indefinitely();
        var running = requests.get();
        transaction.commit().await().indefinitely();
        connection.close().await().indefinitely();
        running.forEach(request -> assertThat(request.join()).isEqualTo(200));
    }

    private int waiting() {
        return pool.query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    private static void waitUntil(Callable<Boolean> reached) {
        await().atMost(Duration.ofSeconds(20)).until(reached);
    }

    /** The athlete's list that was published last: a consent given now marks the end. */
    private AccessChanged lastList(TestAthlete athlete) {
        athlete.caller()
                .put(athlete.path("/consents/end"), "{\"scopes\": [\"plan:read\"]}")
                .statusCode(200);
        AccessChanged before = events.last(AccessChanged.class, athlete.id(), 2);
        for (int count = 3; ; count++) {
            var next = events.last(AccessChanged.class, athlete.id(), count);
            if (next.grants().stream().anyMatch(grant -> grant.subject().equals("end"))) {
                return before;
            }
            before = next;
        }
    }

    private static void name(TestSquad squad, String assistant) {
        squad.caller()
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200);
    }

    /** Adds members without publishing an event; returns one of them. */
    private UUID fill(TestSquad squad, int members) {
        return pool.preparedQuery("""
                        with fresh as (
                            insert into athlete
                            select id, 'bulk-' || id, 'bulk-' || id, 'Bulk', '1990-01-01', 'FEMALE', 'UTC', 'BEGINNER', 0, 0
                            from (select gen_random_uuid() as id from generate_series(1, $2)) ids
                            returning athlete_id
                        )
                        insert into squad_member (athlete_id, squad_id) select athlete_id, $1 from fresh returning athlete_id
                        """)
                .execute(Tuple.of(squad.id(), members))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getUUID("athlete_id");
    }

    private static int statementsOf(Runnable request) {
        var count = new AtomicInteger();
        var sql = Logger.getLogger("org.hibernate.SQL");
        var counter = new Handler() {
            @Override
            public void publish(LogRecord record) {
                count.incrementAndGet();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var before = sql.getLevel();
        sql.setLevel(Level.FINE);
        sql.setUseParentHandlers(false);
        sql.addHandler(counter);
        try {
            request.run();
        } finally {
            sql.removeHandler(counter);
            sql.setUseParentHandlers(true);
            sql.setLevel(before);
        }
        return count.get();
    }
}
