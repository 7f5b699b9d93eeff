package run.harrier.load.squad;

import static run.harrier.platform.json.Optionals.optional;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.load.series.AcwrView;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.squad.SquadConditionQuery.Member;
import run.harrier.load.squad.SquadConditionQuery.RecentActivity;
import run.harrier.load.squad.SquadConditionView.AthleteCondition;
import run.harrier.load.squad.model.TriageRules;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.platform.access.RequestAccess;
import run.harrier.platform.http.DayRange;

/** Computes the condition of each athlete of a squad (U1) from one query. */
@ApplicationScoped
class SquadConditionService {
    private static final int TWO_WEEKS = 14;

    private final SquadConditionQuery squads;
    private final RequestAccess request;
    private final Clock clock;

    SquadConditionService(SquadConditionQuery squads, RequestAccess request, Clock clock) {
        this.squads = squads;
        this.request = request;
        this.clock = clock;
    }

    /** The condition on a day, or else on each athlete's own today. */
    Uni<SquadConditionView> on(UUID squadId, @Nullable String asked) {
        var on = asked == null ? null : DayRange.day("on", asked);
        var around = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        return squads.read(
                        squadId,
                        request.caller().subject(),
                        around,
                        member -> condition(member, on == null ? member.today() : on))
                .map(SquadConditionView::new);
    }

    private static AthleteCondition condition(Member member, LocalDate on) {
        var figures = member.history().figures(on, on).stream().findFirst();
        var wellness = member.mornings().entries().stream()
                .filter(entry -> !entry.on().isAfter(on))
                .toList();
        var readiness = Readiness.of(on, member.mornings());
        var recent = member.recent().stream()
                .filter(activity -> !activity.on().isAfter(on))
                .toList();
        var ran = recent.stream()
                .filter(activity ->
                        activity.activity().sport().running() && activity.on().isAfter(on.minusDays(TWO_WEEKS)))
                .toList();
        var known = ran.stream().flatMap(activity -> run(activity).stream()).toList();
        var runs = new TriageRules.RecentRuns(
                known,
                ran.size() - known.size(),
                recent.stream()
                        .filter(RecentActivity::progression)
                        .map(RecentActivity::on)
                        .toList());
        var monday = CalendarWeek.of(on).monday();
        return new AthleteCondition(
                member.athleteId(),
                member.displayName(),
                on,
                readiness.verdict(),
                readiness.warns(),
                figures.flatMap(DayFigures::acwr).map(AcwrView::from).orElse(null),
                doneSeconds(ran, monday, on.plusDays(1)),
                doneSeconds(ran, monday, on),
                TriageRules.findings(on, figures, readiness, runs, wellness, lastActivity(member, recent)));
    }

    private static double doneSeconds(List<RecentActivity> runs, LocalDate from, LocalDate before) {
        return runs.stream()
                .filter(run -> !run.on().isBefore(from) && run.on().isBefore(before))
                .mapToDouble(run -> run.activity().movingSeconds())
                .sum();
    }

    /** The day of the newest activity of the last three weeks, or else of any. */
    private static Optional<LocalDate> lastActivity(Member member, List<RecentActivity> recent) {
        return recent.stream()
                .map(RecentActivity::on)
                .max(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(member.lastActivity()));
    }

    /** Empty when the intensity is not known. */
    private static Optional<TriageRules.RecentRun> run(RecentActivity recent) {
        var activity = recent.activity();
        return activity.intensity()
                .map(known -> new TriageRules.RecentRun(
                        recent.on(),
                        known,
                        activity.movingSeconds(),
                        optional(activity.rpe()),
                        optional(recent.averageBpm()),
                        optional(activity.heartAboveEasySeconds())));
    }
}
