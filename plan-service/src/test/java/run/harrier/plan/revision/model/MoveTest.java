package run.harrier.plan.revision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.revision.model.Move.CalendarEntry;

/** Which rule a move by hand breaks. */
class MoveTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Test
    void a_move_to_a_free_day_breaks_nothing() {
        assertThat(rules(easy(0), 2, easy(4))).isEmpty();
    }

    @Test
    void hard_days_side_by_side_break_S24_also_from_sunday_to_monday() {
        assertThat(rules(hard(0), 3, hard(2))).containsExactly("S24");
        assertThat(rules(hard(0), 2, hard(2))).containsExactly("S24", "U4");
        assertThat(rules(hard(10), 7, hard(6))).containsExactly("S24");
        assertThat(rules(hard(0), 4, hard(2))).isEmpty();
        assertThat(rules(easy(0), 3, hard(2))).isEmpty();
        assertThat(rules(hard(0), 5, entry(6, SessionKind.RACE, false))).containsExactly("S24");
    }

    @Test
    void a_run_on_a_day_kept_free_breaks_U4() {
        var friday = Set.of(DayOfWeek.FRIDAY);
        assertThat(rules(new Move(easy(0), MONDAY.plusDays(4), List.of(), friday)))
                .containsExactly("U4");
        var strength = entry(0, SessionKind.STRENGTH, false);
        assertThat(rules(new Move(strength, MONDAY.plusDays(4), List.of(), friday)))
                .isEmpty();
    }

    /** D15: race day overrides a no-run day. */
    @Test
    void a_race_may_be_on_a_day_kept_free_but_the_plan_does_not_move_along() {
        var race = entry(6, SessionKind.RACE, true);
        var friday = Set.of(DayOfWeek.FRIDAY);
        assertThat(rules(new Move(race, MONDAY.plusDays(4), List.of(), friday))).containsExactly("D15");
    }

    @Test
    void a_run_on_race_day_breaks_D15() {
        assertThat(rules(easy(0), 6, entry(6, SessionKind.RACE, true))).containsExactly("D15", "U4");
    }

    @Test
    void a_second_run_on_a_day_breaks_U4_and_strength_beside_a_run_does_not() {
        assertThat(rules(easy(0), 2, easy(2))).containsExactly("U4");
        assertThat(rules(easy(0), 2, entry(2, SessionKind.STRENGTH, false))).isEmpty();
    }

    @Test
    void one_hard_session_more_than_any_week_has_breaks_D13() {
        assertThat(rules(hard(1), 10, hard(8), hard(13))).containsExactly("D13", "S53");
        assertThat(rules(hard(1), 10, hard(3), hard(8), hard(13), hard(20), easy(5)))
                .containsExactly("D13");
        assertThat(rules(hard(1), 12, hard(3), hard(8))).isEmpty();
    }

    @Test
    void a_run_more_in_a_week_than_ten_percent_over_the_highest_earlier_breaks_S53() {
        var tenInTheFirstWeek = Stream.of(0, 2, 4).map(MoveTest::easy);
        var tenInTheSecond = Stream.of(7, 9, 11).map(MoveTest::easy);
        var others = Stream.concat(tenInTheFirstWeek, tenInTheSecond).toArray(CalendarEntry[]::new);
        assertThat(rules(easy(15), 13, others)).containsExactly("S53");
        assertThat(rules(easy(1), 5, others)).isEmpty();
        assertThat(rules(entry(15, SessionKind.STRENGTH, false), 13, others)).isEmpty();
    }

    @Test
    void the_last_day_without_a_run_filled_breaks_S39() {
        var six = Stream.of(0, 1, 2, 3, 4, 5).map(MoveTest::easy).toArray(CalendarEntry[]::new);
        assertThat(rules(easy(-1), 6, six)).contains("S39");
        var five = Stream.of(0, 1, 2, 3, 4).map(MoveTest::easy).toArray(CalendarEntry[]::new);
        assertThat(rules(easy(-1), 6, five)).doesNotContain("S39");
    }

    private static List<String> rules(CalendarEntry session, int to, CalendarEntry... others) {
        return rules(new Move(session, MONDAY.plusDays(to), List.of(others), Set.of()));
    }

    private static List<String> rules(Move move) {
        return move.warnings().stream().map(Move.Warning::rule).toList();
    }

    private static CalendarEntry easy(int day) {
        return entry(day, SessionKind.EASY, false);
    }

    private static CalendarEntry hard(int day) {
        return entry(day, SessionKind.INTERVAL, true);
    }

    private static CalendarEntry entry(int day, SessionKind kind, boolean quality) {
        return new CalendarEntry(UUID.randomUUID(), MONDAY.plusDays(day), kind, quality, 10_000);
    }
}
