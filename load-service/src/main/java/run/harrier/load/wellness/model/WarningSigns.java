package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Reason.Code;

/**
 * How long a warning sign stands (D34): until two mornings in a row were entered without it, or athlete and coach have
 * called it over. A missing morning leaves it standing, and so does one of which only a device spoke and said nothing of the
 * sign; after 14 silent days it asks. Only the word that a professional has agreed ends a sign of heart or breath, said of a
 * later morning. No good morning does that, and no number of days ends any.
 */
final class WarningSigns {
    private static final int CLEAR_MORNINGS = 2;
    private static final int SILENT_DAYS = 14;

    private WarningSigns() {}

    private record Sign(LocalDate on, Reason reason) {
        /** Whether a morning without the sign says that it is gone. */
        boolean isGoneBy(Wellness entry) {
            return entry.byAthlete()
                    || switch (reason.code()) {
                        case STRANGE_HEART_RATE -> entry.restingHeartRateBpm().isPresent();
                        case ILLNESS -> entry.illness().isPresent();
                        default -> entry.pain().isPresent();
                    };
        }

        Reason standing(Code code, long silentDays) {
            var standing = ReadinessTexts.reason(
                    code, true, OptionalDouble.empty(), OptionalDouble.empty(), on, reason.text(), reason.coachText());
            return silentDays < SILENT_DAYS ? standing : ReadinessTexts.asking(standing, silentDays);
        }
    }

    /** The signs of earlier days that stand on this one: the last of heart or breath, and the last of the others. */
    static List<Reason> standing(LocalDate on, Collection<Wellness> entries, Collection<ClosedSign> closed) {
        long silent = entries.stream()
                .filter(Wellness::byAthlete)
                .map(Wellness::on)
                .filter(day -> !day.isAfter(on))
                .max(Comparator.naturalOrder())
                .map(last -> ChronoUnit.DAYS.between(last, on))
                .orElse(0L);
        return Stream.concat(
                        ofHeartOrBreath(on, entries).map(sign -> sign.standing(Code.SYMPTOMS_STAND, silent)).stream(),
                        other(on, entries)
                                .filter(sign -> closed.stream().noneMatch(word -> ends(word, sign, on)))
                                .map(sign -> sign.standing(Code.WARNING_STANDS, silent))
                                .stream())
                .toList();
    }

    private static boolean ends(ClosedSign word, Sign sign, LocalDate on) {
        return word.signOn().equals(sign.on()) && !word.closedOn().isAfter(on);
    }

    /** The last morning with a sign, other than of heart or breath, that stands on a day unless words end it; empty without one. */
    static Optional<LocalDate> standingSince(LocalDate on, Collection<Wellness> entries) {
        return other(on, entries).map(Sign::on);
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

    private static Optional<Sign> other(LocalDate on, Collection<Wellness> entries) {
        var days = new TreeMap<LocalDate, Wellness>();
        for (var entry : entries) {
            if (!entry.on().isAfter(on)) {
                days.put(entry.on(), entry);
            }
        }
        if (!mayWarn(days.values())) {
            return Optional.empty();
        }
        @Nullable Sign other = null;
        @Nullable LocalDate before = null;
        var clear = 0;
        for (var entry : days.tailMap(first(on, days.values())).values()) {
            if (before != null && !entry.on().equals(before.plusDays(1))) {
                clear = 0;
            }
            before = entry.on();
            @Nullable Sign fresh = null;
            for (var reason : new ReadinessSignals(entry.on(), days.values()).warningSigns()) {
                if (reason.warning() && reason.code() != Code.SYMPTOMS && fresh == null) {
                    fresh = new Sign(entry.on(), reason);
                }
            }
            if (fresh != null) {
                other = fresh;
                clear = 0;
            } else if (other != null) {
                clear = other.isGoneBy(entry) ? clear + 1 : 0;
                other = clear == CLEAR_MORNINGS ? null : other;
            }
        }
        return Optional.ofNullable(other).filter(sign -> sign.on().isBefore(on));
    }

    /** The first of the mornings that are looked at: nights that a device alone told of do not push a sign out of them. */
    private static LocalDate first(LocalDate on, Collection<Wellness> entries) {
        var any = newest(entries.stream());
        var byAthlete = newest(entries.stream().filter(Wellness::byAthlete));
        var bounded = byAthlete.isBefore(on.minusDays(Readiness.MOST_DEVICE_DAYS))
                ? on.minusDays(Readiness.MOST_DEVICE_DAYS)
                : byAthlete;
        return bounded.isBefore(any) ? bounded : any;
    }

    /** The day of the last of the newest 28. */
    private static LocalDate newest(Stream<Wellness> entries) {
        return entries.map(Wellness::on)
                .sorted(Comparator.reverseOrder())
                .limit(Readiness.STANDING_MORNINGS)
                .reduce((newer, older) -> older)
                .orElse(LocalDate.MAX);
    }

    /**
     * What every other warning sign needs on some day, at a glance: pain, an illness, or resting heart rates too high or as
     * far apart as a strange one is from the baseline. It spares most mornings the look at each day.
     */
    private static boolean mayWarn(Collection<Wellness> entries) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (var entry : entries) {
            if (!entry.painOrNone().isEmpty()
                    || entry.illness().orElse(Wellness.Illness.NONE) == Wellness.Illness.BELOW_NECK) {
                return true;
            }
            if (entry.restingHeartRateBpm().isPresent()) {
                lowest = Math.min(lowest, entry.restingHeartRateBpm().getAsInt());
                highest = Math.max(highest, entry.restingHeartRateBpm().getAsInt());
            }
        }
        return highest > ReadinessSignals.HIGHEST_RESTING_BPM || highest - lowest >= ReadinessSignals.STRANGE_BPM;
    }
}
