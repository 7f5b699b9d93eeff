package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import run.harrier.plan.athlete.model.Fitness.HeartRate;
import run.harrier.plan.athlete.model.Fitness.InForce;
import run.harrier.plan.calendar.model.PlannedLoad;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.testkit.load.PlannedSeason;

/**
 * The days of who does exactly what a plan says, told to the load-service's own test (D40): by heart rate, and by effort
 * alone. With {@code -Dharrier.named.write=true} the file is written anew.
 */
class PlannedSeasonsTest {
    private static final Path FILE =
            Path.of("../testkit/src/main/resources/run/harrier/testkit/load/" + PlannedSeason.FILE);
    private static final int RECORD_DAYS = 28;

    private static final List<OrdinaryRequest> PLANS = List.of(
            new OrdinaryRequest(Level.BEGINNER, 10_000, 30, 4, 14, 1.42, null, false),
            new OrdinaryRequest(Level.BEGINNER, 42_195, 40, 5, 20, 1.38, null, false),
            new OrdinaryRequest(Level.INTERMEDIATE, 5_000, 40, 5, 12, 1.17, null, false),
            new OrdinaryRequest(Level.INTERMEDIATE, 21_097.5, 50, 5, 14, 1.12, null, false),
            new OrdinaryRequest(Level.EXPERIENCED, 10_000, 80, 7, 16, 0.9, null, false),
            new OrdinaryRequest(Level.EXPERIENCED, 42_195, 85, 6, 18, 0.92, null, false));

    @Test
    void the_seasons_of_the_load_service_are_those_of_the_plans() throws IOException {
        var seasons = new ArrayList<PlannedSeason>();
        for (var ordinary : PLANS) {
            var paces = ordinary.athlete().paces().orElseThrow();
            var heart = new HeartRate(AnyPlan.MONDAY, 190, 52, 171);
            seasons.add(season(ordinary, "by heart rate", new InForce(paces, heart)));
            seasons.add(season(ordinary, "by effort", InForce.NOTHING));
        }
        var json = seasons.stream().map(PlannedSeasonsTest::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        if (Boolean.getBoolean("harrier.named.write")) {
            Files.writeString(FILE, json, StandardCharsets.UTF_8);
        }
        assertThat(PlannedSeason.all()).isEqualTo(seasons);
    }

    private static PlannedSeason season(OrdinaryRequest ordinary, String by, InForce fitness) {
        var plan = AnyPlan.planned(ordinary.request(), ordinary.athlete());
        int days = RECORD_DAYS + 7 * plan.weeks().size();
        var running = new double[days];
        var other = new double[days];
        record(ordinary, plan, fitness, running);
        for (var week : plan.weeks()) {
            for (var session : week.sessions()) {
                int day = RECORD_DAYS + (int) ChronoUnit.DAYS.between(plan.start(), session.on());
                var loads = session.running() ? running : other;
                loads[day] += PlannedLoad.of(session, fitness, null).value();
            }
        }
        return new PlannedSeason(ordinary.name() + " " + by, RECORD_DAYS, rounded(running), rounded(other), 7);
    }

    /** Four weeks of the starting volume, easy, on the days of the plan's first week and shared as there. */
    private static void record(OrdinaryRequest ordinary, GeneratedPlan plan, InForce fitness, double[] running) {
        var first = plan.weeks().getFirst();
        double share = ordinary.weeklyKm() * ordinary.estimate().easySecondsPerKm() / first.durationSeconds();
        for (var session : first.sessions()) {
            if (session.running()) {
                var easy = easy(session.on(), share * ordinary.estimate().durationSeconds(session.steps()));
                for (int week = 0; week < RECORD_DAYS / 7; week++) {
                    running[7 * week + session.on().getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()] +=
                            PlannedLoad.of(easy, fitness, null).value();
                }
            }
        }
    }

    private static PlannedSession easy(LocalDate on, double seconds) {
        var step = new Step.Stretch(StepKind.RUN, Extent.seconds((int) seconds), Target.zone(Zone.EASY), Rpe.BASE_EASY);
        return new PlannedSession(on, SessionKind.EASY, false, "Easy.", List.of(), List.of(step));
    }

    private static List<Double> rounded(double[] loads) {
        var list = new ArrayList<Double>();
        for (double load : loads) {
            list.add(Math.round(10 * load) / 10.0);
        }
        return Collections.unmodifiableList(list);
    }

    private static String line(PlannedSeason season) {
        try {
            return new ObjectMapper().writeValueAsString(season);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
