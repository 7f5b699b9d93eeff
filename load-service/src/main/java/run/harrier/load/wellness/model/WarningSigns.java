package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Reason.Code;

/**
 * How long a warning sign stands (D34): until two mornings in a row were entered without it, or athlete and coach have
 * called it over. A missing morning leaves it standing, and so does one of which only a device spoke and said nothing of the
 * sign; after 14 silent days it asks. Only the word that a professional has agreed ends a sign of heart or breath, said of a
 * later morning. No good morning does that, and no number of days or mornings ends any.
 */
public final class WarningSigns {
    private static final int SILENT_DAYS = 14;

    private WarningSigns() {}

    /** What of a morning has a sign other than of heart or breath; each ends for itself. */
    public enum Kind {
        HEART_RATE,
        ILLNESS,
        PAIN;

        private static Kind of(Reason reason) {
            return switch (reason.code()) {
                case STRANGE_HEART_RATE -> HEART_RATE;
                case ILLNESS -> ILLNESS;
                default -> PAIN;
            };
        }

        /** Whether a morning without the sign says that it is gone. */
        private boolean isToldBy(Wellness entry) {
            return entry.byAthlete()
                    || switch (this) {
                        case HEART_RATE -> entry.restingHeartRateBpm().isPresent();
                        case ILLNESS -> entry.illness().isPresent();
                        case PAIN -> entry.pain().isPresent();
                    };
        }
    }

    private record Sign(LocalDate on, Reason reason) {
        Reason standing(Code code, LocalDate today, Collection<Wellness> entries) {
            var reported = ReadinessTexts.reason(
                            code,
                            true,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            on,
                            reason.text(),
                            reason.coachText())
                    .standingSince(on);
            long silent = ChronoUnit.DAYS.between(lastByAthlete(today, entries).orElse(on), today);
            return silent < SILENT_DAYS ? reported : ReadinessTexts.asking(reported, silent);
        }
    }

    /**
     * Of each morning that was entered from one day to another, both inclusive, what has a sign other than of heart or breath.
     *
     * @param entries those, and those of {@link Readiness#DAYS_BEFORE_MORNING} before them
     */
    public static SortedMap<LocalDate, Set<Kind>> ofEach(LocalDate from, LocalDate to, Collection<Wellness> entries) {
        var days = byDay(to, entries);
        var signs = new TreeMap<LocalDate, Set<Kind>>();
        for (var day : days.tailMap(from, true).keySet()) {
            signs.put(
                    day,
                    signs(day, days).map(Kind::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class))));
        }
        return signs;
    }

    /** The signs of earlier days that stand on this one: the last of heart or breath, and the last of each other kind. */
    static List<Reason> standing(LocalDate on, Mornings mornings) {
        var entries = mornings.entries();
        return Stream.concat(
                        ofHeartOrBreath(on, entries).stream()
                                .map(sign -> sign.standing(Code.SYMPTOMS_STAND, on, entries)),
                        others(on, mornings)
                                .filter(sign -> mornings.words().stream().noneMatch(word -> word.ends(sign.on(), on)))
                                .map(sign -> sign.standing(Code.WARNING_STANDS, on, entries)))
                .toList();
    }

    /** The mornings of the signs, other than of heart or breath, that stand on a day unless words have ended them. */
    static SortedSet<LocalDate> mayBeClosed(LocalDate on, Mornings mornings) {
        return others(on, mornings).map(Sign::on).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<LocalDate> lastByAthlete(LocalDate on, Collection<Wellness> entries) {
        return entries.stream()
                .filter(entry -> entry.byAthlete() && !entry.on().isAfter(on))
                .map(Wellness::on)
                .max(Comparator.naturalOrder());
    }

    private static Optional<Sign> ofHeartOrBreath(LocalDate on, Collection<Wellness> entries) {
        var agreed = entries.stream()
                .filter(entry -> entry.professionalAgreed() && !entry.on().isAfter(on))
                .map(Wellness::on)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        return entries.stream()
                .filter(entry -> entry.on().isBefore(on) && !entry.on().isBefore(agreed))
                .filter(entry -> !entry.signsOfHeartOrBreath().isEmpty())
                .max(Comparator.comparing(Wellness::on))
                .flatMap(entry -> new ReadinessSignals(entry.on(), List.of(entry))
                        .symptoms()
                        .map(reason -> new Sign(entry.on(), reason)));
    }

    private static Stream<Sign> others(LocalDate on, Mornings mornings) {
        var days = byDay(on, mornings.entries());
        return Arrays.stream(Kind.values())
                .flatMap(kind -> last(kind, days, mornings.signsFrom())
                        .filter(sign -> sign.on().isBefore(on)
                                && !isGone(kind, days.tailMap(sign.on(), false).values()))
                        .stream());
    }

    private static Optional<Sign> last(Kind kind, NavigableMap<LocalDate, Wellness> days, LocalDate from) {
        return days.tailMap(from, true).descendingKeySet().stream()
                .flatMap(day -> signs(day, days)
                        .filter(reason -> Kind.of(reason) == kind)
                        .map(reason -> new Sign(day, reason)))
                .findFirst();
    }

    /** Whether two mornings in a row tell that it is, of those after the last with the sign. */
    private static boolean isGone(Kind kind, Collection<Wellness> after) {
        @Nullable LocalDate before = null;
        for (var entry : after) {
            if (kind.isToldBy(entry)) {
                if (entry.on().minusDays(1).equals(before)) {
                    return true;
                }
                before = entry.on();
            }
        }
        return false;
    }

    private static Stream<Reason> signs(LocalDate day, NavigableMap<LocalDate, Wellness> days) {
        var bearing = days.subMap(day.minusDays(Readiness.DAYS_BEFORE_MORNING), true, day, true);
        return new ReadinessSignals(day, bearing.values())
                .warningSigns().stream().filter(reason -> reason.warning() && reason.code() != Code.SYMPTOMS);
    }

    private static NavigableMap<LocalDate, Wellness> byDay(LocalDate to, Collection<Wellness> entries) {
        var days = new TreeMap<LocalDate, Wellness>();
        for (var entry : entries) {
            if (!entry.on().isAfter(to)) {
                days.put(entry.on(), entry);
            }
        }
        return days;
    }
}
