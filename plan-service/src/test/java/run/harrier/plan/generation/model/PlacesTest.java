package run.harrier.plan.generation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.prescription.model.SessionKind;

/** D42, S89. */
class PlacesTest {

    @Test
    void strength_days_are_counted_in_their_week_and_weeks_in_their_phase() {
        var plan = AnyPlan.planned(AnyPlan.twelveWeeksToTenK(), AnyPlan.anyAthlete());
        var places = Places.of(plan).iterator();
        var strengthDays = new HashMap<Integer, Set<Integer>>();
        for (var week : plan.weeks()) {
            for (var session : week.sessions()) {
                var place = places.next();
                assertThat(place.week()).isEqualTo(week.number());
                assertThat(place.phase().name()).isEqualTo(week.phase().name());
                assertThat(place.lighter()).isEqualTo(week.down() || week.phase() == Phase.TAPER);
                if (session.kind() == SessionKind.STRENGTH) {
                    strengthDays
                            .computeIfAbsent(week.number(), number -> new HashSet<>())
                            .add(place.strengthDay());
                }
            }
        }
        assertThat(places.hasNext()).isFalse();
        assertThat(strengthDays.get(1)).containsExactly(1, 2);
        assertThat(strengthDays.get(6)).containsExactly(1);
        assertThat(Places.of(plan).stream().filter(place -> place.week() == 5))
                .allMatch(place -> place.weekOfPhase() == 1);
    }
}
