package run.harrier.plan.match.model;

import static org.assertj.core.api.Assertions.assertThat;
import static run.harrier.plan.calendar.model.AnySession.MONDAY;
import static run.harrier.plan.calendar.model.AnySession.anActivity;
import static run.harrier.plan.calendar.model.AnySession.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.CompletedActivity;
import run.harrier.plan.calendar.model.CompletedActivity.Sport;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Zone;

/** Which activity was which session. */
class MatchingTest {
    @Test
    void the_activity_of_the_day_is_the_session() {
        var easy = session(SessionKind.EASY, 2700);
        var run = anActivity().done();
        assertThat(Matching.of(List.of(easy), List.of(run))).isEqualTo(Map.of(easy.id(), run));
        assertThat(Matching.of(List.of(easy), List.of(anActivity().done(MONDAY.plusDays(1)))))
                .isEmpty();
    }

    @Test
    void the_sport_must_fit() {
        var run = session(SessionKind.EASY, 2700);
        var cross = session(SessionKind.CROSS_TRAINING, 2700);
        var strength = session(SessionKind.STRENGTH, 1800);
        var ride = anActivity().sport(Sport.RIDE).done();
        var lifting = anActivity().sport(Sport.STRENGTH).done();
        assertThat(Matching.of(List.of(run, cross, strength), List.of(ride, lifting)))
                .isEqualTo(Map.of(cross.id(), ride, strength.id(), lifting));
        assertThat(Matching.of(
                        List.of(session(SessionKind.REST, 0)),
                        List.of(anActivity().done())))
                .isEmpty();
    }

    /** S82. */
    @Test
    void an_easy_run_may_be_walked_but_a_run_is_rather_it() {
        var easy = session(SessionKind.EASY, 2700);
        var walk = anActivity().sport(Sport.HIKE).done();
        var run = anActivity().seconds(1500).done();
        assertThat(Matching.of(List.of(easy), List.of(walk))).isEqualTo(Map.of(easy.id(), walk));
        assertThat(Matching.of(List.of(easy), List.of(walk, run))).isEqualTo(Map.of(easy.id(), run));
    }

    @Test
    void of_two_runs_the_closer_in_duration_and_intensity_is_it() {
        var intervals = session(SessionKind.INTERVAL, 3600);
        var easy = session(SessionKind.EASY, 2700);
        var hardRun = anActivity()
                .seconds(2800)
                .zone(Zone.EASY, 1800)
                .zone(Zone.INTERVAL, 1000)
                .done();
        var easyRun = anActivity().seconds(3500).zone(Zone.EASY, 3500).done();
        assertThat(Matching.of(List.of(intervals, easy), List.of(easyRun, hardRun)))
                .isEqualTo(Map.of(intervals.id(), hardRun, easy.id(), easyRun));
        var warmUp = anActivity().seconds(600).done();
        assertThat(Matching.of(List.of(easy), List.of(warmUp, easyRun))).isEqualTo(Map.of(easy.id(), easyRun));
    }

    /** Whatever the order of arrival, and never one activity for two sessions. */
    @Property
    void the_order_changes_nothing_and_no_activity_counts_twice(@ForAll long seed) {
        var random = new Random(seed);
        var sessions = new ArrayList<CalendarSession>();
        var activities = new ArrayList<CompletedActivity>();
        for (int i = 0; i < random.nextInt(5); i++) {
            sessions.add(session(
                    SessionKind.values()[random.nextInt(SessionKind.values().length)], random.nextInt(2) * 1800));
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            activities.add(anActivity()
                    .sport(Sport.values()[random.nextInt(Sport.values().length)])
                    .seconds(600 * (1 + random.nextInt(3)))
                    .done());
        }
        var matched = Matching.of(sessions, activities);
        assertThat(matched.values()).doesNotHaveDuplicates();
        Collections.shuffle(sessions, random);
        Collections.shuffle(activities, random);
        assertThat(Matching.of(sessions, activities)).isEqualTo(matched);
    }
}
