package run.harrier.plan.generation.start.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which weeks are down weeks (S54, D7) and which of them end with a fitness test (S56, D14). Every fourth week is
 * down; a third week instead where only that puts the first test 28 to 42 days after the last result.
 *
 * @param down numbers of weeks
 * @param tests a part of {@code down}
 */
record RecoveryWeeks(Set<Integer> down, Set<Integer> tests) {

    static final int SHORTEST_TEST_GAP_DAYS = 28;
    static final int LONGEST_TEST_GAP_DAYS = 42;

    static RecoveryWeeks of(LocalDate start, int weeks, DayOfWeek testDay, @Nullable LocalDate lastResult) {
        Set<Integer> down = downWeeks(start, weeks, testDay, lastResult);
        Set<Integer> tests = new TreeSet<>();
        LocalDate last = lastResult;
        for (int week : down) {
            LocalDate test = testOn(start, week, testDay);
            boolean early = last != null && ChronoUnit.DAYS.between(last, test) < SHORTEST_TEST_GAP_DAYS;
            if (!early) {
                tests.add(week);
                last = test;
            }
        }
        return new RecoveryWeeks(down, tests);
    }

    private static Set<Integer> downWeeks(
            LocalDate start, int weeks, DayOfWeek testDay, @Nullable LocalDate lastResult) {
        Set<Integer> down = new TreeSet<>();
        int week = 0;
        if (lastResult != null) {
            int shortBlocks = shortBlocks(start, weeks, testDay, lastResult);
            for (int i = 0; i < shortBlocks && week + 3 <= weeks; i++) {
                week += 3;
                down.add(week);
            }
        }
        for (week += 4; week <= weeks; week += 4) {
            down.add(week);
        }
        return down;
    }

    /** The fewest blocks of three weeks, put first, after which some down week has the test in time. */
    private static int shortBlocks(LocalDate start, int weeks, DayOfWeek testDay, LocalDate lastResult) {
        for (int blocks = 0; blocks <= 3; blocks++) {
            for (int week = 3 * blocks; week <= weeks; week += 4) {
                if (week > 0) {
                    long gap = ChronoUnit.DAYS.between(lastResult, testOn(start, week, testDay));
                    if (gap >= SHORTEST_TEST_GAP_DAYS && gap <= LONGEST_TEST_GAP_DAYS) {
                        return blocks;
                    }
                }
            }
        }
        return 0;
    }

    private static LocalDate testOn(LocalDate start, int week, DayOfWeek testDay) {
        return start.plusWeeks(week - 1L).with(testDay);
    }
}
