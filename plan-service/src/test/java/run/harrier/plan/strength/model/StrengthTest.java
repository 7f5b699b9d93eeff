package run.harrier.plan.strength.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.harrier.plan.strength.StrengthCatalogue;
import run.harrier.plan.strength.model.StrengthSession.Exercise;

/** D42, S88–S91. */
class StrengthTest {
    private static final Strength STRENGTH = StrengthCatalogue.STRENGTH;

    @Test
    void four_weeks_of_control_go_before_load_and_jumps() {
        for (int week = 1; week <= 4; week++) {
            assertThat(session(week).heavy()).isFalse();
            assertThat(session(week).jumpContacts()).isZero();
        }
        assertThat(session(5).heavy()).isTrue();
        assertThat(session(5).jumpContacts()).isEqualTo(40);
    }

    @Test
    void the_first_week_has_each_kind_of_body_weight() {
        assertThat(session(1).exercises())
                .extracting(exercise -> exercise.item().category())
                .containsExactlyInAnyOrder(
                        Category.UNILATERAL,
                        Category.BALANCE_COORDINATION,
                        Category.JOINT_SPECIFIC,
                        Category.BODY_CONTROL,
                        Category.PROGRESSIVE_LOADING);
    }

    @Test
    void contacts_rise_by_ten_every_second_week_to_eighty() {
        assertThat(List.of(5, 6, 7, 8, 9, 11, 13, 40))
                .extracting(week -> session(week).jumpContacts())
                .containsExactly(40, 40, 50, 50, 60, 70, 80, 80);
    }

    @Test
    void a_new_weight_is_lifted_more_often_than_a_known_one() {
        assertThat(heavy(session(5))).containsOnly(new Repetitions(6, 8)).hasSize(2);
        assertThat(heavy(session(9))).containsOnly(new Repetitions(4, 6)).hasSize(2);
    }

    @Test
    void a_session_stays_for_four_weeks_and_then_changes() {
        assertThat(items(session(6))).isEqualTo(items(session(8)));
        assertThat(items(session(9))).isNotEqualTo(items(session(8)));
        assertThat(items(STRENGTH.session(6, 2, false, Set.of(), false))).isNotEqualTo(items(session(6)));
    }

    @Test
    void in_a_year_every_item_has_its_turn() {
        var seen = new HashSet<StrengthItem>();
        for (int week = 1; week <= 52; week++) {
            seen.addAll(items(session(week)));
            seen.addAll(items(STRENGTH.session(week, 2, false, Set.of(), false)));
        }
        assertThat(seen).containsAll(STRENGTH.items());
    }

    @Test
    void weeks_and_days_are_counted_from_1() {
        assertThatIllegalArgumentException().isThrownBy(() -> STRENGTH.session(0, 1, false, Set.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> STRENGTH.session(1, 0, false, Set.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> STRENGTH.cues(TrainingPhase.BASE, 0));
    }

    @Property
    void restricted_movements_come_first(
            @ForAll @IntRange(min = 1, max = 60) int week,
            @ForAll @IntRange(min = 1, max = 2) int ordinal,
            @ForAll boolean lighter,
            @ForAll @IntRange(max = 511) int movements) {
        var restricted = restricted(movements);
        var exercises =
                STRENGTH.session(week, ordinal, lighter, restricted, false).exercises();
        for (int i = 0; i < Math.min(2, restricted.size()); i++) {
            var item = exercises.get(i).item();
            assertThat(item.helpsAny(restricted)).isTrue();
            assertThat(item.control()).isTrue();
        }
    }

    @Property
    void every_restricted_movement_has_its_turn(@ForAll @IntRange(min = 0, max = 10) int block) {
        var all = EnumSet.allOf(RestrictedMovement.class);
        var helped = EnumSet.noneOf(RestrictedMovement.class);
        for (int week = 1 + 4 * block; week <= 4 * block + 12; week++) {
            for (int ordinal = 1; ordinal <= 2; ordinal++) {
                items(STRENGTH.session(week, ordinal, false, all, false)).forEach(item -> helped.addAll(item.helps()));
            }
        }
        assertThat(helped).isEqualTo(all);
    }

    @Property
    void nothing_loads_a_leg_with_an_open_injury(
            @ForAll @IntRange(min = 1, max = 60) int week,
            @ForAll @IntRange(min = 1, max = 2) int ordinal,
            @ForAll boolean lighter,
            @ForAll @IntRange(max = 511) int movements) {
        var restricted = restricted(movements);
        var exercises =
                STRENGTH.session(week, ordinal, lighter, restricted, true).exercises();
        assertThat(exercises).hasSize(4).doesNotHaveDuplicates();
        assertThat(exercises).allSatisfy(exercise -> {
            assertThat(exercise.item().category()).isEqualTo(Category.BODY_CONTROL);
            assertThat(exercise.sets()).isLessThanOrEqualTo(2);
        });
    }

    @Property
    void a_lighter_day_has_two_sets_and_neither_load_nor_jumps(
            @ForAll @IntRange(min = 1, max = 60) int week,
            @ForAll @IntRange(min = 1, max = 2) int ordinal,
            @ForAll @IntRange(max = 511) int movements) {
        var restricted = restricted(movements);
        var session = STRENGTH.session(week, ordinal, true, restricted, false);
        assertThat(session.heavy()).isFalse();
        assertThat(session.jumpContacts()).isZero();
        assertThat(session.exercises()).allMatch(exercise -> exercise.sets() <= 2);
    }

    @Property
    void a_day_holds_four_to_seven_different_items(
            @ForAll @IntRange(min = 1, max = 60) int week,
            @ForAll @IntRange(min = 1, max = 2) int ordinal,
            @ForAll boolean lighter,
            @ForAll @IntRange(max = 511) int movements) {
        var restricted = restricted(movements);
        var session = STRENGTH.session(week, ordinal, lighter, restricted, false);
        assertThat(items(session)).doesNotHaveDuplicates().hasSizeBetween(4, 7);
        assertThat(session.jumpContacts()).isLessThanOrEqualTo(80);
        assertThat(STRENGTH.session(week, ordinal, lighter, restricted, false)).isEqualTo(session);
    }

    @Property
    void an_easy_run_has_one_or_two_cues_of_which_one_is_known(
            @ForAll TrainingPhase phase, @ForAll @IntRange(min = 1, max = 30) int week) {
        var cues = STRENGTH.cues(phase, week);
        assertThat(cues).hasSizeBetween(1, 2).doesNotHaveDuplicates();
        assertThat(cues).allMatch(cue -> cue.phase() == phase);
        assertThat(STRENGTH.cues(phase, week + 1)).containsAnyElementsOf(cues);
        if (week <= 2) {
            assertThat(cues).hasSize(1);
        }
    }

    /** A set of movements for each number: properties over sets themselves are many times slower. */
    private static Set<RestrictedMovement> restricted(int movements) {
        var set = EnumSet.allOf(RestrictedMovement.class);
        set.removeIf(movement -> (movements >> movement.ordinal()) % 2 == 0);
        return set;
    }

    private static StrengthSession session(int week) {
        return STRENGTH.session(week, 1, false, Set.of(), false);
    }

    private static List<StrengthItem> items(StrengthSession session) {
        return session.exercises().stream().map(Exercise::item).toList();
    }

    private static List<Repetitions> heavy(StrengthSession session) {
        return session.exercises().stream()
                .filter(exercise -> exercise.item().heavy())
                .map(Exercise::repetitions)
                .toList();
    }
}
