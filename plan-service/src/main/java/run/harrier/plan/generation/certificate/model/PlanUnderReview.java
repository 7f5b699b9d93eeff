package run.harrier.plan.generation.certificate.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AfterRaces;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.PlanPolicy;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Target;

/**
 * A finished plan before its judges, with its request and its athlete. Every figure is computed from the sessions again,
 * once for all judges; the figures that the plan states of itself are not read.
 *
 * @param runs the running sessions of all weeks, in their order
 * @param measures of each session, told apart by identity
 */
record PlanUnderReview(
        GeneratedPlan plan,
        PlanRequest request,
        AthleteFacts athlete,
        PaceEstimate estimate,
        List<TrainingWeek> weeks,
        List<PlannedSession> runs,
        Map<PlannedSession, Measures> measures) {

    /** @param stretches as they are run, repeats unrolled */
    private record Measures(List<Step.Stretch> stretches, double seconds, double metres) {}

    static PlanUnderReview of(GeneratedPlan plan, PlanRequest request, AthleteFacts athlete) {
        PaceEstimate estimate = athlete.estimate();
        var weeks = new ArrayList<TrainingWeek>();
        var runs = new ArrayList<PlannedSession>();
        var measures = new IdentityHashMap<PlannedSession, Measures>();
        for (TrainingWeek week : plan.weeks()) {
            weeks.add(
                    TrainingWeek.of(week.number(), week.start(), week.phase(), week.down(), week.sessions(), estimate));
            for (var session : week.sessions()) {
                var steps = session.steps();
                measures.put(
                        session,
                        new Measures(
                                Step.unrolled(steps), estimate.durationSeconds(steps), estimate.distanceMetres(steps)));
                if (session.running()) {
                    runs.add(session);
                }
            }
        }
        return new PlanUnderReview(plan, request, athlete, estimate, weeks, runs, measures);
    }

    private Measures measures(PlannedSession session) {
        return Objects.requireNonNull(measures.get(session));
    }

    /** Every stretch of a session as it is run, repeats unrolled. */
    List<Step.Stretch> stretches(PlannedSession session) {
        return measures(session).stretches();
    }

    double seconds(PlannedSession session) {
        return measures(session).seconds();
    }

    double metres(PlannedSession session) {
        return measures(session).metres();
    }

    boolean race() {
        return plan.kind() == PlanKind.RACE;
    }

    /** Its first week is measured by what the athlete runs now (D4); the others have first weeks of their own. */
    boolean fromTodaysVolume() {
        return plan.kind() != PlanKind.BEGINNER_BASE && plan.kind() != PlanKind.WALK_RUN;
    }

    double goalMetres() {
        return request.goal() == null ? 0 : request.goal().distanceMetres();
    }

    PlanPolicy policy() {
        return PlanPolicy.USUAL;
    }

    Set<Phase> phases() {
        return weeks.stream().map(TrainingWeek::phase).collect(Collectors.toSet());
    }

    /** A beginner's long race from base alone (D36). */
    boolean allBase() {
        return race() && Integer.valueOf(0).equals(request.qualityPerWeek());
    }

    /** Base is laid already (D35). */
    boolean baseSkipped() {
        return race() && !phases().contains(Phase.BASE);
    }

    /** The races before the plan, and what they ask of it (D37). */
    AfterRaces afterRaces() {
        return athlete.record().races();
    }

    /** Neither down nor touched by the taper, nor soon after a race (D4, D37). */
    boolean loading(TrainingWeek week) {
        LocalDate from = plan.taperFrom();
        boolean recovering = week.phase() != Phase.TAPER && afterRaces().recovering(week.start());
        return !week.down()
                && !recovering
                && (from == null || week.start().plusDays(6).isBefore(from));
    }

    int requestedQuality() {
        if (!race()) {
            return plan.kind() == PlanKind.MAINTAIN || plan.kind() == PlanKind.PROGRESSION ? 1 : 0;
        }
        return request.qualityPerWeek() != null
                ? request.qualityPerWeek()
                : athlete.level().usualQuality(daysPerWeek());
    }

    /** Who can run twenty minutes without stopping (S75). */
    boolean progressionsDue() {
        var recorded = athlete.record().longestRunSeconds();
        var minutes = athlete.longestRunMinutes();
        double seconds = recorded != null ? recorded : minutes == null ? 1800 : 60.0 * minutes;
        return seconds >= 1200;
    }

    /** Race-pace steps are bound by D31 instead of their zone (D7). */
    boolean atRacePace(Step.Stretch stretch) {
        return stretch.target() instanceof Target.AtRacePace pace
                && Math.abs(pace.raceDistanceMetres() - goalMetres()) < 1;
    }

    /** Less than enough, on the coach's word (D25). */
    CertificateEntry insisted(CertificateEntry entry) {
        var reason = request.options().underprepared();
        return entry.holds() || reason == null
                ? entry
                : new CertificateEntry(
                        entry.rule(), entry.text(), false, entry.closestWeek(), entry.value(), entry.limit(), reason);
    }

    int daysPerWeek() {
        return switch (plan.kind()) {
            case RACE, BASE, MAINTAIN, PROGRESSION -> request.daysPerWeek(athlete);
            case BEGINNER_BASE, WALK_RUN -> 3;
        };
    }

    @Nullable
    Focus resolvedFocus() {
        return request.focus(athlete);
    }

    /** The taper's weeks are the last ones. */
    List<TrainingWeek> beforeTaper() {
        int weeks = 0;
        while (weeks < this.weeks.size() && this.weeks.get(weeks).phase() != Phase.TAPER) {
            weeks++;
        }
        return this.weeks.subList(0, weeks);
    }

    /** The running sessions without tests and races. */
    Stream<PlannedSession> trainingRuns() {
        return runs.stream().filter(run -> !run.raced());
    }

    /** How many stretches of the week's chosen sessions, repeats unrolled, are as the test says. */
    int stretches(TrainingWeek week, Predicate<PlannedSession> chosen, Predicate<Step.Stretch> test) {
        int count = 0;
        for (PlannedSession session : week.sessions()) {
            if (chosen.test(session)) {
                for (Step.Stretch stretch : stretches(session)) {
                    count += test.test(stretch) ? 1 : 0;
                }
            }
        }
        return count;
    }

    static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /** An entry that counts what breaks the rule in each week: nothing may. */
    CertificateEntry none(String rule, String text, ToIntFunction<TrainingWeek> offencesIn) {
        var offences = new Offences();
        for (var week : weeks) {
            offences.add(week.number(), offencesIn.applyAsInt(week));
        }
        return offences.entry(rule, text);
    }
}
