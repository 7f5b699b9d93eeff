package run.harrier.plan.generation.schedule.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import run.harrier.plan.generation.plan.model.Level;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.request.model.ResolvedRequest;
import run.harrier.plan.generation.schedule.model.WeekFill.Drafted;
import run.harrier.plan.prescription.model.Extent;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.Rpe;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.prescription.model.Step;
import run.harrier.plan.prescription.model.StepKind;
import run.harrier.plan.prescription.model.Target;
import run.harrier.plan.prescription.model.Zone;

/**
 * Why a session stands on its day, in words for the athlete (S25): what it does, why now, with its figure. Texts lie here
 * alone, by kind of session, phase and place in the plan.
 */
final class Purposes {
    private static final int LONG_RUN_WITH_FOOD_SECONDS = 2 * 60 * 60;

    private static final List<String> EASY_BASE = List.of(
            "%s easy, breathing through the nose if you can. Easy minutes build the heart that everything else runs on.",
            "%s at a pace for talking. Small vessels and tendons grow on runs like this one.",
            "%s slow enough to tell a story. Too slow does not exist.",
            "%s easy, by feel and without looking at the pace.");
    private static final List<String> EASY_LATER = List.of(
            "%s of quiet running. You should come home fresher than you left.",
            "%s easy, on soft ground if you have it.", "%s easy: talk, look around, leave the watch alone.");
    private static final List<String> EASY_AFTER_QUALITY = List.of(
            "%s easy after yesterday's %s: slow enough to tell a story.",
            "%s easy: the legs remember yesterday's %s, so let them choose the pace.",
            "%s easy, a day after the %s. Slower than usual is right today.");
    private static final List<String> EASY_DOWN = List.of(
            "%s easy in a lighter week.",
            "%s easy. Fewer minutes this week on purpose: the body builds when it is let.",
            "%s easy, and home before you want to stop.",
            "%s easy. Feeling restless in a lighter week is a good sign.");
    private static final List<String> EASY_AFTER_RACE = List.of(
            "%s easy: the race is in the legs for longer than they say.",
            "%s easy, shorter if it feels like work. The weeks after a race make nobody slower.",
            "%s easy. The race is still in the legs; patience is training now.");
    private static final List<String> EASY_TAPER = List.of(
            "%s easy. The work is done.",
            "%s easy. Heavy legs are usual in these days; they pass.",
            "%s easy: keep the rhythm, save the rest.",
            "%s easy, with nothing to prove.");
    private static final List<String> BEFORE_LONG_RUN =
            List.of("%s easy: the long run is tomorrow.", "%s easy, to loosen the legs for tomorrow's long run.");
    private static final List<String> STRIDES_BASE = List.of(
            "%s easy, then %s relaxed strides of twenty seconds (%s in all): they keep the legs quick.",
            "%s easy, then %s strides (%s in all): tall, light, and walk until the breath is back.",
            "%s easy, then %s strides (%s in all): quick feet, not hard work.");
    private static final List<String> STRIDES_LATER = List.of(
            "%s easy, then %s strides (%s in all): fast, loose and over before they hurt.",
            "%s easy, then %s strides (%s in all) so that speed stays familiar.",
            "%s easy, then %s strides (%s in all): as quick as you can run smoothly.");
    private static final List<String> INTERVALS = List.of(
            "%s hard, with as much rest: lifts your ceiling. The last should be as fast as the first.",
            "%s hard. Three minutes and more is what it takes until the heart works near its most.",
            "%s at about the effort of a 3 km race. Hold back on the first.",
            "%s hard and even, jogging between. No heroics on the days around it.");
    private static final List<String> REPETITIONS = List.of(
            "%s quick, tall and loose. Fast, not flat out.",
            "%s fast and relaxed: teaches the legs to turn over.",
            "%s quick, and slow in between. If the form goes, the session is over and has done its work.");
    private static final List<String> HILLS = List.of(
            "%s uphill, strong and upright, easy down: strength for running without a machine.",
            "%s on a gentle hill. Push the ground away, look ahead, jog back.",
            "%s up. Take a hill you can come back to: it says more than any watch.");
    private static final List<String> TEMPO = List.of(
            "%s at a pace you could hold for an hour: short sentences, no gasping.",
            "%s comfortably hard: lifts the pace that you can hold for an hour.",
            "%s at threshold. Ease off at the first sign that it becomes a race.");
    private static final List<String> HALF = List.of(
            "%s at the pace of a half marathon: firm, and you could say a sentence.",
            "%s steady: quicker than easy, never a struggle.",
            "%s at half-marathon pace, the same from the first minute to the last.");
    private static final List<String> MARATHON = List.of(
            "%s at marathon pace: firm and quiet, as if it could go on for hours.",
            "%s at marathon pace, the same from the first minute to the last.",
            "%s at marathon pace: most of the faster running for a long race is run like this.");
    private static final List<String> RACE_PACE = List.of(
            "%s at the pace of your %s: firm, under control, the last like the first.",
            "%s at the pace of your %s. Start them all alike; the last one tells whether the first was right.",
            "%s at the pace of your %s: learn its rhythm, then let it run.");
    private static final List<String> FOOD = List.of(
            " Eat as on race day: 30 to 60 g of carbohydrate an hour, from the first half hour on.",
            " Take something to drink with you.",
            " Try the breakfast of race day.");
    private static final List<String> REST =
            List.of("Rest day.", "Rest day. Sleep counts as training.", "Rest day: no run to catch up on.");
    private static final List<String> REST_AFTER_QUALITY = List.of(
            "Rest day after yesterday's %s: this is when it makes you fitter.",
            "Rest day: the legs take in yesterday's %s.", "Rest day after the %s. A walk is fine.");

    private Purposes() {}

    static String of(Drafted draft, WeekFrame week, RaceFrame frame, ResolvedRequest request, List<Drafted> all) {
        var estimate = request.estimate();
        String minutes = minutes(estimate.durationSeconds(draft.steps()));
        String work = work(draft);
        int n = week.number();
        return switch (draft.part()) {
            case EASY -> easy(draft, week, all, minutes, n);
            case STRIDES ->
                with(
                        pick(week.base() ? STRIDES_BASE : STRIDES_LATER, n),
                        last(draft),
                        String.valueOf(strides(draft)),
                        minutes);
            case LONG -> longRun(draft, week, frame, request, all, minutes);
            case LONGEST ->
                with(
                                "%s: as long as it gets in this plan. From here on the long runs get shorter; what they built carries you on race day.",
                                minutes)
                        + walk(request)
                        + food(estimate.durationSeconds(draft.steps()), n);
            case LONG_ON_HILLS ->
                with(
                                "%s on hills: run easily, and walk five minutes of every half hour, uphill where there is a hill. Time on your feet is what the race asks.",
                                minutes)
                        + food(estimate.durationSeconds(draft.steps()), n);
            case LONG_MARATHON_PACE ->
                with(
                                week.longestRun()
                                        ? "%s, the last %s at marathon pace: the dress rehearsal, with race-day shoes and breakfast."
                                        : week.taper()
                                                ? "%s, the last %s at marathon pace: shorter now, to remember what it feels like."
                                                : "%s, the last %s at marathon pace on tired legs. It should feel held back at first.",
                                minutes,
                                last(draft))
                        + food(estimate.durationSeconds(draft.steps()), n);
            case HILLS -> with(pick(HILLS, n), work);
            case REPETITIONS -> with(pick(REPETITIONS, n), work);
            case INTERVALS -> with(pick(INTERVALS, n), work);
            case TEMPO -> with(pick(TEMPO, n), work);
            case HALF_MARATHON_PACE -> with(pick(request.goal().distanceMetres() > 16_000 ? MARATHON : HALF, n), work);
            case LADDER -> with("%s at 5K pace. The repetitions grow longer from week to week, the pace stays.", work);
            case RACE_PACE -> racePace(week, request, work, n);
            case PROGRESSION -> progression(draft, minutes);
            case TEST ->
                with(
                                "%s as evenly as you can: the first half held, the second all you have. It sets your paces. Not today if you",
                                test(draft))
                        + " are ill, in pain or unsure; ask your doctor first if hard running is new to you.";
            case OPENER -> opener(draft, request, work);
            case RACE -> "Race day.";
        };
    }

    private static String easy(Drafted draft, WeekFrame week, List<Drafted> all, String minutes, int n) {
        var before = Drafted.on(all, draft.day().minus(1));
        var after = Drafted.on(all, draft.day().plus(1));
        int pick = n + draft.day().getValue();
        if (week.recovering()) {
            return with(pick(EASY_AFTER_RACE, pick), minutes);
        }
        if (week.taper()) {
            return with(pick(EASY_TAPER, pick), minutes);
        }
        if (week.down() && (before == null || !before.quality())) {
            return with(pick(EASY_DOWN, pick), minutes);
        }
        if (before != null && before.quality()) {
            return with(pick(EASY_AFTER_QUALITY, pick), minutes, name(before));
        }
        if (before != null && before.kind() == SessionKind.LONG) {
            return with("%s very easy after the long run, to loosen the legs.", minutes);
        }
        if (after != null && after.kind() == SessionKind.LONG) {
            return with(pick(BEFORE_LONG_RUN, n), minutes);
        }
        if (after != null && after.quality()) {
            return with("%s easy: keep something for tomorrow's %s.", minutes, name(after));
        }
        return with(pick(week.base() ? EASY_BASE : EASY_LATER, pick), minutes);
    }

    private static String longRun(
            Drafted draft,
            WeekFrame week,
            RaceFrame frame,
            ResolvedRequest request,
            List<Drafted> all,
            String minutes) {
        boolean faster = all.stream().anyMatch(other -> other.quality() && other.kind() != SessionKind.TEST);
        int n = week.number();
        String why;
        if (week.recovering()) {
            why = "The longest run of a quiet week, %s: enough for the legs after their race.";
        } else if (week.down()) {
            why = "A shorter long run, %s: rest is part of the work.";
        } else if (week.taper()) {
            why = "%s, long enough to keep the rhythm and no longer.";
        } else if (week.base() && n <= 2) {
            why = "The week's long run, %s. Time on your feet counts, not the pace.";
        } else if (week.base() || frame.raceless() || !faster) {
            why = n % 2 != 0
                    ? "%s, talking all the way: endurance grows here first."
                    : request.level() == Level.BEGINNER && !request.options().runWalk()
                            ? "%s easy. Walk a minute whenever you need one; it still counts."
                            : "%s easy. The last half hour should feel like the first.";
        } else {
            why = switch (week.phase()) {
                case BASE, EARLY_QUALITY -> "%s easy. The long run stays easy when the weeks get faster.";
                case BUILD ->
                    n % 2 == 0
                            ? "%s easy: the long run holds the endurance while the hard days raise the ceiling."
                            : "%s easy. Start slower than you want to; finish as you started.";
                case PEAK, TAPER -> "%s easy. Run it as you would like to feel in the middle of the race.";
            };
        }
        return with(why, minutes) + walk(request) + food(request.estimate().durationSeconds(draft.steps()), n);
    }

    private static String walk(ResolvedRequest request) {
        return request.options().runWalk() ? " Walk the last minute of every ten, from the first ten on." : "";
    }

    /** Of a long run of two hours and more, every other week. */
    private static String food(double seconds, int n) {
        return seconds >= LONG_RUN_WITH_FOOD_SECONDS && n % 2 == 1 ? pick(FOOD, n / 2) : "";
    }

    private static String racePace(WeekFrame week, ResolvedRequest request, String work, int n) {
        String race = request.goal().name();
        if (week.taper()) {
            return with("%s at the pace of race day (%s): to know it by heart, not to get fitter.", work, race);
        }
        return week.phase() == Phase.PEAK
                ? with(pick(RACE_PACE, n), work, race)
                : with("%s at the pace of your %s, in small helpings.", work, race);
    }

    private static String opener(Drafted draft, ResolvedRequest request, String work) {
        if (draft.kind() == SessionKind.REPETITION && request.goal().distanceMetres() > 3_000) {
            return with("%s quick, days before the race: wakes the legs, tires nothing.", work);
        }
        return request.goal().distanceMetres() > 12_000
                ? with("%s firm, days before the race: a reminder, nothing more.", work)
                : with("%s at the pace of race day: a reminder, nothing more.", work);
    }

    private static String progression(Drafted draft, String minutes) {
        long hard = draft.steps().stream()
                .filter(step -> step.kind() == StepKind.RUN)
                .count();
        boolean miles =
                draft.steps().getFirst() instanceof Step.Stretch first && first.extent() instanceof Extent.Distance;
        if (miles) {
            return with("Each mile faster than the one before, %s in all. Nearly everybody starts too fast.", minutes);
        }
        return hard >= 3
                ? with("%s in thirds: easy, steady, hard, never all-out. Patience is what is trained.", minutes)
                : with("%s, the last %s faster: let the first ten minutes feel too slow.", minutes, last(draft));
    }

    static String strength(WeekFrame week) {
        if (!week.base()) {
            return week.down() ? "Strength, lighter this week." : "Strength once a week, so that it stays.";
        }
        if (week.down()) {
            return "Strength, lighter this week: two sets of each.";
        }
        return week.number() <= 4
                ? "Strength, 20–30 min with your own weight: control first, one leg at a time."
                : "Strength, 20–30 min: heavier where the movement is sure, a few small jumps.";
    }

    static String rest(DayOfWeek day, List<Drafted> drafted, boolean raceWeek, int n) {
        var before = n == 1 && day == DayOfWeek.MONDAY ? null : Drafted.on(drafted, day.minus(1));
        var after = Drafted.on(drafted, day.plus(1));
        if (raceWeek) {
            return "Rest day. Legs up; the race is near.";
        }
        if (before != null && before.quality()) {
            return with(pick(REST_AFTER_QUALITY, day.getValue() + n), name(before));
        }
        if (before != null && before.kind() == SessionKind.LONG) {
            return "Rest day after the long run. A walk is fine.";
        }
        if (after != null && after.kind() == SessionKind.LONG) {
            return "Rest day before the long run. Eat well, sleep early.";
        }
        return pick(REST, day.getValue() + n);
    }

    static PlannedSession race(ResolvedRequest request, RaceFrame frame) {
        var goal = request.goal();
        double metres = goal.distanceMetres();
        var seconds = goal.durationSeconds();
        String start = request.options().runWalk()
                ? walk(request).strip()
                : request.ultra()
                        ? "By effort: walk the climbs from the first one, eat from the first half hour on."
                        : metres > 25_000
                                ? "The first third should feel too easy."
                                : metres <= 7_000
                                        ? "Settle before you push."
                                        : request.options().effortOnly() || request.lastResult() == null
                                                ? "Start slower than you want to."
                                                : "Start 5 s/km slower than you want to.";
        return new PlannedSession(
                frame.phases().raceDay(),
                SessionKind.RACE,
                true,
                "Race day: %s%s. %s".formatted(goal.name(), seconds == null ? "" : " in " + clock(seconds), start),
                List.of(),
                framed(request, metres));
    }

    /** Fifteen minutes with strides before a race up to the half marathon, ten easy at most before a longer one (D28). */
    private static List<Step> framed(ResolvedRequest request, double metres) {
        boolean marathon = metres > 25_000;
        boolean byEffort = request.ultra() || request.options().runWalk();
        var steps = new ArrayList<Step>();
        if (!marathon) {
            steps.add(Step.stretch(StepKind.WARM_UP, Extent.seconds(15 * 60), Zone.EASY, Zone.EASY.rpe()));
            if (request.strides()) {
                steps.add(WeekFill.strides(4));
            }
        }
        steps.add(new Step.Stretch(
                StepKind.RUN,
                Extent.metres(metres),
                byEffort ? null : Target.racePace(metres),
                byEffort ? new Rpe(5, 6) : marathon ? new Rpe(6, 8) : new Rpe(8, 9)));
        if (!marathon) {
            steps.add(Step.stretch(StepKind.COOL_DOWN, Extent.seconds(10 * 60), Zone.EASY, Zone.EASY.rpe()));
        }
        return steps;
    }

    static String clock(double seconds) {
        var time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    private static String name(Drafted draft) {
        return switch (draft.part()) {
            case HILLS -> "hills";
            case REPETITIONS, OPENER -> "repetitions";
            case INTERVALS, LADDER -> "intervals";
            case TEMPO -> "tempo";
            case RACE_PACE -> "race pace";
            case HALF_MARATHON_PACE -> "steady work";
            case LONG_MARATHON_PACE, LONG_ON_HILLS, LONG, LONGEST -> "long run";
            case PROGRESSION -> "progression run";
            case TEST -> "test";
            case RACE -> "race";
            case EASY, STRIDES -> "run";
        };
    }

    /** A text with words where it has {@code %s}; a formatter takes ten times as long. */
    private static String with(String text, String... words) {
        var filled = new StringBuilder();
        int done = 0;
        for (var word : words) {
            int place = text.indexOf("%s", done);
            if (place < 0) {
                break;
            }
            filled.append(text, done, place).append(word);
            done = place + 2;
        }
        return filled.append(text, done, text.length()).toString();
    }

    private static String pick(List<String> texts, int n) {
        return texts.get(Math.floorMod(n, texts.size()));
    }

    /** Its work in a runner's words: {@code 5 × 800 m}, {@code 20 min}. */
    private static String work(Drafted draft) {
        for (var step : draft.steps()) {
            if (step instanceof Step.Repeat repeat
                    && repeat.steps().getFirst() instanceof Step.Stretch each
                    && each.kind() == StepKind.RUN) {
                return repeat.times() + " × " + amount(each.extent());
            }
            if (step instanceof Step.Stretch stretch && stretch.kind() == StepKind.RUN) {
                return amount(stretch.extent());
            }
        }
        return "";
    }

    private static String test(Drafted draft) {
        return work(draft).equals("1609 m") ? "One mile" : work(draft);
    }

    private static String last(Drafted draft) {
        String last = "";
        for (var step : draft.steps()) {
            if (step instanceof Step.Stretch stretch && stretch.kind() == StepKind.RUN) {
                last = amount(stretch.extent());
            }
        }
        return last;
    }

    private static int strides(Drafted draft) {
        for (var step : draft.steps()) {
            if (step instanceof Step.Repeat repeat) {
                return repeat.times();
            }
        }
        return 0;
    }

    private static String amount(Extent extent) {
        return switch (extent) {
            case Extent.Time time -> minutes(time.seconds());
            case Extent.Distance distance ->
                distance.metres() >= 3_000 && distance.metres() % 1_000 == 0
                        ? Math.round(distance.metres() / 1000) + " km"
                        : Math.round(distance.metres()) + " m";
        };
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 90) {
            return whole + " s";
        }
        if (whole % 60 == 0 || whole > 600) {
            long minutes = Math.round(whole / 60.0);
            return minutes < 100 ? minutes + " min" : "%d h %02d".formatted(minutes / 60, minutes % 60);
        }
        return "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
