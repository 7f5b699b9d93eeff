package run.harrier.load.diary;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.load.athlete.Athletes;
import run.harrier.load.diary.model.DiaryRun;
import run.harrier.load.diary.model.DiarySpan;
import run.harrier.platform.http.DayRange;
import run.harrier.platform.json.JsonText;

/** Reads how hard the runs of a range of days were, in one statement. */
@ApplicationScoped
class DiaryService {
    private static final int USUAL_DAYS = 42;

    private static final String QUERY = """
            select time_zone, (
                select coalesce(json_agg(%s order by r.started_at, r.id), '[]')::text from activity r
                where r.athlete_id = $1 and r.day between $2 and $3) as recorded
            from (values (1)) as one left join athlete on athlete_id = $1
            """.formatted(RecordedActivity.column("r"));

    private final Athletes athletes;
    private final Pool pool;
    private final JsonText json;
    private final Clock clock;

    DiaryService(Athletes athletes, Pool pool, JsonText json, Clock clock) {
        this.athletes = athletes;
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** Up to the athlete's today, six weeks unless asked otherwise. */
    Uni<DiaryView> between(UUID athleteId, @Nullable String from, @Nullable String to) {
        // a day more on each side, for athletes whose today is not that of UTC
        var utc = LocalDate.now(clock);
        var first = DayRange.upTo(from, to, utc.minusDays(1), USUAL_DAYS).from();
        var last = DayRange.upTo(from, to, utc.plusDays(1), USUAL_DAYS).to();
        return athletes.whenArrived(
                athleteId,
                () -> pool.preparedQuery(QUERY)
                        .execute(Tuple.of(athleteId, first, last))
                        .map(rows -> {
                            var row = rows.iterator().next();
                            var today = athletes.today(row);
                            var range = DayRange.upTo(from, to, today, USUAL_DAYS);
                            return view(range, today, json.read(row.getString("recorded"), new TypeReference<>() {}));
                        }));
    }

    private static DiaryView view(DayRange range, LocalDate today, List<RecordedActivity> recorded) {
        var runs = recorded.stream()
                .filter(run -> run.sport().running())
                .map(run -> new DiaryRun(run.id(), run.on(), run.intensity()))
                .toList();
        if (range.from().isAfter(today)) {
            return DiaryView.from(DiarySpan.of(range.from(), range.to(), runs), List.of());
        }
        var total = DiarySpan.of(range.from(), range.to().isAfter(today) ? today : range.to(), runs);
        return DiaryView.from(total, total.weeks(runs));
    }
}
