package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;

/** Gives a week's sessions their dates and words, with strength (D42), rest (D43) and the race. */
final class Calendar {

    private static final int LAST_PLACE = 3;

    private Calendar() {}

    static List<PlannedSession> of(ResolvedRequest request, RaceFrame frame, WeekFrame week, List<Drafted> drafted) {
        var sessions = new ArrayList<PlannedSession>();
        var free = EnumSet.allOf(DayOfWeek.class);
        for (var draft : drafted) {
            free.remove(draft.day());
            sessions.add(new PlannedSession(
                    week.monday().with(draft.day()),
                    draft.kind(),
                    draft.quality(),
                    Purposes.of(draft, week, frame, request, drafted),
                    List.of(),
                    draft.steps()));
        }
        var raceDay = frame.phases().raceDay();
        boolean raceWeek = frame.raceWeek(week);
        if (raceWeek) {
            free.remove(raceDay.getDayOfWeek());
            sessions.add(Purposes.race(request, frame));
        }
        for (var day : strengthDays(request, week, drafted, raceWeek)) {
            free.remove(day);
            sessions.add(new PlannedSession(
                    week.monday().with(day),
                    SessionKind.STRENGTH,
                    false,
                    Purposes.strength(week),
                    List.of(),
                    List.of()));
        }
        for (var day : free) {
            if (!raceWeek || !week.monday().with(day).isAfter(raceDay)) {
                sessions.add(new PlannedSession(
                        week.monday().with(day),
                        SessionKind.REST,
                        false,
                        Purposes.rest(day, drafted, raceWeek, week.number()),
                        List.of(),
                        List.of()));
            }
        }
        sessions.sort(Comparator.comparing(PlannedSession::on).thenComparing(PlannedSession::kind));
        return sessions;
    }

    /** Twice a week in base, once afterwards, never on the day before a hard day or a long run (D42); a rest day is left. */
    private static List<DayOfWeek> strengthDays(
            ResolvedRequest request, WeekFrame week, List<Drafted> drafted, boolean raceWeek) {
        if (raceWeek || week.recovering() || !request.options().strength()) {
            return List.of();
        }
        var days = new ArrayList<DayOfWeek>();
        int count = week.base() ? 2 : 1;
        int resting = 0;
        for (var day : DayOfWeek.values()) {
            resting += Drafted.on(drafted, day) == null ? 1 : 0;
        }
        for (int place = 0; place <= LAST_PLACE; place++) {
            for (var day : DayOfWeek.values()) {
                var draft = Drafted.on(drafted, day);
                boolean rests = draft == null;
                boolean lastRestDay = rests && resting == 1;
                if (days.size() < count
                        && place(draft) == place
                        && !hard(day.plus(1), drafted)
                        && !lastRestDay
                        && !days.contains(day.minus(1))
                        && !days.contains(day.plus(1))) {
                    days.add(day);
                    resting -= rests ? 1 : 0;
                }
            }
        }
        return days;
    }

    private static boolean hard(DayOfWeek day, List<Drafted> drafted) {
        for (var draft : drafted) {
            if (draft.day() == day && (draft.quality() || draft.kind() == SessionKind.LONG)) {
                return true;
            }
        }
        return false;
    }

    /** After the run of a quality day, else on a day without a run, else with an easy run; last with the long run. */
    private static int place(@Nullable Drafted draft) {
        if (draft == null) {
            return 1;
        }
        boolean last = draft.kind() == SessionKind.LONG || draft.kind() == SessionKind.TEST;
        return last ? LAST_PLACE : draft.quality() ? 0 : 2;
    }
}
