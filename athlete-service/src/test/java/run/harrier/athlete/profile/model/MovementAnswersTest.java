package run.harrier.athlete.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.athlete.profile.model.MovementAnswers.Place;
import run.harrier.athlete.profile.model.MovementAnswers.Sitting;
import run.harrier.athlete.profile.model.MovementAnswers.TiredPosture;
import run.harrier.athlete.profile.model.MovementAnswers.WeakerSide;
import run.harrier.contracts.ProfileChanged;

/** S88. */
class MovementAnswersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            knows nothing        | UNKNOWN       | UNKNOWN |                       | UNKNOWN        |
            moves freely         | UP_TO_4_HOURS | NONE    |                       | UPRIGHT        |
            sits at work         | UP_TO_8_HOURS | NONE    |                       | UPRIGHT        | HIP_EXTENSION
            sits all day         | OVER_8_HOURS  | UNKNOWN |                       | UNKNOWN        | HIP_EXTENSION TRUNK_ROTATION
            left is weaker       | UNKNOWN       | LEFT    |                       | UNKNOWN        | SINGLE_LEG_CONTROL
            right is weaker      | UNKNOWN       | RIGHT   |                       | UNKNOWN        | SINGLE_LEG_CONTROL
            stiff feet           | UNKNOWN       | NONE    | FOOT                  | UNKNOWN        | TOE_BEND
            stiff ankles         | UNKNOWN       | NONE    | CALF ANKLE            | UNKNOWN        | ANKLE_BEND
            stiff knees          | UNKNOWN       | NONE    | KNEE                  | UNKNOWN        | KNEE_BEND
            stiff hips           | UNKNOWN       | NONE    | HIP                   | UNKNOWN        | HIP_EXTENSION HIP_ROTATION
            a stiff back         | UNKNOWN       | NONE    | UPPER_BACK LOWER_BACK | UNKNOWN        | HIP_EXTENSION TRUNK_ROTATION UPRIGHT_POSTURE
            stiff shoulders      | UNKNOWN       | NONE    | SHOULDER              | SHOULDERS_RISE | ARM_SWING
            bends when tired     | UNKNOWN       | NONE    |                       | BENDS_FORWARD  | UPRIGHT_POSTURE
            hips drop            | UNKNOWN       | LEFT    |                       | HIPS_DROP      | SINGLE_LEG_CONTROL
            knees turn in        | UNKNOWN       | NONE    |                       | KNEES_TURN_IN  | SINGLE_LEG_CONTROL
            """)
    void answers_show_what_is_restricted(
            String who, Sitting sitting, WeakerSide weakerSide, String stiff, TiredPosture posture, String restricted) {
        var places = words(stiff).map(Place::valueOf).toList();
        assertThat(new MovementAnswers(sitting, weakerSide, places, posture).restricted())
                .map(RestrictedMovement::name)
                .containsExactlyElementsOf(words(restricted).toList());
    }

    @Test
    void everything_that_can_be_restricted_is_shown_by_some_answer_and_told_by_its_name() {
        assertThat(new MovementAnswers(
                                Sitting.OVER_8_HOURS,
                                WeakerSide.LEFT,
                                List.of(Place.values()),
                                TiredPosture.BENDS_FORWARD)
                        .restricted())
                .containsExactly(RestrictedMovement.values());
        assertThat(Arrays.stream(RestrictedMovement.values()).map(Enum::name))
                .containsExactlyElementsOf(ProfileChanged.RESTRICTED_MOVEMENTS);
    }

    private static Stream<String> words(String text) {
        return text == null ? Stream.empty() : Stream.of(text.split(" ", -1));
    }
}
