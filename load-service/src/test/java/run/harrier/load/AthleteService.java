package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import run.harrier.contracts.AccessChanged.Grant;
import run.harrier.contracts.EventType;
import run.harrier.contracts.Relation;
import run.harrier.testkit.events.EventPublisher;

/** Publishes the events of athletes as the athlete-service does, of a new athlete each time. */
@Singleton
public class AthleteService extends EventPublisher {
    private final Pool pool;

    AthleteService(Pool pool, @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        super(brokers);
        this.pool = pool;
    }

    /** A new athlete in a time zone, with the golden thresholds and these grants, as soon as this service knows all. */
    public UUID anyAthlete(String zone, Grant... grants) {
        var athlete = UUID.randomUUID();
        send(
                EventType.PROFILE_CHANGED,
                golden(EventType.PROFILE_CHANGED, athlete).put("timeZone", zone));
        send(EventType.FITNESS_CHANGED, golden(EventType.FITNESS_CHANGED, athlete));
        grantNow(athlete, grants);
        return athlete;
    }

    /** A new athlete with the account {@code ana}, a coach, an assistant and a partner, and without thresholds. */
    public UUID anyCoachedAthlete(String... partnerScopes) {
        var athlete = UUID.randomUUID();
        var squad = UUID.randomUUID();
        send(EventType.PROFILE_CHANGED, golden(EventType.PROFILE_CHANGED, athlete));
        grantNow(
                athlete,
                athlete("ana"),
                coach("coach", squad),
                assistant("assistant", squad),
                partner("partner-demo", partnerScopes));
        return athlete;
    }

    /** These grants and no other, as soon as this service knows them. */
    public void grantNow(UUID athlete, Grant... grants) {
        grant(athlete, grants);
        await().until(() -> pool.preparedQuery("""
                        select 1 from access join athlete using (athlete_id)
                        where athlete_id = $1 and recompute_from is null
                        """)
                        .execute(Tuple.of(athlete))
                        .await()
                        .indefinitely()
                        .size()
                == grants.length);
    }

    public boolean isToBeRecomputed(UUID athlete) {
        return pool.preparedQuery("select 1 from athlete where athlete_id = $1 and recompute_from is not null")
                        .execute(Tuple.of(athlete))
                        .await()
                        .indefinitely()
                        .size()
                == 1;
    }

    /** A new athlete in Zürich who has the account of that name. */
    public UUID anyAthlete(String subject) {
        return anyAthlete("Europe/Zurich", athlete(subject));
    }

    /** The requests of a new athlete in Zürich who has the account {@code ana}. */
    public Runs ana() {
        return Runs.of(anyAthlete("ana"), "ana");
    }

    public static Grant coach(String subject, UUID squad) {
        return new Grant(subject, Relation.COACH, squad, null);
    }

    public static Grant assistant(String subject, UUID squad) {
        return new Grant(subject, Relation.ASSISTANT, squad, null);
    }

    public static Grant partner(String clientId, String... scopes) {
        return new Grant(clientId, Relation.PARTNER, null, Set.of(scopes));
    }

    public static Grant athlete(String subject) {
        return new Grant(subject, Relation.ATHLETE, null, null);
    }

    public void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }

    public long count(String sql, UUID athlete) {
        return only(sql, athlete).getLong(0);
    }

    public String text(String sql, UUID athlete) {
        return only(sql, athlete).getString(0);
    }

    private Row only(String sql, UUID athlete) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(athlete))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    /** None of the rows that an upload stores. */
    public void assertNothingStored(UUID athlete) {
        for (var table : List.of("activity", "recording", "activity_file", "activity_copy")) {
            assertThat(count("select count(*) from " + table + " where athlete_id = $1", athlete))
                    .as(table)
                    .isZero();
        }
    }
}
