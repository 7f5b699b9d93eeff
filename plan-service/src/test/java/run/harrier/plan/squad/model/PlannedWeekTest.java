package run.harrier.plan.squad.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import run.harrier.plan.calendar.model.Verdict;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.squad.model.PlannedWeek.WeekSession;

class PlannedWeekTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    /** A session of an hour on each of 21 days, the middle week being Monday's. */
    private static final List<WeekSession> HOURS = Stream.iterate(MONDAY.minusDays(7), day -> day.plusDays(1))
            .limit(21)
            .map(day -> session(day, SessionKind.EASY, Verdict.DONE))
            .toList();

    /** D12. */
    @Test
    void a_week_is_monday_to_sunday_and_due_is_what_lies_before_the_day() {
        assertThat(week(MONDAY, HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 0, List.of()));
        assertThat(week(MONDAY.plusDays(2), HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 2 * 3600, List.of()));
        assertThat(week(MONDAY.plusDays(6), HOURS)).isEqualTo(new PlannedWeek(7 * 3600, 6 * 3600, List.of()));
        assertThat(week(MONDAY, List.of())).isEqualTo(new PlannedWeek(0, 0, List.of()));
    }

    /** Minutes of strength are no running that is due (S104). */
    @Test
    void only_runs_count() {
        var sessions = List.of(
                session(MONDAY, SessionKind.STRENGTH, null),
                session(MONDAY, SessionKind.EASY, Verdict.DONE),
                session(MONDAY.plusDays(1), SessionKind.CROSS_TRAINING, null),
                session(MONDAY.plusDays(2), SessionKind.LONG, null));
        assertThat(week(MONDAY.plusDays(2), sessions)).isEqualTo(new PlannedWeek(2 * 3600, 3600, List.of()));
    }

    /** D20. */
    @Test
    void what_did_not_go_as_planned_is_told_up_to_the_day_and_what_was_not_done_before_it() {
        var sessions = List.of(
                session(MONDAY.plusDays(3), SessionKind.LONG, Verdict.HARDER),
                session(MONDAY.plusDays(2), SessionKind.TEMPO, Verdict.SHORTENED),
                session(MONDAY.plusDays(2), SessionKind.EASY, null),
                session(MONDAY.plusDays(1), SessionKind.EASY, Verdict.DONE),
                session(MONDAY, SessionKind.INTERVAL, null),
                session(MONDAY, SessionKind.STRENGTH, null),
                session(MONDAY.minusDays(1), SessionKind.LONG, null),
                session(MONDAY.minusDays(2), SessionKind.TEMPO, null));
        assertThat(verdicts(MONDAY.plusDays(3), MONDAY.plusDays(3), sessions))
                .containsExactly("INTERVAL MISSED", "TEMPO SHORTENED", "EASY MISSED", "LONG HARDER");
        assertThat(verdicts(MONDAY.plusDays(2), MONDAY.plusDays(3), sessions))
                .containsExactly("INTERVAL MISSED", "TEMPO SHORTENED");
        assertThat(verdicts(MONDAY.plusDays(6), MONDAY, sessions)).containsExactly("TEMPO SHORTENED", "LONG HARDER");
        assertThat(verdicts(MONDAY, MONDAY, sessions)).containsExactly("LONG MISSED");
    }

    /** A plan made on Wednesday asked for nothing on Tuesday, and who may rest has missed nothing (S65). */
    @Test
    void nobody_missed_what_nobody_asked_for() {
        var tuesday = MONDAY.plusDays(1);
        var sessions = List.of(
                new WeekSession(tuesday, 3600, SessionKind.EASY, false, false, tuesday.plusDays(1), null),
                new WeekSession(tuesday, 3600, SessionKind.EASY, false, true, MONDAY, null));
        assertThat(verdicts(MONDAY.plusDays(4), MONDAY.plusDays(4), sessions)).isEmpty();
    }

    private static List<String> verdicts(LocalDate on, LocalDate today, List<WeekSession> sessions) {
        return PlannedWeek.of(on, today, sessions).offPlan().stream()
                .map(session -> session.kind() + " " + session.verdict())
                .toList();
    }

    private static PlannedWeek week(LocalDate day, List<WeekSession> sessions) {
        return PlannedWeek.of(day, day, sessions);
    }

    private static WeekSession session(LocalDate day, SessionKind kind, @Nullable Verdict verdict) {
        var hard = kind == SessionKind.INTERVAL || kind == SessionKind.TEMPO;
        return new WeekSession(day, 3600, kind, hard, false, MONDAY.minusDays(7), verdict);
    }
}
