package run.harrier.plan.adaptation.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Softening;
import run.harrier.plan.revision.model.Change;
import run.harrier.plan.revision.model.Revision;
import run.harrier.plan.revision.model.Revision.Reason;
import run.harrier.plan.revision.model.Revision.Signal;
import run.harrier.plan.revision.model.Revision.Signal.Source;
import run.harrier.plan.revision.model.SessionContent;
import run.harrier.plan.revision.model.SessionHistory;
import run.harrier.plan.revision.model.SessionHistory.Revised;
import run.harrier.plan.revision.model.Trim;

/**
 * What a signal changes in the days ahead. A signal of a day replaces the earlier one of that day: what it does not
 * say any more is withdrawn, what a person declined does not come back. No session that is done or whose day is over
 * is touched, and neither is a race.
 *
 * @param on the day of the signal
 * @param today the athlete's
 * @param now when it is decided
 */
public record Adaptation(LocalDate on, LocalDate today, Instant now) {
    private static final double RAISED = 1.3;
    private static final double HIGH = 1.5;

    /**
     * D19: the next quality session of that day or the day after becomes easy; with the verdict REST or the text of
     * S115 both do (D34).
     *
     * @param reasons those that soften
     * @param both whether every quality session of the two days becomes easy
     * @param sessions of these two days, and those that this signal has changed before
     */
    public List<Revised> toReadiness(List<Reason> reasons, boolean both, List<SessionHistory> sessions) {
        var codes = reasons.stream().map(Reason::code).collect(Collectors.toSet());
        var changes = changesBy(Source.READINESS, sessions);
        if (changes.stream().anyMatch(change -> !change.revision().declined())) {
            return codes.isEmpty() ? withdrawn(changes) : shortenedWithACold(reasons, sessions);
        }
        var again = changes.stream()
                .filter(change -> change.revision().declinedByRules()
                        && open(change.history().session()))
                .filter(change -> change.codes().stream().anyMatch(codes::contains))
                .findFirst();
        if (again.isPresent()) {
            return List.of(again.get().takenBack());
        }
        var declined = changes.stream()
                .filter(change -> !change.revision().declinedByRules())
                .flatMap(change -> change.codes().stream())
                .collect(Collectors.toSet());
        var fresh = reasons.stream()
                .filter(reason -> !declined.contains(reason.code()))
                .toList();
        return fresh.isEmpty() ? List.of() : softened(fresh, both, sessions);
    }

    /** D34: also what came onto the day, or was softened by something else, before the cold was entered. */
    private List<Revised> shortenedWithACold(List<Reason> reasons, List<SessionHistory> sessions) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(Softening.COLD))
                .flatMap(cold -> sessions.stream()
                        .filter(history -> open(history.session()))
                        .flatMap(history -> history.shortenedWithACold(on, now, cold).stream()))
                .toList();
    }

    private List<Revised> softened(List<Reason> reasons, boolean both, List<SessionHistory> sessions) {
        var codes = reasons.stream().map(Reason::code).collect(Collectors.toSet());
        return sessions.stream()
                .filter(history ->
                        open(history.session()) && !history.session().day().isAfter(on.plusDays(1)))
                .filter(history -> history.session().planned().quality()
                        || (codes.contains(Softening.COLD) && history.tooLongWithACold(on)))
                .sorted(Comparator.comparing(
                        (SessionHistory history) -> history.session().day()))
                .limit(both ? sessions.size() : 1)
                .map(history -> history.change(
                        eased(history.session(), history.session().plannedSeconds(), codes),
                        Revision.RULES,
                        now,
                        AdaptationTexts.joined(reasons),
                        new Signal(Source.READINESS, on, codes)))
                .toList();
    }

    private static Change eased(CalendarSession session, int seconds, Set<String> codes) {
        return Change.to(SessionContent.of(Softening.easy(session.planned(), seconds, codes)));
    }

    /**
     * S55: a ratio above 1.3 trims the rest of the week, one above 1.5 makes its quality easy too, and shorter where it
     * is easy already. Each session is trimmed once a week at most.
     *
     * @param ratio absent when there is none that may change a plan
     * @param sessions of the rest of the week, and those that this signal has changed before
     */
    public List<Revised> toLoad(Optional<Double> ratio, List<SessionHistory> sessions) {
        var value = ratio.orElse(0.0);
        var revised = new ArrayList<Revised>();
        for (var history : sessions) {
            var session = history.session();
            var changes = changesBy(Source.ACWR, List.of(history));
            var active = changes.stream()
                    .filter(change -> !change.revision().declined())
                    .toList();
            var code = code(history, value);
            if (code.isEmpty()) {
                revised.addAll(withdrawn(active));
            } else if (active.isEmpty() && open(session) && !changedThisWeek(history)) {
                revised.add(changes.stream()
                        .filter(change -> change.revision().declinedByRules())
                        .findFirst()
                        .map(BySignal::takenBack)
                        .orElseGet(() -> trimmed(history, code.get(), value)));
            }
        }
        return revised;
    }

    /** What the ratio asks of the session as it was planned; empty for nothing. */
    private static Optional<String> code(SessionHistory history, double ratio) {
        var planned = history.original();
        if (!planned.running() || planned.kind() == SessionKind.RACE) {
            return Optional.empty();
        }
        return planned.quality()
                ? Optional.of(Signal.ACWR_HIGH).filter(code -> ratio > HIGH)
                : Optional.of(Signal.ACWR_RAISED).filter(code -> ratio > RAISED);
    }

    private Revised trimmed(SessionHistory history, String code, double ratio) {
        var session = history.session();
        var hard = session.planned().quality();
        return history.change(
                hard
                        ? eased(session, (int) (Trim.SHARE * session.plannedSeconds()), Set.of())
                        : Change.to(Trim.of(session.planned())),
                Revision.RULES,
                now,
                AdaptationTexts.load(code, ratio, hard),
                new Signal(Source.ACWR, on, Set.of(code)));
    }

    /** By the load of another day of the week, whether it still has its effect or was declined by a person. */
    private boolean changedThisWeek(SessionHistory history) {
        var week = CalendarWeek.of(on);
        return history.revisions().stream().anyMatch(revision -> {
            var signal = revision.signal();
            return signal != null
                    && signal.source() == Source.ACWR
                    && !revision.declinedByRules()
                    && week.contains(signal.day());
        });
    }

    private boolean open(CalendarSession session) {
        return !session.done()
                && !session.day().isBefore(today)
                && session.planned().kind() != SessionKind.RACE;
    }

    /** A revision that this signal made, with its session. */
    private record BySignal(SessionHistory history, Revision revision) {
        Set<String> codes() {
            var signal = revision.signal();
            return signal == null ? Set.of() : signal.codes();
        }

        Revised takenBack() {
            return history.decline(revision, null);
        }
    }

    /** Of two changes of one session the second is withdrawn from what the first left. */
    private List<Revised> withdrawn(List<BySignal> changes) {
        var withdrawn = new ArrayList<Revised>();
        var latest = new HashMap<UUID, SessionHistory>();
        for (var change : changes) {
            var id = change.history().session().id();
            var history = latest.getOrDefault(id, change.history());
            if (!change.revision().declined() && open(history.session())) {
                var revised = history.decline(change.revision(), Revision.RULES);
                withdrawn.add(revised);
                latest.put(id, revised.history());
            }
        }
        return withdrawn;
    }

    private List<BySignal> changesBy(Source source, List<SessionHistory> sessions) {
        return sessions.stream()
                .flatMap(history -> history.revisions().stream()
                        .filter(revision -> isBySignal(source, revision))
                        .map(revision -> new BySignal(history, revision)))
                .toList();
    }

    private boolean isBySignal(Source source, Revision revision) {
        var signal = revision.signal();
        return signal != null && signal.source() == source && signal.day().equals(on);
    }
}
