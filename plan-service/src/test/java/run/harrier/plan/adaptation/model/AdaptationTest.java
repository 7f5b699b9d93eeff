package run.harrier.plan.adaptation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.calendar.model.AnySession.MONDAY;
import static run.harrier.plan.calendar.model.AnySession.anActivity;
import static run.harrier.plan.calendar.model.AnySession.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.harrier.plan.calendar.model.AnySession;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PaceEstimate;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;

/** D19 and S55. */
class AdaptationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Reason NIGHTS = new Reason("ROUGH_NIGHTS", "Two rough nights in a row.", "Two rough nights.");
    private static final Reason PULSE = new Reason("RESTING_HEART_RATE", "5 above baseline.", "5 above baseline.");

    @Test
    void the_next_quality_session_of_today_or_tomorrow_becomes_easy() {
        var calendar = calendar(easy(0), hard(1), hard(3));
        var softened = readiness(calendar, NIGHTS);
        assertThat(softened).singleElement().satisfies(revised -> {
            assertThat(revised.session().id())
                    .isEqualTo(calendar.get(1).session().id());
            assertThat(revised.session().planned().kind()).isEqualTo(SessionKind.EASY);
            assertThat(revised.session().planned().quality()).isFalse();
            assertThat(revised.session().planned().steps())
                    .containsExactly(Step.run(Extent.seconds(55 * 60), Zone.EASY));
            assertThat(revised.revision().reason()).isEqualTo(NIGHTS);
            assertThat(revised.revision().by()).isEqualTo(Revision.RULES);
            assertThat(revised.revision().before().content().kind()).isEqualTo(SessionKind.INTERVAL);
        });
    }

    @Test
    void only_one_session_is_softened_and_the_day_after_tomorrow_is_not() {
        assertThat(readiness(calendar(hard(0), hard(1)), NIGHTS, PULSE))
                .singleElement()
                .satisfies(revised -> {
                    assertThat(revised.session().day()).isEqualTo(MONDAY);
                    assertThat(revised.revision().reason().text()).contains("rough nights", "above baseline");
                });
        assertThat(readiness(calendar(easy(0), hard(2)), NIGHTS)).isEmpty();
        assertThat(readiness(calendar(hard(0)))).isEmpty();
    }

    /** D34: with the verdict REST, or the text of S115. */
    @Test
    void quality_of_both_days_becomes_easy_where_more_than_one_signal_says_so() {
        assertThat(new Adaptation(MONDAY, MONDAY, NOW)
                        .toReadiness(List.of(PULSE), true, calendar(hard(0), hard(1), hard(2))))
                .extracting(revised -> revised.session().day())
                .containsExactly(MONDAY, MONDAY.plusDays(1));
    }

    /** D19. */
    @Test
    void exhaustion_gives_half_an_hour_or_rest() {
        assertThat(readiness(calendar(hard(0)), new Reason("EXHAUSTED", "You woke exhausted.", "Woke exhausted.")))
                .singleElement()
                .satisfies(revised -> {
                    assertThat(revised.session().planned().alternatives()).containsExactly(SessionKind.REST);
                    assertThat(revised.session().planned().steps())
                            .containsExactly(Step.run(Extent.minutes(30, 40), Zone.EASY));
                });
    }

    /** D34: easy, at most 45 minutes, and that goes for today's long run as well. */
    @Test
    void a_cold_gives_at_most_45_minutes() {
        var cold = new Reason("ILLNESS", "A cold: easy today, at most 45 minutes.", "A cold.");
        var calendar = calendar(
                on(0, session(SessionKind.LONG, 5400, Step.run(Extent.seconds(5400), Zone.EASY))), hard(1), easy(1));
        var revised = new Adaptation(MONDAY, MONDAY, NOW).toReadiness(List.of(cold), true, calendar);
        assertThat(revised).extracting(one -> one.session().day()).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(revised)
                .allSatisfy(one -> assertThat(one.session().planned().quality()).isFalse())
                .allSatisfy(one -> assertThat(one.session().planned().purpose()).contains("cold"));
        assertThat(revised.getFirst().session().planned().steps())
                .containsExactly(Step.run(Extent.seconds(2700), Zone.EASY));
    }

    /** D34: whatever of the morning was there before the cold, and however the run came onto the day. */
    @Test
    void a_cold_shortens_the_run_of_its_day_after_another_reason_has_changed_something_too() {
        var cold = new Reason("ILLNESS", "A cold: easy today, at most 45 minutes.", "A cold.");
        var first =
                calendar(on(0, session(SessionKind.LONG, 5400, Step.run(Extent.seconds(5400), Zone.EASY))), hard(1));
        var softened = after(first, readiness(first, NIGHTS));
        var shortened = readiness(softened, NIGHTS, cold);
        assertThat(shortened).singleElement().satisfies(revised -> {
            assertThat(revised.session().day()).isEqualTo(MONDAY);
            assertThat(revised.session().planned().steps()).containsExactly(Step.run(Extent.seconds(2700), Zone.EASY));
        });
        var both = after(softened, shortened);
        assertThat(readiness(both, NIGHTS, cold)).isEmpty();
        var declined = after(both, List.of(decline(both.getFirst(), "ana")));
        assertThat(readiness(declined, NIGHTS, cold)).isEmpty();
    }

    /** D21. */
    @Test
    void mood_and_stress_are_a_private_reason() {
        var reason = AdaptationTexts.of("PRIVATE", "A private reason.", "A private reason.");
        assertThat(reason.text()).isEqualTo("You said this morning that it is a hard time.");
        assertThat(reason.coachText()).isEqualTo("A private reason.");
    }

    @Test
    void what_is_done_or_a_race_is_not_touched() {
        var done = new SessionHistory(hard(0).matched(anActivity().done()), List.of());
        assertThat(new Adaptation(MONDAY, MONDAY, NOW).toReadiness(List.of(NIGHTS), false, List.of(done)))
                .isEmpty();
        var race = AnySession.on(MONDAY, session(SessionKind.RACE, 2400).planned(), 2400);
        assertThat(readiness(calendar(race), NIGHTS)).isEmpty();
        assertThat(new Adaptation(MONDAY, MONDAY.plusDays(1), NOW)
                        .toReadiness(List.of(NIGHTS), false, calendar(hard(0))))
                .isEmpty();
    }

    @Test
    void the_same_entry_told_again_softens_nothing_more() {
        var first = calendar(hard(0), hard(1));
        var calendar = after(first, readiness(first, NIGHTS));
        assertThat(readiness(calendar, NIGHTS)).isEmpty();
        assertThat(readiness(calendar, NIGHTS, PULSE)).isEmpty();
    }

    @Test
    void a_declined_reason_does_not_return_but_a_new_one_softens() {
        var first = calendar(hard(0));
        var softened = after(first, readiness(first, NIGHTS));
        var declined = after(softened, List.of(decline(softened.getFirst(), "ana")));
        assertThat(declined.getFirst().session().planned().quality()).isTrue();
        assertThat(readiness(declined, NIGHTS)).isEmpty();
        assertThat(readiness(declined)).isEmpty();
        assertThat(readiness(declined, NIGHTS, PULSE))
                .singleElement()
                .satisfies(revised -> assertThat(revised.revision().reason()).isEqualTo(PULSE));
    }

    @Test
    void a_reason_that_is_gone_from_the_entry_is_withdrawn_and_taken_back_when_it_returns() {
        var first = calendar(hard(0));
        var softened = after(first, readiness(first, NIGHTS));
        var withdrawn = readiness(softened);
        assertThat(withdrawn).singleElement().satisfies(revised -> {
            assertThat(revised.session().planned())
                    .isEqualTo(first.getFirst().session().planned());
            assertThat(revised.revision().declinedByRules()).isTrue();
            assertThat(revised.hardens()).isTrue();
        });
        var again = readiness(after(softened, withdrawn), NIGHTS);
        assertThat(again).singleElement().satisfies(revised -> {
            assertThat(revised.isNew()).isFalse();
            assertThat(revised.session().planned().quality()).isFalse();
        });
    }

    @Test
    void two_softenings_of_one_session_are_both_withdrawn_when_their_reasons_are_gone() {
        var first = calendar(hard(0));
        var softened = after(first, readiness(first, NIGHTS));
        var declined = after(softened, List.of(decline(softened.getFirst(), "ana")));
        var again = after(declined, readiness(declined, NIGHTS, PULSE));
        var both = after(
                again,
                List.of(again.getFirst().decline(again.getFirst().revisions().getFirst(), null)));
        assertThat(readiness(both))
                .extracting(revised -> revised.session().revision())
                .containsExactly(5, 6);
        assertThat(after(both, readiness(both)).getFirst().session().planned())
                .isEqualTo(first.getFirst().session().planned());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1.0, 1.3})
    void a_ratio_up_to_1_3_changes_nothing(double ratio) {
        assertThat(load(calendar(easy(0), hard(1)), ratio)).isEmpty();
    }

    @Test
    void above_1_3_the_rest_of_the_week_is_trimmed_by_a_quarter_and_quality_stays() {
        var trimmed = load(
                calendar(
                        easy(0),
                        hard(1),
                        easy(2),
                        AnySession.on(
                                MONDAY, session(SessionKind.STRENGTH, 1800).planned(), 1800)),
                1.31);
        assertThat(trimmed).hasSize(2).allSatisfy(revised -> {
            assertThat(revised.revision().reason().code()).isEqualTo("ACWR_RAISED");
            assertThat(revised.revision().reason().text()).contains("1.31");
            assertThat(revised.session().planned().kind()).isEqualTo(SessionKind.EASY);
            assertThat(revised.session().planned().steps())
                    .containsExactly(Step.run(Extent.seconds(33 * 60), Zone.EASY));
        });
    }

    @Test
    void above_1_5_quality_becomes_easy_too() {
        var calendar = calendar(easy(0), hard(1));
        var trimmed = load(calendar, 1.51);
        assertThat(trimmed)
                .extracting(revised -> revised.revision().reason().code())
                .containsExactly("ACWR_RAISED", "ACWR_HIGH");
        assertThat(trimmed.getLast().session().planned().quality()).isFalse();
        var corrected = load(after(calendar, trimmed), 1.45);
        assertThat(corrected).singleElement().satisfies(revised -> {
            assertThat(revised.revision().reason().code()).isEqualTo("ACWR_HIGH");
            assertThat(revised.revision().declinedByRules()).isTrue();
        });
    }

    @Test
    void a_session_is_trimmed_once_a_week_and_not_after_it_was_declined() {
        var calendar = calendar(easy(2));
        var trimmed = after(calendar, load(calendar, 1.4));
        assertThat(load(trimmed, 1.45)).isEmpty();
        var tuesday = new Adaptation(MONDAY.plusDays(1), MONDAY.plusDays(1), NOW);
        assertThat(tuesday.toLoad(Optional.of(1.4), trimmed)).isEmpty();
        assertThat(tuesday.toLoad(Optional.of(1.0), trimmed)).isEmpty();
        var declined = after(trimmed, List.of(decline(trimmed.getFirst(), "coach")));
        assertThat(load(declined, 1.4)).isEmpty();
        assertThat(tuesday.toLoad(Optional.of(1.6), declined)).isEmpty();
    }

    @Test
    void a_ratio_that_an_edit_of_the_day_brings_down_gives_the_week_back() {
        var calendar = calendar(easy(1), hard(2));
        var trimmed = after(calendar, load(calendar, 1.6));
        var restored = after(trimmed, load(trimmed, 1.1));
        assertThat(restored)
                .extracting(history -> history.session().planned())
                .isEqualTo(calendar.stream()
                        .map(history -> history.session().planned())
                        .toList());
        assertThat(after(restored, load(restored, 1.6)))
                .extracting(history -> history.session().planned())
                .isEqualTo(trimmed.stream()
                        .map(history -> history.session().planned())
                        .toList());
    }

    /**
     * Whatever comes: no signal makes a session longer or harder than it was planned, nothing changes one that was
     * started, twice is once.
     */
    @Property
    void no_signal_ever_raises_the_load_or_changes_what_was_started_and_twice_is_once(@ForAll long seed) {
        var random = new Random(seed);
        var original = calendar(Stream.iterate(0, day -> day + 1)
                .limit(7)
                .map(day -> random.nextInt(3) == 0 ? hard(day) : easy(day))
                .toArray(CalendarSession[]::new));
        var calendar = original;
        var started = new HashMap<UUID, PlannedSession>();
        for (int i = 0; i < 20; i++) {
            var on = MONDAY.plusDays(random.nextInt(4));
            var adaptation = new Adaptation(on, MONDAY.plusDays(random.nextInt(3)), NOW);
            var ratio = Optional.of(random.nextDouble(0.5, 2));
            var reasons = Stream.of(NIGHTS, PULSE)
                    .filter(reason -> random.nextBoolean())
                    .toList();
            var byLoad = random.nextBoolean();
            calendar = adapt(calendar, adaptation, byLoad, ratio, reasons);
            assertThat(adapt(calendar, adaptation, byLoad, ratio, reasons)).isEqualTo(calendar);
            for (int day = 0; day < 7; day++) {
                var before = original.get(day).session();
                var now = calendar.get(day).session();
                assertThat(seconds(now)).isLessThanOrEqualTo(Math.max(20 * 60, seconds(before)));
                assertThat(now.planned().quality() && !before.planned().quality())
                        .isFalse();
                assertThat(now.planned()).isEqualTo(started.getOrDefault(now.id(), now.planned()));
            }
            if (random.nextInt(5) == 0) {
                calendar = start(calendar, random.nextInt(7), started);
            }
        }
    }

    private static List<SessionHistory> start(
            List<SessionHistory> calendar, int day, Map<UUID, PlannedSession> started) {
        var all = new ArrayList<>(calendar);
        var history = all.get(day);
        var session = history.session();
        all.set(day, new SessionHistory(session.matched(anActivity().done(session.day())), history.revisions()));
        started.putIfAbsent(session.id(), session.planned());
        return all;
    }

    private static List<SessionHistory> adapt(
            List<SessionHistory> calendar,
            Adaptation adaptation,
            boolean byLoad,
            Optional<Double> ratio,
            List<Reason> reasons) {
        return after(
                calendar,
                byLoad ? adaptation.toLoad(ratio, calendar) : adaptation.toReadiness(reasons, false, calendar));
    }

    private static double seconds(CalendarSession session) {
        return new PaceEstimate(AnySession.PACES)
                .durationSeconds(session.planned().steps());
    }

    private static List<Revised> readiness(List<SessionHistory> calendar, Reason... reasons) {
        return new Adaptation(MONDAY, MONDAY, NOW).toReadiness(List.of(reasons), false, calendar);
    }

    private static List<Revised> load(List<SessionHistory> calendar, double ratio) {
        return new Adaptation(MONDAY, MONDAY, NOW).toLoad(Optional.of(ratio), calendar);
    }

    private static Revised decline(SessionHistory history, String who) {
        return history.decline(history.revisions().getLast(), who);
    }

    private static List<SessionHistory> calendar(CalendarSession... sessions) {
        return Stream.of(sessions)
                .map(session -> new SessionHistory(session, List.of()))
                .toList();
    }

    /** With the last change of each session. */
    private static List<SessionHistory> after(List<SessionHistory> calendar, List<Revised> changes) {
        return calendar.stream()
                .map(history -> changes.stream()
                        .filter(change ->
                                change.session().id().equals(history.session().id()))
                        .reduce(history, (before, change) -> change.history(), (one, other) -> other))
                .toList();
    }

    private static CalendarSession easy(int day) {
        return on(day, session(SessionKind.EASY, 2700, Step.run(Extent.seconds(2700), Zone.EASY)));
    }

    private static CalendarSession hard(int day) {
        return on(
                day,
                session(
                        SessionKind.INTERVAL,
                        3300,
                        Step.run(Extent.seconds(2100), Zone.EASY),
                        Step.run(Extent.seconds(1200), Zone.INTERVAL)));
    }

    private static CalendarSession on(int day, CalendarSession session) {
        LocalDate on = MONDAY.plusDays(day);
        return AnySession.on(on, session.planned(), session.plannedSeconds());
    }
}
