package run.harrier.gateway.overview.model;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import run.harrier.gateway.overview.model.AthleteOverview.Finding;
import run.harrier.gateway.overview.model.AthleteOverview.Severity;
import run.harrier.gateway.overview.model.AthleteOverview.Week;

/**
 * The findings of a week that does not go as planned. By session: those that were missed, shortened or run harder than
 * planned (D20). By time, of running alone: less than 80 % of the minutes that were due by yesterday, as D20 calls a
 * session shortened, or a quarter more than the plan asks of the whole week (S104). Missed and shortened sessions and the
 * minutes make one finding, sessions run harder (S103) another.
 *
 * <p>The hard sessions and the long run carry a week: one of them missed or shortened makes the finding a WATCH. Of the
 * other sessions a shortened one is not named, and missed ones alone make an INFO.
 */
public final class OffPlan {
    public static final String CODE = "OFF_PLAN";
    public static final String HARDER = "HARDER_THAN_PLANNED";

    private static final String HOLD_BACK = "Hold back next time: you should have been able to do one more.";
    private static final String ENOUGH = "That is enough for this week.";
    private static final String GO_ON = "Nothing to catch up: go on with what comes next.";
    private static final double SURE = 1;
    private static final double LEAST = 0.80;
    private static final double MOST = 1.25;

    /** The findings of the load-service on easy running that was too hard, this week's among it. */
    private static final Set<String> EASY_RUN_CODES = Set.of("EASY_TOO_HARD", "FELT_HARD");

    private OffPlan() {}

    /**
     * A session that went otherwise than planned.
     *
     * @param kind as the API has it, such as INTERVAL
     * @param verdict MISSED, SHORTENED or HARDER
     */
    public record Session(LocalDate on, String kind, boolean quality, String verdict) {

        private boolean carriesTheWeek() {
            return quality || kind.equals("LONG");
        }

        private boolean went(String how) {
            return verdict.equals(how);
        }

        private String name() {
            return on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "'s " + word();
        }

        private String word() {
            return switch (kind) {
                case "EASY" -> "easy run";
                case "LONG" -> "long run";
                case "TEMPO" -> "tempo run";
                case "INTERVAL" -> "intervals";
                case "REPETITION" -> "repetitions";
                case "PROGRESSION" -> "progression run";
                case "RACE" -> "race";
                case "TEST" -> "fitness test";
                default -> "session";
            };
        }
    }

    /** @param present the codes of the athlete's other findings: a hard easy run that they cover is not named again */
    public static List<Finding> of(Week week, Collection<String> present) {
        var findings = new ArrayList<Finding>();
        var easyRunsCovered = present.stream().anyMatch(EASY_RUN_CODES::contains);
        sentence(
                        week,
                        "harder than planned",
                        session -> session.went("HARDER") && (session.quality() || !easyRunsCovered))
                .map(seen -> finding(HARDER, Severity.WATCH, seen, HOLD_BACK))
                .ifPresent(findings::add);
        leftOut(week).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> leftOut(Week week) {
        var sentences = new ArrayList<String>();
        sentence(week, "missed", session -> session.went("MISSED")).ifPresent(sentences::add);
        sentence(week, "cut short", session -> session.went("SHORTENED") && session.carriesTheWeek())
                .ifPresent(sentences::add);
        var minutes = minutes(week);
        minutes.ifPresent(sentences::add);
        var weighs = minutes.isPresent()
                || week.offPlan().stream().anyMatch(session -> session.carriesTheWeek() && !session.went("HARDER"));
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        CODE,
                        weighs ? Severity.WATCH : Severity.INFO,
                        String.join(" ", sentences),
                        tooMuch(week) ? ENOUGH : GO_ON));
    }

    private static Finding finding(String code, Severity severity, String seen, String next) {
        return new Finding(code, severity, seen + " " + next, seen, SURE);
    }

    /** "Tuesday's intervals and Thursday's tempo run were missed." */
    private static Optional<String> sentence(Week week, String how, Predicate<Session> which) {
        var sessions = week.offPlan().stream().filter(which).toList();
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        var names = sessions.stream().map(Session::name).toList();
        var last = names.getLast();
        var all = names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
        var many = names.size() > 1 || last.endsWith("s");
        return Optional.of(all + (many ? " were " : " was ") + how + ".");
    }

    private static Optional<String> minutes(Week week) {
        var doneBefore = week.doneBeforeSeconds().orElse((double) week.dueSeconds());
        if (week.dueSeconds() > 0 && doneBefore < LEAST * week.dueSeconds()) {
            return text("%d of %d planned minutes run from Monday to yesterday.", doneBefore, week.dueSeconds());
        }
        return tooMuch(week)
                ? text(
                        "%d minutes run since Monday; the plan asks for %d in the whole week.",
                        week.doneSeconds().orElse(0), week.plannedSeconds())
                : Optional.empty();
    }

    private static boolean tooMuch(Week week) {
        return week.plannedSeconds() > 0 && week.doneSeconds().orElse(0) > MOST * week.plannedSeconds();
    }

    private static Optional<String> text(String text, double doneSeconds, long plannedSeconds) {
        return Optional.of(text.formatted(Math.round(doneSeconds / 60), Math.round(plannedSeconds / 60.0)));
    }
}
