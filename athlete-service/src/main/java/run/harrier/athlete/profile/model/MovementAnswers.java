package run.harrier.athlete.profile.model;

import static run.harrier.athlete.profile.model.RestrictedMovement.ANKLE_BEND;
import static run.harrier.athlete.profile.model.RestrictedMovement.ARM_SWING;
import static run.harrier.athlete.profile.model.RestrictedMovement.HIP_EXTENSION;
import static run.harrier.athlete.profile.model.RestrictedMovement.HIP_ROTATION;
import static run.harrier.athlete.profile.model.RestrictedMovement.KNEE_BEND;
import static run.harrier.athlete.profile.model.RestrictedMovement.SINGLE_LEG_CONTROL;
import static run.harrier.athlete.profile.model.RestrictedMovement.TOE_BEND;
import static run.harrier.athlete.profile.model.RestrictedMovement.TRUNK_ROTATION;
import static run.harrier.athlete.profile.model.RestrictedMovement.UPRIGHT_POSTURE;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the athlete moves, by choice (S88).
 *
 * @param sitting on a usual day
 * @param weakerSide the one that is weaker, stiffer or more often sore
 * @param stiff where; empty for nowhere, and when it is unknown
 * @param postureWhenTired at the end of a long or hard run
 */
public record MovementAnswers(
        Sitting sitting, WeakerSide weakerSide, Collection<Place> stiff, TiredPosture postureWhenTired) {

    public enum Sitting {
        UP_TO_4_HOURS,
        UP_TO_8_HOURS,
        OVER_8_HOURS,
        UNKNOWN
    }

    public enum WeakerSide {
        NONE,
        LEFT,
        RIGHT,
        UNKNOWN
    }

    public enum Place {
        FOOT,
        ANKLE,
        CALF,
        KNEE,
        HIP,
        LOWER_BACK,
        UPPER_BACK,
        SHOULDER
    }

    public enum TiredPosture {
        UPRIGHT,
        BENDS_FORWARD,
        HIPS_DROP,
        KNEES_TURN_IN,
        SHOULDERS_RISE,
        UNKNOWN
    }

    public MovementAnswers {
        stiff = List.copyOf(stiff);
    }

    /** The movements that the answers show to be restricted (S88, D42), each once; none where nothing is known. */
    public List<RestrictedMovement> restricted() {
        return Stream.of(
                        restrictedBy(sitting).stream(),
                        weakerSide == WeakerSide.LEFT || weakerSide == WeakerSide.RIGHT
                                ? Stream.of(SINGLE_LEG_CONTROL)
                                : Stream.<RestrictedMovement>empty(),
                        stiff.stream().flatMap(place -> restrictedBy(place).stream()),
                        restrictedBy(postureWhenTired).stream())
                .flatMap(movements -> movements)
                .sorted()
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    private static Set<RestrictedMovement> restrictedBy(Sitting sitting) {
        return switch (sitting) {
            case UP_TO_8_HOURS -> Set.of(HIP_EXTENSION);
            case OVER_8_HOURS -> Set.of(HIP_EXTENSION, TRUNK_ROTATION);
            case UP_TO_4_HOURS, UNKNOWN -> Set.of();
        };
    }

    private static Set<RestrictedMovement> restrictedBy(Place place) {
        return switch (place) {
            case FOOT -> Set.of(TOE_BEND);
            case ANKLE, CALF -> Set.of(ANKLE_BEND);
            case KNEE -> Set.of(KNEE_BEND);
            case HIP -> Set.of(HIP_EXTENSION, HIP_ROTATION);
            case LOWER_BACK -> Set.of(HIP_EXTENSION, UPRIGHT_POSTURE);
            case UPPER_BACK -> Set.of(TRUNK_ROTATION);
            case SHOULDER -> Set.of(ARM_SWING);
        };
    }

    private static Set<RestrictedMovement> restrictedBy(TiredPosture posture) {
        return switch (posture) {
            case BENDS_FORWARD -> Set.of(UPRIGHT_POSTURE);
            case HIPS_DROP, KNEES_TURN_IN -> Set.of(SINGLE_LEG_CONTROL);
            case SHOULDERS_RISE -> Set.of(ARM_SWING);
            case UPRIGHT, UNKNOWN -> Set.of();
        };
    }
}
