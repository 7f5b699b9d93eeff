package run.harrier.plan.generation.start.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.generation.model.AnyPlan.MONDAY;
import static run.harrier.plan.generation.model.AnyPlan.beginnerWhoRunsMinutes;
import static run.harrier.plan.generation.model.AnyPlan.planned;
import static run.harrier.plan.generation.model.AnyPlan.refused;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.GeneratedPlan;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.plan.generation.request.model.PlanRequest;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;

class BeginnerBasePlanTest {

    private final GeneratedPlan plan = planned(PlanRequest.beginnerBase(MONDAY), beginnerWhoRunsMinutes(25));

    /** S61. */
    @Test
    void the_first_week_is_the_articles() {
        assertThat(week(1))
                .containsExactly(
                        "STRENGTH",
                        "EASY 20-30",
                        "STRENGTH",
                        "EASY 20-30",
                        "CROSS_TRAINING 45 or REST",
                        "EASY 40",
                        "REST");
        assertThat(plan.weeks().getFirst())
                .returns(80 * 60, TrainingWeek::durationSeconds)
                .returns(100 * 60, TrainingWeek::durationSecondsHighest);
    }

    /** S62. */
    @Test
    void the_second_week_is_the_articles() {
        assertThat(week(2))
                .containsExactly(
                        "STRENGTH",
                        "EASY 22-33",
                        "STRENGTH",
                        "EASY 22-33",
                        "CROSS_TRAINING 45 or REST",
                        "EASY 44",
                        "REST");
        assertThat(plan.weeks().get(1))
                .returns(88 * 60, TrainingWeek::durationSeconds)
                .returns(110 * 60, TrainingWeek::durationSecondsHighest);
    }

    private List<String> week(int number) {
        return plan.weeks().get(number - 1).sessions().stream()
                .map(BeginnerBasePlanTest::words)
                .toList();
    }

    private static String words(PlannedSession session) {
        StringBuilder words = new StringBuilder(session.kind().name());
        for (var stretch : Step.unrolled(session.steps())) {
            if (stretch.extent() instanceof Extent.Time time) {
                words.append(' ').append(time.seconds() / 60);
                words.append(time.isRange() ? "-" + time.highestSeconds() / 60 : "");
            }
        }
        session.alternatives().forEach(kind -> words.append(" or ").append(kind));
        return words.toString();
    }

    /** D9. */
    @Test
    void it_lasts_twelve_weeks_all_of_them_base() {
        assertThat(plan.weeks()).hasSize(12).allMatch(week -> week.phase() == Phase.BASE);
        assertThat(plan.taperFrom()).isNull();
        assertThat(plan.end()).isEqualTo(MONDAY.plusWeeks(12).minusDays(1));
    }

    /** D9, D7. */
    @Test
    void every_fourth_week_is_down_and_cross_training_stays_at_45_minutes() {
        assertThat(plan.weeks())
                .filteredOn(TrainingWeek::down)
                .extracting(TrainingWeek::number)
                .containsExactly(4, 8, 12);
        assertThat(plan.weeks())
                .allSatisfy(week -> assertThat(words(week.sessions().get(4))).isEqualTo("CROSS_TRAINING 45 or REST"));
    }

    /** D14, S57. */
    @Test
    void a_down_week_ends_with_a_mile() {
        assertThat(plan.weeks())
                .filteredOn(TrainingWeek::down)
                .allSatisfy(week -> assertThat(week.sessions().get(5).kind()).isEqualTo(SessionKind.TEST));
    }

    @Test
    void its_certificate_holds() {
        assertThat(plan.certificate())
                .extracting(CertificateEntry::rule)
                .contains("S60", "S61", "S62", "S63", "S53", "S54", "S56");
        assertThat(plan.certificate()).allMatch(CertificateEntry::holds);
    }

    /** S60. */
    @Test
    void it_asks_for_twenty_minutes_without_stopping() {
        assertThat(refused(PlanRequest.beginnerBase(MONDAY), beginnerWhoRunsMinutes(19))
                        .rule())
                .isEqualTo("S60");
        assertThat(refused(PlanRequest.beginnerBase(MONDAY), beginnerWhoRunsMinutes(null))
                        .rule())
                .isEqualTo("S60");
        assertThat(planned(PlanRequest.beginnerBase(MONDAY), beginnerWhoRunsMinutes(20))
                        .kind())
                .isEqualTo(PlanKind.BEGINNER_BASE);
    }
}
