package run.harrier.plan.generation.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** S24, D13, U4. */
class RunningDaysTest {

    @Test
    void five_days_without_friday_leave_monday_after_the_long_run_free() {
        var pattern = RunningDays.choose(Set.of(DayOfWeek.FRIDAY), 5, DayOfWeek.SUNDAY, 2);

        assertThat(pattern.days())
                .containsExactly(
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SUNDAY);
    }

    @Test
    void quality_days_are_never_next_to_each_other_around_the_week() {
        for (var noRunDays : allSetsOfDays()) {
            for (var longRun : DayOfWeek.values()) {
                if (!noRunDays.contains(longRun) && noRunDays.size() <= 4) {
                    var pattern = RunningDays.choose(noRunDays, 3, longRun, 3);
                    var quality = pattern.qualityDays(3, noRunDays);
                    var withLongRun = pattern.qualityDaysWithLongRun(3, noRunDays);

                    assertThat(quality).noneMatch(day -> quality.contains(day.plus(1)));
                    assertThat(withLongRun).noneMatch(day -> withLongRun.contains(day.plus(1)));
                    assertThat(quality).isNotEmpty().isSubsetOf(pattern.days()).doesNotContain(longRun);
                    assertThat(withLongRun).contains(longRun);
                }
            }
        }
    }

    private static Set<Set<DayOfWeek>> allSetsOfDays() {
        Set<Set<DayOfWeek>> sets = Set.of(Set.of());
        for (var day : DayOfWeek.values()) {
            sets = sets.stream().flatMap(set -> Stream.of(set, with(set, day))).collect(Collectors.toSet());
        }
        return sets;
    }

    private static Set<DayOfWeek> with(Set<DayOfWeek> days, DayOfWeek day) {
        return Stream.concat(days.stream(), Stream.of(day)).collect(Collectors.toSet());
    }

    /** S24: a hard Sunday before the week, a race on the Monday after it. */
    @Test
    void a_day_that_is_avoided_has_no_quality() {
        var pattern = new RunningDays(EnumSet.allOf(DayOfWeek.class), DayOfWeek.WEDNESDAY);

        assertThat(pattern.qualityDays(3, Set.of())).hasSize(3);
        assertThat(pattern.qualityDays(3, Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)))
                .doesNotContain(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertThat(pattern.qualityDaysWithLongRun(2, Set.of(DayOfWeek.WEDNESDAY)))
                .isEmpty();
    }

    @Test
    void the_test_is_on_the_last_day_that_is_two_days_from_the_long_run() {
        var pattern =
                new RunningDays(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), DayOfWeek.SUNDAY);

        assertThat(pattern.testDay()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void race_week_runs_on_its_first_days_before_the_race() {
        var pattern = new RunningDays(
                EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY),
                DayOfWeek.SATURDAY);

        assertThat(pattern.beforeRace(DayOfWeek.FRIDAY, 3).days())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(pattern.beforeRace(DayOfWeek.SUNDAY, 2).days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(pattern.beforeRace(DayOfWeek.MONDAY, 1).count()).isZero();
    }
}
