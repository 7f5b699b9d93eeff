package run.harrier.plan.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static run.harrier.plan.calendar.model.AnySession.MONDAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import run.harrier.plan.Calendars;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.athlete.model.Fitness;
import run.harrier.plan.athlete.model.SafetyNotices;
import run.harrier.plan.athlete.model.SafetyNotices.Morning;
import run.harrier.plan.calendar.model.AnySession;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.SessionContent;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.platform.problem.ProblemException;

/** D34, S116: nothing hard comes to a day that a notice guards, by a move, a decline or one taken back. */
class GuardedDaysTest {
    private static final Reason ANY = new Reason("ANY", "any", "any");

    @Property
    void no_hard_session_is_moved_to_a_guarded_day_and_an_easy_one_is(
            @ForAll @IntRange(max = 10) int sign,
            @ForAll @IntRange(max = 10) int length,
            @ForAll @IntRange(min = 10, max = 14) int today,
            @ForAll @IntRange(min = 10, max = 24) int to) {
        var notices = notices(sign, length);
        var guarded = notices.easyOn(day(to), day(today));
        if (to >= today) {
            assertThat(refused(
                            () -> locked(notices, hard(30)).requireMovable(new MoveSession(day(to), null), day(today))))
                    .isEqualTo(guarded);
            assertThat(refused(
                            () -> locked(notices, easy(30)).requireMovable(new MoveSession(day(to), null), day(today))))
                    .isFalse();
        }
    }

    @Property
    void no_hard_session_is_restored_to_a_guarded_day(
            @ForAll @IntRange(max = 10) int sign,
            @ForAll @IntRange(max = 10) int length,
            @ForAll @IntRange(min = 10, max = 14) int today,
            @ForAll @IntRange(min = 10, max = 24) int on,
            @ForAll boolean moved) {
        if (on < today) {
            return;
        }
        var notices = notices(sign, length);
        var history = new SessionHistory(hard(on), List.of());
        var change = moved ? Change.to(day(60)) : Change.to(SessionContent.of(easy(on).planned()));
        var revised = history.change(change, "ana", Instant.EPOCH, ANY, null);
        var locked = locked(notices, revised.history());
        assertThat(refused(() -> locked.decline(1, "ana", day(today)))).isEqualTo(notices.easyOn(day(on), day(today)));
    }

    private static boolean refused(Runnable act) {
        var problem = catchThrowableOfType(ProblemException.class, act::run);
        return problem != null && problem.problem().status() == 409;
    }

    private static SafetyNotices notices(int sign, int length) {
        return SafetyNotices.of(List.of(
                new Morning(day(sign), true, false, false), new Morning(day(sign + length + 1), false, false, false)));
    }

    private static LocalDate day(int number) {
        return MONDAY.plusDays(number);
    }

    private static CalendarSession hard(int day) {
        return session(Calendars.intervals(day(day)));
    }

    private static CalendarSession easy(int day) {
        return session(Calendars.easy(day(day)));
    }

    private static CalendarSession session(PlannedSession planned) {
        return AnySession.on(planned.on(), planned, 3600);
    }

    private static LockedSession locked(SafetyNotices notices, CalendarSession session) {
        return locked(notices, new SessionHistory(session, List.of()));
    }

    private static LockedSession locked(SafetyNotices notices, SessionHistory history) {
        var athlete = new AthleteSnapshot(
                null, ZoneId.of("UTC"), "BEGINNER", 0, true, false, null, List.of(), Fitness.UNKNOWN, notices);
        return new LockedSession(UUID.randomUUID(), athlete, history, null, Set.of());
    }
}
