package run.harrier.load.series;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.series.model.Day.Absence;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.transaction.Transactions;

/** Reads the series of daily loads, and stores the days of which an athlete declares that the data are missing. */
@ApplicationScoped
class LoadSeriesService {
    private static final int USUAL_DAYS = 42;

    private final LoadYears years;
    private final PlannedLoads planned;
    private final RequestAccess request;
    private final Athletes athletes;
    private final Outbox outbox;
    private final Pool pool;
    private final Transactions transactions;
    private final Clock clock;

    LoadSeriesService(
            LoadYears years,
            PlannedLoads planned,
            RequestAccess request,
            Athletes athletes,
            Outbox outbox,
            Pool pool,
            Transactions transactions,
            Clock clock) {
        this.years = years;
        this.planned = planned;
        this.request = request;
        this.athletes = athletes;
        this.outbox = outbox;
        this.pool = pool;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Up to the athlete's today, six weeks unless asked otherwise; one row is read for each year. */
    Uni<LoadSeriesView> between(UUID athleteId, @Nullable String from, @Nullable String to) {
        // a day more on each side, for athletes whose today is not that of UTC
        var utc = LocalDate.now(clock);
        var first = DayRange.upTo(from, to, utc.minusDays(1), USUAL_DAYS).from();
        var last = DayRange.upTo(from, to, utc.plusDays(1), USUAL_DAYS).to();
        // a partner's right to loads is none to the plan
        var withPlan = request.caller().client().isEmpty();
        return athletes.whenArrived(
                athleteId,
                () -> read(athleteId, first, last, withPlan, today -> DayRange.upTo(from, to, today, USUAL_DAYS)));
    }

    private Uni<LoadSeriesView> read(
            UUID athleteId,
            LocalDate earliest,
            LocalDate latest,
            boolean withPlan,
            Function<LocalDate, DayRange> asked) {
        return pool.preparedQuery("select " + LoadYears.column("$1", "$2", "$3") + """
                         as history,
                        """
                        + PlannedLoads.column("$1", "$4", "$5") + """
                         as planned, a.time_zone, a.recompute_from
                        from (select $1::uuid as athlete_id) asked left join athlete a using (athlete_id)
                        """)
                .execute(Tuple.of(athleteId, earliest.getYear(), latest.getYear(), earliest, latest))
                .map(rows -> {
                    var row = rows.iterator().next();
                    var today = athletes.today(row);
                    var range = asked.apply(today);
                    var last = range.to().isAfter(today) ? today : range.to();
                    var recomputeFrom = row.getLocalDate("recompute_from");
                    return LoadSeriesView.from(
                            last.isBefore(range.from())
                                    ? List.of()
                                    : years.read(row.getString("history")).figures(range.from(), last),
                            withPlan ? planned.read(row.getString("planned")) : Map.of(),
                            recomputeFrom != null && !recomputeFrom.isAfter(last));
                });
    }

    /** Declares that the data of a day are missing, or with {@link Absence#NONE} that they are not (D3). */
    Uni<Void> declare(UUID athleteId, String date, Absence absence) {
        var on = DayRange.day("date", date);
        return transactions.run(transaction -> athletes.lockForUpdate(transaction, athleteId)
                .invoke(today -> {
                    if (on.isAfter(today)) {
                        throw ProblemException.impossibleAt("date", "must not be after the athlete's today");
                    }
                })
                .chain(today -> declare(transaction, athleteId, on, absence, today)));
    }

    private Uni<Void> declare(
            SqlConnection transaction, UUID athleteId, LocalDate on, Absence absence, LocalDate today) {
        return years.from(transaction, athleteId, on.getYear()).chain(read -> {
            var changed = read.with(on, day -> day.declared(absence));
            return years.save(transaction, athleteId, read, changed)
                    .chain(() -> athletes.bumpVersion(transaction, athleteId))
                    .chain(() ->
                            outbox.publish(transaction, List.of(LoadYears.updated(athleteId, changed, on, today))));
        });
    }
}
