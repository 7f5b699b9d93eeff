package run.harrier.plan.calendar.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import run.harrier.plan.calendar.model.Change.Workout;
import run.harrier.plan.session.model.Extent;
import run.harrier.plan.session.model.PlannedSession;
import run.harrier.plan.session.model.SessionKind;
import run.harrier.plan.session.model.Step;
import run.harrier.plan.session.model.Zone;

/** Declines restore, and can be taken back (D19, U20). */
class RevisionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final PlannedSession PLANNED = session(DAY, SessionKind.INTERVAL, "VO2max");

    @Test
    void a_declined_softening_restores_the_workout_and_leaves_a_later_move() {
        var softened = change(1, PLANNED, Change.to(workout("softened")));
        var moved = change(2, PLANNED, Change.to(DAY.plusDays(2)));
        assertThat(Revision.apply(PLANNED, List.of(softened, moved)))
                .isEqualTo(session(DAY.plusDays(2), SessionKind.EASY, "softened"));
        assertThat(Revision.apply(PLANNED, List.of(softened.declined("ana"), moved)))
                .isEqualTo(session(DAY.plusDays(2), SessionKind.INTERVAL, "VO2max"));
    }

    @Test
    void the_order_of_the_list_does_not_matter() {
        var first = change(1, PLANNED, Change.to(DAY.plusDays(1)));
        var second = change(2, session(DAY.plusDays(1), SessionKind.INTERVAL, "VO2max"), Change.to(DAY.plusDays(2)));
        assertThat(Revision.apply(PLANNED, List.of(second, first)).on()).isEqualTo(DAY.plusDays(2));
    }

    /** Whatever was done before: all declined is the session as generated, all taken back is it as last changed. */
    @Property
    void declining_everything_restores_the_original_and_taking_it_back_restores_the_last(@ForAll long seed) {
        var random = new Random(seed);
        var revisions = new ArrayList<Revision>();
        var now = PLANNED;
        var expected = PLANNED;
        for (int n = 1; n <= 1 + random.nextInt(8); n++) {
            var change =
                    random.nextBoolean() ? Change.to(DAY.plusDays(random.nextInt(20))) : Change.to(workout("w" + n));
            revisions.add(change(n, now, change));
            now = Revision.apply(now, revisions);
            expected = change.appliedTo(expected);
            assertThat(now).isEqualTo(expected);
            if (random.nextInt(4) == 0) {
                var i = random.nextInt(revisions.size());
                revisions.set(i, revisions.get(i).declined("ana"));
                var declined = Revision.apply(now, revisions);
                revisions.set(i, revisions.get(i).declined(null));
                assertThat(Revision.apply(declined, revisions)).isEqualTo(now);
            }
        }
        revisions.replaceAll(revision -> revision.declined("ana"));
        assertThat(Revision.apply(now, revisions)).isEqualTo(PLANNED);
        revisions.replaceAll(revision -> revision.declined(null));
        assertThat(Revision.apply(PLANNED, revisions)).isEqualTo(expected);
    }

    private static Revision change(int n, PlannedSession present, Change after) {
        var before = after.day() == null ? Change.to(Workout.of(present)) : Change.to(present.on());
        return new Revision(
                n,
                Instant.parse("2026-11-23T08:00:00Z"),
                Revision.RULES,
                new Revision.Reason("ANY", "any"),
                before,
                after,
                null,
                null);
    }

    private static Workout workout(String purpose) {
        return Workout.of(session(DAY, SessionKind.EASY, purpose));
    }

    private static PlannedSession session(LocalDate on, SessionKind kind, String purpose) {
        return new PlannedSession(
                on,
                kind,
                kind == SessionKind.INTERVAL,
                purpose,
                List.of(),
                List.of(Step.run(Extent.seconds(1800), kind == SessionKind.INTERVAL ? Zone.INTERVAL : Zone.EASY)));
    }
}
