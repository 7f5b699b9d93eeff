package run.harrier.load.wellness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Relation;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.wellness.model.ClosingWord;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.transaction.Transactions;

/** The words by which athlete and coach, or an athlete who has none, call a warning sign over (D34). */
@ApplicationScoped
class ClosingWords {
    private final WellnessEntries entries;
    private final ReadinessService readiness;
    private final Athletes athletes;
    private final Transactions transactions;
    private final RequestAccess request;
    private final Clock clock;

    ClosingWords(
            WellnessEntries entries,
            ReadinessService readiness,
            Athletes athletes,
            Transactions transactions,
            RequestAccess request,
            Clock clock) {
        this.entries = entries;
        this.readiness = readiness;
        this.athletes = athletes;
        this.transactions = transactions;
        this.request = request;
        this.clock = clock;
    }

    /** Of each sign that stands. Said twice it is said once; a 409 problem where no sign stands that words can end. */
    Uni<ClosingWordView.Words> say(UUID athleteId) {
        return transactions.run(transaction -> athletes.lockForUpdate(transaction, athleteId)
                .chain(today -> entries.bearingOn(transaction, athleteId, today)
                        .chain(read -> say(transaction, athleteId, today, signs(read)))));
    }

    private static SortedSet<LocalDate> signs(WellnessEntries.Bearing read) {
        var signs = Readiness.mayBeClosed(read.today(), read.mornings());
        if (signs.isEmpty()) {
            throw ProblemException.conflict(
                    "No warning sign of an earlier day stands that a word could end. One of this morning stands until"
                            + " tomorrow; one of heart or breath until the athlete says `professionalAgreed`.");
        }
        return signs;
    }

    private Uni<ClosingWordView.Words> say(
            SqlConnection transaction, UUID athleteId, LocalDate today, SortedSet<LocalDate> signs) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean athlete = request.relations().contains(Relation.ATHLETE);
        boolean coach = request.relations().contains(Relation.COACH);
        return transaction
                .preparedQuery("""
                        insert into closed_sign as c (athlete_id, sign_on, athlete_at, coach_at, coach, closed_on)
                        select $1, sign_on, $3::timestamptz, $4::timestamptz, $5::text, case
                            when $3::timestamptz is not null and ($4::timestamptz is not null or not exists (
                                select 1 from access where athlete_id = $1 and relation = 'COACH')) then $6::date end
                        from unnest($2::date[]) as sign_on
                        on conflict (athlete_id, sign_on) do update
                        set athlete_at = coalesce(c.athlete_at, excluded.athlete_at),
                            coach_at = coalesce(c.coach_at, excluded.coach_at),
                            coach = coalesce(c.coach, excluded.coach),
                            closed_on = coalesce(c.closed_on, excluded.closed_on, case
                                when coalesce(c.athlete_at, excluded.athlete_at) is not null
                                    and coalesce(c.coach_at, excluded.coach_at) is not null then $6::date end)
                        returning sign_on, athlete_at, coach_at, coach, closed_on
                        """)
                .execute(Tuple.tuple()
                        .addUUID(athleteId)
                        .addArrayOfLocalDate(signs.toArray(LocalDate[]::new))
                        .addOffsetDateTime(athlete ? now : null)
                        .addOffsetDateTime(coach ? now : null)
                        .addString(coach ? request.caller().subject() : null)
                        .addLocalDate(today))
                .map(rows -> rows.stream().map(ClosingWords::word).toList())
                .call(said -> said.stream().allMatch(word -> word.closedOn() == null)
                        ? Uni.createFrom().voidItem()
                        : readiness.publish(transaction, athleteId, today))
                .map(said -> new ClosingWordView.Words(said.stream()
                        .map(word -> ClosingWordView.from(word, true))
                        .toList()));
    }

    private static ClosingWord word(Row row) {
        return new ClosingWord(
                row.getLocalDate("sign_on"),
                instant(row.getOffsetDateTime("athlete_at")),
                instant(row.getOffsetDateTime("coach_at")),
                row.getString("coach"),
                row.getLocalDate("closed_on"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
