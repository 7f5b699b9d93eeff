package run.harrier.athlete.squad;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import run.harrier.athlete.AthleteEvents;
import run.harrier.athlete.TestSquad;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.Relation;
import run.harrier.devstack.test.Backing;

/** What a squad's size and two requests at once must not change. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
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
    void an_athlete_who_joins_while_coaches_change_is_told_with_the_coaches_of_the_end() {
        for (int round = 0; round < 5; round++) {
            var squad = anySquad();
            var athlete = anyAthlete();
            String invitation = squad.invite(athlete).extract().path("id");
            var assistant = anySubject();
            var joined = supplyAsync(() -> athlete.caller()
                    .post("/api/v1/invitations/" + invitation + "/acceptance")
                    .extract()
                    .statusCode());
            var named = supplyAsync(() -> squad.caller()
                    .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                    .extract()
                    .statusCode());
            assertThat(List.of(joined.join(), named.join())).containsOnly(200);
            athlete.caller()
                    .put(athlete.path("/consents/last"), "{\"scopes\": [\"plan:read\"]}")
                    .statusCode(200);
            as(assistant).get(athlete.path("")).statusCode(200);
            var told = lastBefore(athlete.id(), "last");
            assertThat(told.grants()).extracting(Grant::subject).contains(athlete.subject(), squad.coach(), assistant);
        }
    }

    @Test
    void of_two_squads_joined_at_once_none_is_forgotten() {
        for (int round = 0; round < 5; round++) {
            var athlete = anyAthlete();
            var squads = List.of(anySquad(), anySquad(), anySquad());
            var joining = new ArrayList<CompletableFuture<Integer>>();
            for (var squad : squads) {
                String invitation = squad.invite(athlete).extract().path("id");
                joining.add(supplyAsync(() -> athlete.caller()
                        .post("/api/v1/invitations/" + invitation + "/acceptance")
                        .extract()
                        .statusCode()));
            }
            joining.forEach(each -> assertThat(each.join()).isEqualTo(200));
            assertThat(events.last(AccessChanged.class, athlete.id(), 5).grants())
                    .extracting(Grant::subject)
                    .containsAll(squads.stream().map(TestSquad::coach).toList());
        }
    }

    @Test
    void of_two_first_sign_ins_at_once_one_is_a_conflict() {
        var subject = anySubject();
        var both = List.of(signIn(subject), signIn(subject));
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409);
    }

    private static CompletableFuture<Integer> signIn(String subject) {
        return supplyAsync(() -> as(subject)
                .post("/api/v1/athletes", run.harrier.athlete.TestAthlete.PROFILE)
                .extract()
                .statusCode());
    }

    /** The last list before the one that holds this partner. */
    private AccessChanged lastBefore(UUID athleteId, String partner) {
        for (int count = 3; ; count++) {
            var heard = events.of(athleteId, count);
            var last = (AccessChanged) heard.get(count - 1);
            if (last.grants().stream().anyMatch(grant -> grant.subject().equals(partner))) {
                return (AccessChanged) heard.get(count - 2);
            }
        }
    }

    private static void name(TestSquad squad, String assistant) {
        squad.caller()
                .put(squad.path("/coaches/" + assistant), "{\"role\": \"ASSISTANT\"}")
                .statusCode(200);
    }

    /** Athletes who were there before, and told nothing yet; gives one of them. */
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
