package run.harrier.plan.generation.request.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.AthleteFacts;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.platform.time.model.UsualYears;

/**
 * Refuses a request that no plan can answer. It checks here what holds for every plan and for the beginner's base plan
 * (D9), and has {@link RaceRequestPolicy} or {@link RacelessRequestPolicy} check the others.
 */
public final class RequestPolicy {

    private static final int LEAST_MINUTES_WITHOUT_STOPPING = 20;
    private static final Set<DayOfWeek> BEGINNER_RUNS =
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY);

    private RequestPolicy() {}

    public static Optional<Refusal> refuse(PlanRequest request, AthleteFacts athlete) {
        if (!athlete.intakeAnswered()) {
            return refusal(
                    "S1", "", "The intake comes before a plan: answer all its questions, unknown is an answer", null);
        }
        if (!UsualYears.contain(request.start())) {
            return refusal(
                    "D15",
                    "/start",
                    "A plan starts on a Monday of the years " + UsualYears.FIRST + " to " + UsualYears.LAST,
                    null);
        }
        if (request.start().getDayOfWeek() != DayOfWeek.MONDAY) {
            LocalDate monday = request.start().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return refusal("D15", "/start", "A plan starts on a Monday", request.startingOn(monday));
        }
        boolean ownLength = request.kind() == PlanKind.RACE || request.kind() == PlanKind.BEGINNER_BASE;
        if (ownLength && request.options().weeks() != null) {
            return refusal(
                    "D51",
                    "/weeks",
                    "Weeks are asked of plans without a race; this one has its length from its day or its kind",
                    request.withOptions(request.options().withWeeks(null)));
        }
        return switch (request.kind()) {
            case RACE -> RaceRequestPolicy.refuse(request, athlete);
            case BEGINNER_BASE -> beginner(request, athlete);
            case BASE, MAINTAIN, WALK_RUN, PROGRESSION -> RacelessRequestPolicy.refuse(request, athlete);
        };
    }

    private static Optional<Refusal> beginner(PlanRequest request, AthleteFacts athlete) {
        Integer minutes = athlete.longestRunMinutes();
        if (minutes == null || minutes < LEAST_MINUTES_WITHOUT_STOPPING) {
            return refusal("S60", "/kind", cannotRunYet(minutes), request.withoutRace(PlanKind.WALK_RUN));
        }
        PlanRequest plain = PlanRequest.beginnerBase(request.start());
        if (request.goal() != null) {
            return refusal("D9", "/goal", "The beginner's base plan leads to no race", plain);
        }
        if (request.daysPerWeek() != null && request.daysPerWeek() != BEGINNER_RUNS.size()) {
            return refusal("D9", "/daysPerWeek", "The beginner's base plan runs on three days a week", plain);
        }
        if (request.longRunDay() != null && request.longRunDay() != DayOfWeek.SATURDAY) {
            return refusal("D9", "/longRunDay", "The beginner's base plan has its longest run on Saturday", plain);
        }
        if (request.noRunDays().stream().anyMatch(BEGINNER_RUNS::contains)) {
            return refusal(
                    "D9", "/noRunDays", "The beginner's base plan runs on Tuesday, Thursday and Saturday", plain);
        }
        if (request.qualityPerWeek() != null && request.qualityPerWeek() != 0) {
            return refusal("D13", "/qualityPerWeek", "Base has no quality sessions but the fitness test", plain);
        }
        if (request.focus() == Focus.SPEED) {
            return refusal("S35", "/focus", "New runners run longer before they run faster", plain);
        }
        return Optional.empty();
    }

    private static String cannotRunYet(@Nullable Integer minutes) {
        String known = minutes == null
                ? "the intake does not say how long this athlete runs without stopping"
                : "this athlete runs " + minutes + " minutes without stopping";
        return "The base plan is for who can run 20 minutes without stopping; " + known;
    }

    static Optional<Refusal> refusal(String rule, String pointer, String text, @Nullable PlanRequest mended) {
        return Optional.of(new Refusal(rule, pointer, text, mended));
    }
}
