package run.harrier.plan.strength.model;

import static run.harrier.plan.strength.model.Category.BALANCE_COORDINATION;
import static run.harrier.plan.strength.model.Category.BODY_CONTROL;
import static run.harrier.plan.strength.model.Category.JOINT_SPECIFIC;
import static run.harrier.plan.strength.model.Category.PLYOMETRIC;
import static run.harrier.plan.strength.model.Category.PROGRESSIVE_LOADING;
import static run.harrier.plan.strength.model.Category.UNILATERAL;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.strength.model.StrengthSession.Exercise;

/**
 * The catalogue of strength and technique, and what of it a day holds (D42). The same week and athlete give the same
 * session: it stays for four weeks, so that it can progress, and then changes.
 *
 * @param items in the order in which they take turns
 * @param cues in the order in which they are learnt
 */
public record Strength(List<StrengthItem> items, List<Cue> cues) {

    /** So long are body weight and control learnt before a load or a jump, and so long does a session stay. */
    public static final int WEEKS_OF_A_STAGE = 4;

    /** What a heavy set leaves undone. */
    public static final int REPETITIONS_IN_RESERVE = 2;

    /** Of the first session with jumps; ten more every second week. */
    public static final int FIRST_JUMP_CONTACTS = 40;

    public static final int MOST_JUMP_CONTACTS = 80;

    private static final int CONTACTS_OF_A_SET = 10;
    private static final int WEEKS_OF_A_CUE = 2;
    private static final int SETS_OF_A_LIGHT_DAY = 2;
    private static final int RESTRICTED_OF_A_DAY = 2;
    private static final int DAYS_OF_A_WEEK = 2;
    private static final int EXERCISES_WITH_INJURY = 4;
    private static final int MOST_EXERCISES = 7;

    public Strength {
        items = List.copyOf(items);
        cues = List.copyOf(cues);
    }

    /**
     * The exercises of a strength day: restricted movements first (S88), then one of each category (S90). Four weeks of
     * body weight and control go before loads and jumps. With an open injury nothing loads a leg.
     *
     * @param week of strength in the plan, from 1
     * @param ordinal of the day in its week, from 1
     * @param lighter in a down week and in the taper: two sets, no load and no jump
     */
    public StrengthSession session(
            int week, int ordinal, boolean lighter, Collection<RestrictedMovement> restricted, boolean openInjury) {
        if (week < 1 || ordinal < 1) {
            throw new IllegalArgumentException("weeks and days are counted from 1");
        }
        var choice = new Choice(DAYS_OF_A_WEEK * ((week - 1) / WEEKS_OF_A_STAGE) + ordinal - 1, restricted);
        if (openInjury) {
            choice.restricted(item -> item.category() == BODY_CONTROL);
            while (choice.size() < EXERCISES_WITH_INJURY) {
                choice.add(item -> item.category() == BODY_CONTROL);
            }
            return session(choice.chosen, week, true);
        }
        choice.restricted(StrengthItem::control);
        if (lighter || week <= WEEKS_OF_A_STAGE) {
            choice.eachOf(UNILATERAL, BALANCE_COORDINATION, JOINT_SPECIFIC, BODY_CONTROL);
            if (!lighter) {
                choice.eachOf(PROGRESSIVE_LOADING);
            }
        } else {
            choice.add(item -> item.category() == PLYOMETRIC);
            choice.add(item -> item.category() == PLYOMETRIC);
            choice.add(StrengthItem::heavy);
            choice.add(StrengthItem::heavy);
            choice.eachOf(JOINT_SPECIFIC, BODY_CONTROL);
            choice.eachOf(ordinal % 2 == 1 ? UNILATERAL : BALANCE_COORDINATION);
        }
        return session(choice.chosen, week, lighter);
    }

    /**
     * The cues for the easy runs of a week, one or two (S89): each is the new one for two weeks, and stays for two more
     * beside the next. A phase has two to four.
     *
     * @param weekOfPhase from 1
     */
    public List<Cue> cues(TrainingPhase phase, int weekOfPhase) {
        if (weekOfPhase < 1) {
            throw new IllegalArgumentException("weeks are counted from 1");
        }
        var ofPhase = cues.stream().filter(cue -> cue.phase() == phase).toList();
        int newest = (weekOfPhase - 1) / WEEKS_OF_A_CUE;
        var cue = ofPhase.get(newest % ofPhase.size());
        return newest == 0 ? List.of(cue) : List.of(ofPhase.get((newest - 1) % ofPhase.size()), cue);
    }

    private static StrengthSession session(List<StrengthItem> chosen, int week, boolean lighter) {
        int jumps = (int)
                chosen.stream().filter(item -> item.category() == PLYOMETRIC).count();
        int jumpSets = jumpContacts(week) / CONTACTS_OF_A_SET;
        var exercises = new ArrayList<Exercise>();
        for (var item : chosen) {
            int sets = lighter ? Math.min(SETS_OF_A_LIGHT_DAY, item.sets()) : item.sets();
            if (item.category() == PLYOMETRIC) {
                sets = Math.ceilDiv(jumpSets, jumps);
                jumpSets -= sets;
                jumps--;
            }
            exercises.add(new Exercise(item, sets, repetitions(item, week)));
        }
        return new StrengthSession(exercises);
    }

    private static int jumpContacts(int week) {
        int weeksOfJumps = Math.max(0, week - WEEKS_OF_A_STAGE - 1);
        return Math.min(MOST_JUMP_CONTACTS, FIRST_JUMP_CONTACTS + CONTACTS_OF_A_SET * (weeksOfJumps / 2));
    }

    private static @Nullable Repetitions repetitions(StrengthItem item, int week) {
        var repetitions = item.repetitions();
        if (repetitions == null || !item.heavy()) {
            return repetitions;
        }
        return week <= 2 * WEEKS_OF_A_STAGE ? repetitions.upperHalf() : repetitions.lowerHalf();
    }

    /** What is chosen for one day, so far. */
    private final class Choice {
        private final int turn;
        private final List<RestrictedMovement> restricted;
        private final List<StrengthItem> chosen = new ArrayList<>();

        Choice(int turn, Collection<RestrictedMovement> restricted) {
            this.turn = turn;
            this.restricted = restricted.stream().distinct().sorted().toList();
        }

        int size() {
            return chosen.size();
        }

        /** One item each for two of the restricted movements, which take turns. */
        void restricted(Predicate<StrengthItem> allowed) {
            for (int i = 0; i < Math.min(RESTRICTED_OF_A_DAY, restricted.size()); i++) {
                var movement = restricted.get((RESTRICTED_OF_A_DAY * turn + i) % restricted.size());
                add(allowed.and(item -> item.helps().contains(movement)));
            }
        }

        /** One item of each category that has none, as long as the day has room. */
        void eachOf(Category... categories) {
            for (var category : categories) {
                if (chosen.size() < MOST_EXERCISES
                        && chosen.stream().noneMatch(item -> item.category() == category && item.control())) {
                    add(item -> item.category() == category && item.control());
                }
            }
        }

        /** The item whose turn it is, of those that help where there are any. */
        void add(Predicate<StrengthItem> allowed) {
            var left = items.stream()
                    .filter(allowed)
                    .filter(item -> !chosen.contains(item))
                    .toList();
            var helping =
                    left.stream().filter(item -> item.helpsAny(restricted)).toList();
            var candidates = helping.isEmpty() ? left : helping;
            if (!candidates.isEmpty()) {
                chosen.add(candidates.get(turn % candidates.size()));
            }
        }
    }
}
