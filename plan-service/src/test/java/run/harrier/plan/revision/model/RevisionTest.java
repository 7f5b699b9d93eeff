package run.harrier.plan.revision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import run.harrier.plan.calendar.model.AnySession;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.Zone;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.plan.revision.model.Revision.Signal.Source;
import run.harrier.plan.revision.model.SessionHistory.Revised;

/** Declines restore, and can be taken back (D19, U20). */
class RevisionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final PlannedSession PLANNED = session(DAY, SessionKind.INTERVAL, "VO2max");

    @Test
    void a_declined_softening_restores_the_workout_and_leaves_a_later_move() {
        var softened = change(1, PLANNED, Change.to(content("softened")));
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

    /**
     * Whatever rules and people did and declined, in any order: the session is what those that are not declined make of
     * the original, one after the other; nothing else of the past matters.
     */
    @Property
    void a_session_is_its_original_with_what_is_not_declined(@ForAll long seed) {
        var random = new Random(seed);
        var original = random.nextBoolean() ? PLANNED : session(DAY, SessionKind.EASY, "base");
        var history = new SessionHistory(AnySession.on(DAY, original, 1800), List.of());
        for (int i = 0; i < 12; i++) {
            history = random.nextInt(3) > 0 || history.revisions().isEmpty()
                    ? changed(history, random)
                    : declined(history, random.nextInt(history.revisions().size()), random.nextBoolean());
            assertThat(history.session().planned()).isEqualTo(expected(original, history.revisions()));
            assertThat(history.original()).isEqualTo(original);
        }
        var last = history.session().planned();
        var were = history.revisions().stream().map(Revision::declined).toList();
        assertThat(allRules(history, true, random).session().planned())
                .isEqualTo(new PlannedSession(
                        last.on(),
                        original.kind(),
                        original.quality(),
                        original.purpose(),
                        original.alternatives(),
                        original.steps()));
        var none = all(history, anyOrder(history, random), n -> true);
        assertThat(none.session().planned()).isEqualTo(original);
        assertThat(all(none, anyOrder(history, random), were::get).session().planned())
                .isEqualTo(last);
        var unchanged = expected(
                original,
                history.revisions().stream()
                        .map(revision -> revision.declined(null))
                        .toList());
        assertThat(all(none, anyOrder(history, random), n -> false).session().planned())
                .isEqualTo(unchanged);
    }

    /** D19: by nobody, and not by a decline. */
    @Property
    void nothing_changes_a_session_that_was_started(@ForAll long seed) {
        var random = new Random(seed);
        var history = changed(new SessionHistory(AnySession.on(DAY, PLANNED, 1800), List.of()), random);
        var started = new SessionHistory(
                history.session().matched(AnySession.anActivity().done()), history.revisions());
        assertThatIllegalStateException().isThrownBy(() -> changed(started, random));
        assertThatIllegalStateException().isThrownBy(() -> declined(started, 0, true));
    }

    /** Written down once more, from the words of D19 and S55. */
    private static PlannedSession expected(PlannedSession original, List<Revision> revisions) {
        var on = original.on();
        var kind = original.kind();
        var purpose = original.purpose();
        var seconds = 1800;
        for (var revision : revisions) {
            var signal = revision.signal();
            var hard = kind == SessionKind.INTERVAL;
            var load = signal != null && signal.source() == Source.ACWR;
            if (revision.declined()) {
                continue;
            }
            if (signal == null) {
                on = Objects.requireNonNull(revision.after().day());
            } else if (hard && (!load || signal.codes().contains("ACWR_HIGH"))) {
                kind = SessionKind.EASY;
                purpose = Objects.requireNonNull(revision.after().content()).purpose();
            } else if (!hard && load) {
                seconds = Math.max(60, 60 * (int) (0.75 * seconds / 60));
            }
        }
        return session(on, kind, purpose, seconds);
    }

    private static SessionHistory changed(SessionHistory history, Random random) {
        var n = history.revisions().size();
        var change = random.nextInt(3) == 0
                ? Change.to(DAY.plusDays(random.nextInt(20)))
                : Change.to(content("softened by " + n));
        var signal = change.content() == null
                ? null
                : new Signal(
                        random.nextBoolean() ? Source.READINESS : Source.ACWR,
                        DAY,
                        Set.of(random.nextBoolean() ? "ACWR_HIGH" : "ACWR_RAISED"));
        var revised = history.change(change, "any", NOW, new Revision.Reason("ANY", "any", "any"), signal);
        return with(history, revised);
    }

    private static SessionHistory declined(SessionHistory history, int index, boolean declines) {
        return with(history, history.decline(history.revisions().get(index), declines ? "ana" : null));
    }

    private static SessionHistory allRules(SessionHistory history, boolean declined, Random random) {
        return all(
                history,
                anyOrder(history, random).stream()
                        .filter(n -> history.revisions().get(n).signal() != null)
                        .toList(),
                n -> declined);
    }

    private static SessionHistory all(SessionHistory history, List<Integer> order, IntPredicate declined) {
        var now = history;
        for (int n : order) {
            now = declined(now, n, declined.test(n));
        }
        return now;
    }

    private static List<Integer> anyOrder(SessionHistory history, Random random) {
        var order = new ArrayList<>(
                IntStream.range(0, history.revisions().size()).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    /** As the database keeps it. */
    private static SessionHistory with(SessionHistory history, Revised revised) {
        var all = new ArrayList<>(history.revisions());
        all.removeIf(revision -> revision.n() == revised.revision().n());
        all.add(revised.revision());
        all.sort(Comparator.comparingInt(Revision::n));
        return new SessionHistory(revised.session(), all);
    }

    private static Revision change(int n, PlannedSession present, Change after) {
        var before = after.day() == null ? Change.to(SessionContent.of(present)) : Change.to(present.on());
        return new Revision(
                n, NOW, Revision.RULES, new Revision.Reason("ANY", "any", "any"), before, after, null, null);
    }

    private static SessionContent content(String purpose) {
        return SessionContent.of(session(DAY, SessionKind.EASY, purpose));
    }

    private static PlannedSession session(LocalDate on, SessionKind kind, String purpose) {
        return session(on, kind, purpose, 1800);
    }

    private static PlannedSession session(LocalDate on, SessionKind kind, String purpose, int seconds) {
        return new PlannedSession(
                on,
                kind,
                kind == SessionKind.INTERVAL,
                purpose,
                List.of(),
                List.of(Step.run(Extent.seconds(seconds), kind == SessionKind.INTERVAL ? Zone.INTERVAL : Zone.EASY)));
    }
}
