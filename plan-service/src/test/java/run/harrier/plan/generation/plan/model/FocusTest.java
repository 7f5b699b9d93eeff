package run.harrier.plan.generation.plan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.anyAthlete;
import static run.harrier.plan.generation.model.AnyPlan.planned;
import static run.harrier.plan.generation.model.AnyPlan.race;
import static run.harrier.plan.generation.model.AnyPlan.withFocus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.model.AnyPlan;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Target;

/** S29-S35, D6. */
class FocusTest {

    /** S32: 200s and 400s, 800s, the mile, 2K. */
    @Test
    void a_5k_speed_block_climbs_the_whole_ladder_where_there_is_room() {
        PlanRequest request =
                withFocus(race(5_000, 24), Focus.SPEED).withDaysPerWeek(5).withCurrentWeeklyDistance(50_000.0);
        Set<Double> rungs = new LinkedHashSet<>();
        for (TrainingWeek week : planned(request, anyAthlete()).weeks()) {
            if (week.phase() == Phase.EARLY_QUALITY || week.phase() == Phase.BUILD) {
                week.sessions().stream()
                        .filter(session -> session.kind() != SessionKind.TEST)
                        .forEach(session -> rungs.addAll(fiveKilometrePaceReps(session)));
            }
        }

        assertThat(rungs).hasSizeGreaterThanOrEqualTo(3).isSubsetOf(200.0, 400.0, 800.0, 1600.0, 2000.0);
        assertThat(List.copyOf(rungs)).isSorted().startsWith(200.0).endsWith(2000.0);
    }

    private static Set<Double> fiveKilometrePaceReps(PlannedSession session) {
        Set<Double> metres = new LinkedHashSet<>();
        for (var stretch : Step.unrolled(session.steps())) {
            if (stretch.target() instanceof Target.AtRacePace pace
                    && pace.raceDistanceMetres() == 5_000
                    && stretch.extent() instanceof Extent.Distance rep) {
                metres.add(rep.metres());
            }
        }
        return metres;
    }

    /** S33. */
    @Test
    void a_speed_block_is_smaller_than_the_same_block_for_distance() {
        double speed = buildMetres(withFocus(race(10_000, 16), Focus.SPEED));
        double distance = buildMetres(withFocus(race(10_000, 16), Focus.DISTANCE));

        assertThat(speed).isLessThan(0.95 * distance);
    }

    private static double buildMetres(PlanRequest request) {
        return planned(request, anyAthlete()).weeks().stream()
                .filter(week -> week.phase() == Phase.BUILD && !week.down())
                .mapToDouble(TrainingWeek::distanceMetres)
                .max()
                .orElseThrow();
    }

    /** S29. */
    @Test
    void four_days_for_distance_are_one_speed_session_and_three_easy_runs_with_a_long_one() {
        PlanRequest request = withFocus(race(21_097.5, 16), Focus.DISTANCE).withDaysPerWeek(4);

        assertThat(planned(request, anyAthlete()).weeks())
                .filteredOn(week -> week.phase() == Phase.BUILD)
                .allSatisfy(week -> {
                    assertThat(week.count(PlannedSession::running)).isEqualTo(4);
                    assertThat(week.sessions())
                            .filteredOn(PlannedSession::quality)
                            .hasSize(1);
                    assertThat(week.sessions())
                            .filteredOn(session -> session.kind() == SessionKind.LONG)
                            .hasSize(1);
                });
    }

    /** S30: 2 + 2 is the coach's request against D13, and certified as such. */
    @Test
    void two_and_two_on_four_days_is_the_coachs_override() {
        PlanRequest request =
                withFocus(race(5_000, 12), Focus.SPEED).withDaysPerWeek(4).withQualityPerWeek(2);

        GeneratedPlan plan = planned(request, anyAthlete());

        assertThat(plan.weeks())
                .anySatisfy(week -> assertThat(week.sessions())
                        .filteredOn(PlannedSession::quality)
                        .hasSize(2));
        assertThat(plan.certificate())
                .filteredOn(entry -> !entry.holds())
                .singleElement()
                .returns("S23", CertificateEntry::rule)
                .extracting(CertificateEntry::override)
                .asString()
                .contains("2 quality sessions");
    }

    /** S35. */
    @Test
    void a_beginner_runs_for_distance_unless_told_otherwise() {
        GeneratedPlan plan = planned(race(5_000, 12), AnyPlan.athlete(Level.BEGINNER));

        assertThat(plan.certificate()).extracting(CertificateEntry::rule).contains("S31", "S34");
    }

    /** D13: the long run is quality only with a marathon part. */
    @Test
    void a_long_run_is_quality_exactly_when_it_has_a_marathon_part() {
        PlanRequest request = race(42_195, 20).withDaysPerWeek(5).withCurrentWeeklyDistance(60_000.0);

        assertThat(planned(request, anyAthlete()).weeks())
                .flatExtracting(TrainingWeek::sessions)
                .filteredOn(session -> session.kind() == SessionKind.LONG)
                .anyMatch(PlannedSession::quality)
                .allMatch(session -> session.quality() == (session.steps().size() > 1));
    }
}
