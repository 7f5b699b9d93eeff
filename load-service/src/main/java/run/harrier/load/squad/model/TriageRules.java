package run.harrier.load.squad.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.load.diary.model.Diary;
import run.harrier.load.diary.model.RunIntensity;
import run.harrier.load.series.model.Acwr;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.squad.model.Finding.FindingCode;
import run.harrier.load.squad.model.Finding.Severity;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.load.wellness.model.Readiness.Verdict;
import run.harrier.load.wellness.model.Reason;
import run.harrier.load.wellness.model.Wellness;

/** Finds what a coach should know of an athlete on a day; each rule decides by itself. */
public final class TriageRules {
    private static final double EASY_TOO_HARD_SHARE = 0.20;
    private static final int HARD_EFFORT = 5;
    private static final int EASY_RUNS = 2;
    private static final int SILENT_DAYS = 7;
    private static final int FELT_HARD_DAYS = 2;
    private static final int PAIN_DAYS = 28;
    private static final int FEWEST_RUNNING_DAYS = 6;
    private static final double RETURNING_SHARE = 0.6;

    private TriageRules() {}

    /**
     * A run of the last two weeks.
     *
     * @param averageBpm empty without a heart rate
     * @param easyCeilingBpm the easy ceiling of its day (D8); empty when not known
     */
    public record RecentRun(
            LocalDate on,
            RunIntensity intensity,
            OptionalInt rpe,
            OptionalDouble averageBpm,
            OptionalDouble easyCeilingBpm) {}

    /** The worst first. */
    public static List<Finding> findings(
            LocalDate today,
            Optional<DayFigures> figures,
            Readiness readiness,
            List<RecentRun> lastTwoWeeks,
            Collection<Wellness> wellness,
            Optional<LocalDate> lastActivity) {
        var findings = new ArrayList<Finding>();
        figures.flatMap(day -> load(day, readiness.verdict())).ifPresent(findings::add);
        notReady(readiness).ifPresent(findings::add);
        figures.flatMap(TriageRules::monotonous).ifPresent(findings::add);
        easyTooHard(lastTwoWeeks).ifPresent(findings::add);
        lastTwoWeeks.stream()
                .filter(run -> !run.on().isBefore(today.minusDays(FELT_HARD_DAYS)))
                .max(Comparator.comparing(RecentRun::on))
                .flatMap(TriageRules::feltHard)
                .ifPresent(findings::add);
        grey(lastTwoWeeks).ifPresent(findings::add);
        findings.addAll(samePain(today, wellness));
        silent(today, lastActivity, wellness).ifPresent(findings::add);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /**
     * S55, D3: a ratio above 1.3; overreaching above 1.5, or when the athlete is not ready. Never from a provisional ratio,
     * from few running days, or of who comes back to less than usual (D46).
     */
    static Optional<Finding> load(DayFigures day, Verdict verdict) {
        var weeks = day.weeks();
        var returns = day.form() > 0 && weeks.load() < RETURNING_SHARE * weeks.usual();
        return day.acwr()
                .filter(acwr -> !acwr.provisional() && acwr.value() > 1.3)
                .filter(acwr -> weeks.runningDays() >= FEWEST_RUNNING_DAYS && !returns)
                .map(acwr -> {
                    var notReady = verdict == Verdict.EASE_OFF || verdict == Verdict.REST;
                    var over = acwr.band() == Acwr.Band.HIGH || notReady;
                    var text = String.format(
                            Locale.ROOT,
                            "Load of the last week is %.2f times that of the last four (0.8 to 1.3 is usual), form %.0f%s.",
                            acwr.value(),
                            day.form(),
                            notReady ? ", and the athlete is not ready" : "");
                    return over
                            ? new Finding(FindingCode.OVERREACHING, Severity.WARN, text)
                            : new Finding(FindingCode.LOAD_RAISED, Severity.WATCH, text);
                });
    }

    /** U1: an athlete should ease off or rest; the text is that of the reasons. */
    static Optional<Finding> notReady(Readiness readiness) {
        var severity = switch (readiness.verdict()) {
            case REST -> Optional.of(Severity.WARN);
            case EASE_OFF -> Optional.of(Severity.WATCH);
            case READY, UNKNOWN -> Optional.<Severity>empty();
        };
        var reasons = readiness.reasons().stream().map(Reason::coachText).collect(Collectors.joining(" "));
        return severity.map(how -> new Finding(FindingCode.NOT_READY, how, reasons));
    }

    /** Alike and much: a small week may be as even as it likes (D46). */
    static Optional<Finding> monotonous(DayFigures day) {
        return day.monotony()
                .filter(week ->
                        week.worthWatching() && day.weeks().load() > day.weeks().median())
                .map(week -> new Finding(
                        FindingCode.MONOTONOUS,
                        week.worthWarning() ? Severity.WARN : Severity.WATCH,
                        String.format(
                                Locale.ROOT,
                                "The last seven days are too much alike: monotony %.1f (watch from 1.5), strain %.0f.",
                                week.value(),
                                week.strain())));
    }

    /** S102: at least two runs were not hard, but above easy for more than a fifth of their time or felt hard. */
    static Optional<Finding> easyTooHard(List<RecentRun> runs) {
        var easy = runs.stream().filter(run -> !run.intensity().hard()).toList();
        var strained = easy.stream()
                .filter(run -> aboveEasy(run.intensity()) > EASY_TOO_HARD_SHARE
                        || run.rpe().orElse(0) >= HARD_EFFORT)
                .count();
        return strained >= EASY_RUNS
                ? Optional.of(new Finding(
                        FindingCode.EASY_TOO_HARD,
                        Severity.WATCH,
                        strained + " of " + easy.size() + " easy runs of the last two weeks were too hard."))
                : Optional.empty();
    }

    private static double aboveEasy(RunIntensity run) {
        var above = run.unplannedModerateSeconds() + run.highSeconds();
        return run.seconds() <= 0 ? 0 : above / run.seconds();
    }

    /** S8: the run felt hard at an easy heart rate. */
    static Optional<Finding> feltHard(RecentRun run) {
        var easyHeart = run.averageBpm().isPresent()
                && run.easyCeilingBpm().isPresent()
                && run.averageBpm().getAsDouble() <= run.easyCeilingBpm().getAsDouble();
        return easyHeart && run.rpe().orElse(0) >= HARD_EFFORT
                ? Optional.of(new Finding(
                        FindingCode.FELT_HARD,
                        Severity.WATCH,
                        String.format(
                                Locale.ROOT,
                                "The run of %s felt hard (%d of 10) at an easy heart rate (%.0f): sleep, stress, thirst"
                                        + " or illness?",
                                run.on(),
                                run.rpe().orElse(0),
                                run.averageBpm().getAsDouble())))
                : Optional.empty();
    }

    /** S22: much running was neither easy nor hard, and no plan had asked for it. */
    static Optional<Finding> grey(List<RecentRun> runs) {
        var diary = Diary.of(runs.stream().map(RecentRun::intensity).toList());
        return diary.grey() && diary.runs() >= EASY_RUNS
                ? Optional.of(new Finding(
                        FindingCode.GREY_ZONE,
                        Severity.INFO,
                        Math.round(100 * diary.unplannedModerateTimeShare().orElse(0))
                                + " % of the last two weeks' running was neither easy nor hard."))
                : Optional.empty();
    }

    /** S105: pain in the same place on two days or more of the last 28; a warning when any pain is persistent (D18). */
    static List<Finding> samePain(LocalDate today, Collection<Wellness> wellness) {
        var days = new TreeMap<String, Set<LocalDate>>();
        wellness.stream()
                .filter(entry -> !entry.on().isAfter(today) && entry.on().isAfter(today.minusDays(PAIN_DAYS)))
                .forEach(entry -> entry.painOrNone().stream()
                        .filter(pain -> pain.level() > 0)
                        .forEach(pain -> days.computeIfAbsent(pain.place(), site -> new HashSet<>())
                                .add(entry.on())));
        var persistent = Readiness.of(today, wellness).reasons().stream()
                .anyMatch(reason -> reason.code() == Reason.Code.PERSISTENT_PAIN);
        return days.entrySet().stream()
                .filter(site -> site.getValue().size() >= 2)
                .map(site -> new Finding(
                        FindingCode.SAME_PAIN,
                        persistent ? Severity.WARN : Severity.WATCH,
                        "Pain in the same place on " + site.getValue().size() + " of the last 28 days: " + site.getKey()
                                + "."))
                .toList();
    }

    /** No activity and no wellness entry for a week, of an athlete who has had one before. */
    static Optional<Finding> silent(LocalDate today, Optional<LocalDate> lastActivity, Collection<Wellness> wellness) {
        return Stream.concat(lastActivity.stream(), wellness.stream().map(Wellness::on))
                .max(Comparator.naturalOrder())
                .map(last -> ChronoUnit.DAYS.between(last, today))
                .filter(days -> days >= SILENT_DAYS)
                .map(days -> new Finding(
                        FindingCode.SILENT, Severity.WATCH, "No activity and no morning entry for " + days + " days."));
    }
}
