package run.harrier.plan.generation.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S24, D13, U4. */
class RunningDaysTest {

    @Test
    void five_days_without_friday_leave_monday_after_the_long_run_free() {
        RunningDays pattern = RunningDays.choose(RunningDays.allBut(Set.of(DayOfWeek.FRIDAY)), 5, DayOfWeek.SUNDAY, 2);

        assertThat(pattern.days())
                .isEqualTo(RunningDays.bits(EnumSet.of(
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SUNDAY)));
    }

    @Test
    void quality_days_are_never_next_to_each_other_around_the_week() {
        for (int available = 0; available < 128; available++) {
            for (DayOfWeek longRun : DayOfWeek.values()) {
                if ((available & RunningDays.bit(longRun)) != 0 && Integer.bitCount(available) >= 3) {
                    RunningDays pattern = RunningDays.choose(available, 3, longRun, 3);
                    int quality = pattern.qualityDays(3, available);
                    int withLongRun = pattern.qualityDaysWithLongRun(3, available);

                    assertThat(quality & RunningDays.after(quality)).isZero();
                    assertThat(withLongRun & RunningDays.after(withLongRun)).isZero();
                    assertThat(quality).isNotZero().isEqualTo(quality & pattern.days() & ~RunningDays.bit(longRun));
                }
            }
        }
    }

    @Test
    void the_test_is_on_the_last_day_but_the_long_run() {
        RunningDays pattern = new RunningDays(
                RunningDays.bits(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)),
                RunningDays.bit(DayOfWeek.SUNDAY));

        assertThat(pattern.testBit()).isEqualTo(RunningDays.bit(DayOfWeek.SATURDAY));
    }
}
