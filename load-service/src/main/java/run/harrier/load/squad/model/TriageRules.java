package run.harrier.load.squad.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.contracts.model.EasyRun;
import run.harrier.load.diary.model.Diary;
import run.harrier.load.diary.model.RunIntensity;
import run.harrier.load.series.model.Acwr;
import run.harrier.load.series.model.Acwr.Band;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.squad.model.Finding.FindingCode;
import run.harrier.load.squad.model.Finding.Severity;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Readiness.Verdict;
import run.harrier.load.wellness.model.Reason;
import run.harrier.load.wellness.model.Wellness;

/** Finds what a coach should know of an athlete on a day; each rule decides by itself. */
public final class TriageRules {
    private static final int WEEK_DAYS = 7;
    private static final int EASY_RUNS = 2;
    private static final int SILENT_DAYS = 7;
    private static final int FELT_HARD_DAYS = 2;
    private static final int PAIN_DAYS = 28;
    private static final int PROGRESSION_WEEKS = 3;

    private TriageRules() {}

    /**
     * A run of the last two weeks.
     *
     * @param averageBpm empty without a heart rate
     * @param heartAboveEasySeconds how long the heart rate was too high for an easy run (D45); empty when not known
     */
    public record RecentRun(
            LocalDate on,
            RunIntensity intensity,
            double movingSeconds,
            OptionalInt rpe,
            OptionalDouble averageBpm,
            OptionalDouble heartAboveEasySeconds) {}

    /**
     * The runs of the last two weeks whose intensity is known.
     *
     * @param unknown how many others there were
     * @param progressions the days of the progression runs of three weeks, however often on a day
     */
    public record RecentRuns(List<RecentRun> runs, int unknown, List<LocalDate> progressions) {
        public RecentRuns {
            runs = List.copyOf(runs);
            progressions = List.copyOf(progressions);
        }

        double knownShare() {
            return runs.isEmpty() ? 0 : (double) runs.size() / (runs.size() + unknown);
        }
    }

    /** The worst first. */
    public static List<Finding> findings(
            LocalDate today,
            Optional<DayFigures> figures,
            Readiness readiness,
            RecentRuns lastTwoWeeks,
            Collection<Wellness> wellness,
            Optional<LocalDate> lastActivity) {
        var findings = new ArrayList<Finding>();
        figures.flatMap(day -> load(day, readiness)).ifPresent(findings::add);
        notReady(readiness, entered(today, wellness)).ifPresent(findings::add);
        figures.flatMap(TriageRules::monotonous).ifPresent(findings::add);
        easyTooHard(lastTwoWeeks).ifPresent(findings::add);
        lastTwoWeeks.runs().stream()
                .filter(run -> !run.on().isBefore(today.minusDays(FELT_HARD_DAYS)))
                .max(Comparator.comparing(RecentRun::on))
                .flatMap(TriageRules::feltHard)
                .ifPresent(findings::add);
        grey(lastTwoWeeks).ifPresent(findings::add);
        manyProgressions(today, lastTwoWeeks.progressions()).ifPresent(findings::add);
        findings.addAll(samePain(today, readiness, wellness));
        silent(today, lastActivity, wellness).ifPresent(findings::add);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /** S55: a raised ratio, which is overreaching when it is high or when the athlete is not ready. */
    static Optional<Finding> load(DayFigures day, Readiness readiness) {
        var notReady = readiness.verdict() == Verdict.EASE_OFF || readiness.verdict() == Verdict.REST;
        return day.band()
                .filter(band -> band == Band.RAISED || band == Band.HIGH)
                .map(band -> band == Band.HIGH || notReady ? FindingCode.OVERREACHING : FindingCode.LOAD_RAISED)
                .map(code -> new Finding(
                        code,
                        code == FindingCode.OVERREACHING ? Severity.WARN : Severity.WATCH,
                        TriageTexts.load(code, ratio(day)),
                        TriageTexts.loadForCoach(ratio(day), day.form(), notReady),
                        Finding.SURE));
    }

    private static double ratio(DayFigures day) {
        return day.acwr().map(Acwr::value).orElse(0.0);
    }

    /** U1: an athlete should ease off or rest; the texts are those of the reasons. A warning sign needs no week to be sure of. */
    static Optional<Finding> notReady(Readiness readiness, double confidence) {
        var severity = switch (readiness.verdict()) {
            case REST -> Optional.of(Severity.WARN);
            case EASE_OFF -> Optional.of(Severity.WATCH);
            case READY, UNKNOWN -> Optional.<Severity>empty();
        };
        return severity.map(how -> new Finding(
                FindingCode.NOT_READY,
                how,
                joined(readiness, reason -> reason.isPrivate() ? reason.coachText() : reason.text()),
                joined(readiness, Reason::coachText),
                readiness.warns() ? Finding.SURE : confidence));
    }

    private static String joined(Readiness readiness, Function<Reason, String> text) {
        return readiness.reasons().stream().map(text).distinct().collect(Collectors.joining(" "));
    }

    /** How many of the last seven mornings were entered (D49). */
    private static double entered(LocalDate today, Collection<Wellness> wellness) {
        var days = wellness.stream()
                .filter(entry -> !entry.on().isAfter(today) && entry.on().isAfter(today.minusDays(WEEK_DAYS)))
                .count();
        return (double) days / WEEK_DAYS;
    }

    /** Alike and much: a small week may be as even as it likes (D46). */
    static Optional<Finding> monotonous(DayFigures day) {
        return day.monotony()
                .filter(week ->
                        week.worthWatching() && day.weeks().load() > day.weeks().median())
                .map(week -> new Finding(
                        FindingCode.MONOTONOUS,
                        week.worthWarning() ? Severity.WARN : Severity.WATCH,
                        TriageTexts.monotonous(week),
                        TriageTexts.monotonousForCoach(week),
                        Finding.SURE));
    }

    /** S102: at least two runs were too hard for easy ones (D45). */
    static Optional<Finding> easyTooHard(RecentRuns recent) {
        var easy = recent.runs().stream()
                .filter(run -> !run.intensity().hard() || run.intensity().tooHardForEasy())
                .toList();
        var strained =
                easy.stream().filter(run -> run.intensity().tooHardForEasy()).count();
        return strained >= EASY_RUNS
                ? Optional.of(new Finding(
                        FindingCode.EASY_TOO_HARD,
                        Severity.WATCH,
                        TriageTexts.easyTooHard(strained, easy.size()),
                        TriageTexts.easyTooHardForCoach(strained, easy.size()),
                        recent.knownShare()))
                : Optional.empty();
    }

    /** S8: the run felt hard at an easy heart rate. */
    static Optional<Finding> feltHard(RecentRun run) {
        var felt = !run.intensity().hardSession()
                && run.rpe().isPresent()
                && run.heartAboveEasySeconds().isPresent()
                && EasyRun.feltHardAtEasyHeart(
                        run.rpe().getAsInt(), run.heartAboveEasySeconds().getAsDouble(), run.movingSeconds());
        return felt
                ? Optional.of(new Finding(
                        FindingCode.FELT_HARD,
                        Severity.WATCH,
                        TriageTexts.feltHard(run),
                        TriageTexts.feltHardForCoach(run),
                        Finding.SURE))
                : Optional.empty();
    }

    /** S22: much running was neither easy nor hard, and no plan had asked for it. */
    static Optional<Finding> grey(RecentRuns recent) {
        var diary = Diary.of(recent.runs().stream().map(RecentRun::intensity).toList());
        var percent = Math.round(100 * diary.unplannedModerateTimeShare().orElse(0));
        return diary.grey() && diary.runs() >= EASY_RUNS
                ? Optional.of(new Finding(
                        FindingCode.GREY_ZONE,
                        Severity.INFO,
                        TriageTexts.grey(percent),
                        TriageTexts.greyForCoach(percent),
                        recent.knownShare()))
                : Optional.empty();
    }

    /** S77: more than one progression run a week for three weeks. */
    static Optional<Finding> manyProgressions(LocalDate today, List<LocalDate> runs) {
        for (int week = 0; week < PROGRESSION_WEEKS; week++) {
            var last = today.minusDays((long) WEEK_DAYS * week);
            var count = runs.stream()
                    .filter(day -> !day.isAfter(last) && day.isAfter(last.minusDays(WEEK_DAYS)))
                    .count();
            if (count <= 1) {
                return Optional.empty();
            }
        }
        var count = runs.stream()
                .filter(day -> !day.isAfter(today) && day.isAfter(today.minusDays(WEEK_DAYS * PROGRESSION_WEEKS)))
                .count();
        return Optional.of(new Finding(
                FindingCode.MANY_PROGRESSIONS,
                Severity.WATCH,
                TriageTexts.manyProgressions(count),
                TriageTexts.manyProgressionsForCoach(count),
                Finding.SURE));
    }

    /** S105: pain in the same place on two days or more of the last 28, where the readiness does not name the place. */
    static List<Finding> samePain(LocalDate today, Readiness readiness, Collection<Wellness> wellness) {
        var days = new TreeMap<String, Set<LocalDate>>();
        wellness.stream()
                .filter(entry -> !entry.on().isAfter(today) && entry.on().isAfter(today.minusDays(PAIN_DAYS)))
                .forEach(entry -> entry.painOrNone().stream()
                        .filter(pain -> pain.level() > 0)
                        .forEach(pain -> days.computeIfAbsent(pain.place(), site -> new HashSet<>())
                                .add(entry.on())));
        return days.entrySet().stream()
                .filter(site -> site.getValue().size() >= 2
                        && readiness.reasons().stream().noneMatch(reason -> names(reason, site.getKey())))
                .map(site -> new Finding(
                        FindingCode.SAME_PAIN,
                        Severity.WATCH,
                        TriageTexts.samePain(site.getKey(), site.getValue().size()),
                        TriageTexts.samePainForCoach(
                                site.getKey(), site.getValue().size()),
                        Finding.SURE))
                .toList();
    }

    /** The place stands after a colon, and a comma or the full stop follows it. */
    private static boolean names(Reason reason, String site) {
        return reason.notice()
                && (reason.coachText().contains(": " + site + ",")
                        || reason.coachText().contains(": " + site + "."));
    }

    /** No activity and no morning that the athlete entered for a week, of one who has had one before. */
    static Optional<Finding> silent(LocalDate today, Optional<LocalDate> lastActivity, Collection<Wellness> wellness) {
        var mornings = wellness.stream().filter(Wellness::byAthlete).map(Wellness::on);
        return Stream.concat(lastActivity.stream(), mornings)
                .max(Comparator.naturalOrder())
                .map(last -> ChronoUnit.DAYS.between(last, today))
                .filter(days -> days >= SILENT_DAYS)
                .map(days -> new Finding(
                        FindingCode.SILENT,
                        Severity.WATCH,
                        TriageTexts.silent(days),
                        TriageTexts.silentForCoach(days),
                        Finding.SURE));
    }
}
