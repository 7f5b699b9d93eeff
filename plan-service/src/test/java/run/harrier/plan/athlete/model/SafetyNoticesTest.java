package run.harrier.plan.athlete.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import run.harrier.plan.athlete.model.SafetyNotices.Morning;

/** D34. */
class SafetyNoticesTest {
    private static final int NOTHING = 0;
    private static final int NOTICE = 2;
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Test
    void a_notice_takes_running_of_today_and_tomorrow_and_stands_over_days_that_tell_nothing() {
        var notices = SafetyNotices.of(List.of(new Morning(MONDAY, true, false, false)));
        for (int today = 0; today < 20; today++) {
            assertThat(rest(notices, today, today)).isTrue();
            assertThat(rest(notices, today + 1, today)).isTrue();
            assertThat(rest(notices, today + 2, today)).isFalse();
        }
        assertThat(rest(notices, -1, -1)).isFalse();
    }

    @Test
    void quality_is_back_three_days_after_its_end() {
        var notices = SafetyNotices.of(
                List.of(new Morning(MONDAY.plusDays(2), false, false, false), new Morning(MONDAY, true, false, false)));
        assertThat(rest(notices, 1, 5)).isTrue();
        assertThat(rest(notices, 2, 2)).isFalse();
        assertThat(notices.easyOn(MONDAY.plusDays(4), MONDAY.plusDays(2))).isTrue();
        assertThat(notices.easyOn(MONDAY.plusDays(5), MONDAY.plusDays(2))).isFalse();
        assertThat(notices.qualityFrom(MONDAY, MONDAY.plusDays(2))).isEqualTo(MONDAY.plusDays(5));
    }

    @Test
    void a_new_plan_has_no_quality_in_its_first_week_while_one_stands() {
        var notices = SafetyNotices.of(List.of(new Morning(MONDAY, true, false, false)));
        assertThat(notices.qualityFrom(MONDAY.plusDays(7), MONDAY)).isEqualTo(MONDAY.plusDays(14));
        assertThat(SafetyNotices.NONE.qualityFrom(MONDAY, MONDAY)).isEqualTo(MONDAY);
    }

    @Test
    void a_sign_of_heart_or_breath_is_told_apart_from_the_others_about_it() {
        var notices = SafetyNotices.of(List.of(
                new Morning(MONDAY, true, false, false),
                new Morning(MONDAY.plusDays(2), true, true, false),
                new Morning(MONDAY.plusDays(5), true, false, false),
                new Morning(MONDAY.plusDays(7), false, false, false)));
        assertThat(IntStream.range(0, 8)
                        .mapToObj(day -> notices.against(MONDAY.plusDays(day), MONDAY.plusDays(day))
                                .map(SafetyNotices.Span::heart)))
                .containsExactly(
                        Optional.of(false),
                        Optional.of(false),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(false),
                        Optional.empty());
    }

    /** Beside the spans, day by day: a day of which nothing was told is as the one before it. */
    @Property
    void running_is_off_while_a_notice_stands_and_nothing_is_hard_until_three_days_after(
            @ForAll @Size(max = 40) List<@IntRange(max = 2) Integer> told, @ForAll @IntRange(max = 50) int today) {
        var mornings = new ArrayList<Morning>();
        var stands = new TreeSet<Integer>();
        var standing = false;
        for (int day = 0; day <= today; day++) {
            int of = day < told.size() ? told.get(day) : NOTHING;
            if (of != NOTHING) {
                standing = of == NOTICE;
                mornings.add(new Morning(MONDAY.plusDays(day), standing, standing && day % 3 == 0, false));
            }
            if (standing) {
                stands.add(day);
            }
        }
        var notices = SafetyNotices.of(mornings);
        for (int day = 0; day <= today; day++) {
            assertThat(rest(notices, day, today)).isEqualTo(stands.contains(day));
        }
        assertThat(rest(notices, today + 1, today)).isEqualTo(stands.contains(today));
        for (int day = 0; day <= today + 10; day++) {
            assertThat(notices.easyOn(MONDAY.plusDays(day), MONDAY.plusDays(today)))
                    .isEqualTo(!stands.subSet(day - 3, day + 1).isEmpty());
        }
    }

    /** What a move may not do, a new plan does not either; a day without running has nothing hard. */
    @Property
    void the_guards_agree(
            @ForAll @Size(max = 12) List<Boolean> told,
            @ForAll @IntRange(max = 14) int today,
            @ForAll @IntRange(max = 30) int day,
            @ForAll @IntRange(max = 21) int start) {
        var notices = SafetyNotices.of(IntStream.range(0, told.size())
                .mapToObj(i -> new Morning(MONDAY.plusDays(i), told.get(i), false, false))
                .filter(one -> !one.on().isAfter(MONDAY.plusDays(today)))
                .toList());
        var asked = MONDAY.plusDays(day);
        var now = MONDAY.plusDays(today);
        if (notices.restOn(asked, now)) {
            assertThat(notices.easyOn(asked, now)).isTrue();
        }
        if (!asked.isBefore(now) && notices.easyOn(asked, now)) {
            assertThat(notices.qualityFrom(MONDAY.plusDays(start), now)).isAfter(asked);
        }
    }

    private static boolean rest(SafetyNotices notices, int day, int today) {
        return notices.restOn(MONDAY.plusDays(day), MONDAY.plusDays(today));
    }
}
