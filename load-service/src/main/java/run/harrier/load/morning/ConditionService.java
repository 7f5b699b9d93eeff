package run.harrier.load.morning;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.load.morning.ConditionView.AthleteCondition;
import run.harrier.load.morning.SquadMornings.Member;
import run.harrier.load.morning.model.Morning;
import run.harrier.load.readiness.model.Readiness;
import run.harrier.platform.access.AccessInQuery;
import run.harrier.platform.access.Call;
import run.harrier.platform.http.DayRange;

/** The morning of a squad (U1), computed off the event loop from one query. */
@ApplicationScoped
class ConditionService {
    private final SquadMornings squads;
    private final AccessInQuery access;
    private final Call call;
    private final Vertx vertx;
    private final Clock clock;

    ConditionService(SquadMornings squads, AccessInQuery access, Call call, Vertx vertx, Clock clock) {
        this.squads = squads;
        this.access = access;
        this.call = call;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** On a day, or on each athlete's own today. */
    Uni<ConditionView> on(UUID squadId, @Nullable String asked) {
        var on = asked == null ? null : DayRange.day("on", asked);
        var around = on == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : on;
        return squads.read(squadId, call.caller().subject(), around)
                .call(rows -> access.requireSquad(squadId, rows.iterator().next()))
                .chain(rows -> vertx.executeBlocking(
                        () -> new ConditionView(squads.members(rows).stream()
                                .map(member -> condition(member, on == null ? today(member) : on))
                                .toList()),
                        false));
    }

    private LocalDate today(Member member) {
        return LocalDate.ofInstant(clock.instant(), member.zone());
    }

    private static AthleteCondition condition(Member member, LocalDate on) {
        var wellness = member.mornings().stream()
                .filter(morning -> !morning.on().isAfter(on))
                .map(morning -> morning.entry().toModel(morning.on()))
                .toList();
        var readiness = Readiness.of(on, wellness);
        return new AthleteCondition(
                member.athleteId(),
                member.displayName(),
                on,
                readiness.verdict(),
                Morning.findings(on, Optional.empty(), readiness, List.of(), wellness, Optional.empty()));
    }
}
