package run.harrier.athlete.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.profile.Intake.Injury;
import run.harrier.athlete.profile.Intake.Movement;
import run.harrier.athlete.profile.model.MovementAnswers.Place;
import run.harrier.athlete.profile.model.MovementAnswers.Sitting;
import run.harrier.athlete.profile.model.MovementAnswers.TiredPosture;
import run.harrier.athlete.profile.model.MovementAnswers.WeakerSide;
import run.harrier.athlete.profile.model.RestrictedMovement;
import run.harrier.contracts.ProfileChanged;

/** The athlete's answers; null stands for an answer of UNKNOWN. */
@Entity
@Table(name = "intake")
class IntakeEntity {
    @Id
    UUID athleteId;

    @Nullable
    String posture;

    @Nullable
    String mobility;

    @Nullable
    String movementQuality;

    @Nullable
    String habits;

    String @Nullable [] injurySites;

    Boolean @Nullable [] injuryOpen;

    @Nullable
    Integer longestRunMinutes;

    @Enumerated(EnumType.STRING)
    @Nullable
    Sitting sitting;

    @Enumerated(EnumType.STRING)
    @Nullable
    WeakerSide weakerSide;

    String @Nullable [] stiff;

    @Enumerated(EnumType.STRING)
    @Nullable
    TiredPosture postureWhenTired;

    @Version
    int version;

    protected IntakeEntity() {}

    IntakeEntity(UUID athleteId, Intake intake) {
        this.athleteId = athleteId;
        change(intake);
    }

    final IntakeEntity change(Intake intake) {
        posture = unlessUnknown(intake.posture());
        mobility = unlessUnknown(intake.mobility());
        movementQuality = unlessUnknown(intake.movementQuality());
        habits = unlessUnknown(intake.habits());
        longestRunMinutes = intake.longestRunMinutes();
        changeInjuries(intake);
        changeMovement(intake.movement());
        return this;
    }

    private void changeMovement(@Nullable Movement movement) {
        var answers = movement == null ? Movement.UNKNOWN : movement;
        sitting = answers.sitting() == Sitting.UNKNOWN ? null : answers.sitting();
        weakerSide = answers.weakerSide() == WeakerSide.UNKNOWN ? null : answers.weakerSide();
        postureWhenTired = answers.postureWhenTired() == TiredPosture.UNKNOWN ? null : answers.postureWhenTired();
        var places = answers.stiff();
        stiff = places == null
                ? null
                : places.stream().distinct().map(Place::name).toArray(String[]::new);
    }

    private void changeInjuries(Intake intake) {
        if (intake.injuriesAreUnknown()) {
            injurySites = null;
            injuryOpen = null;
        } else {
            var injuries = intake.injuries();
            injurySites = injuries.stream().map(Injury::site).toArray(String[]::new);
            injuryOpen = injuries.stream().map(Injury::open).toArray(Boolean[]::new);
        }
    }

    Intake toIntake() {
        return new Intake(
                orUnknown(posture),
                orUnknown(mobility),
                orUnknown(movementQuality),
                injuries(),
                orUnknown(habits),
                longestRunMinutes,
                movement());
    }

    Movement movement() {
        return new Movement(
                sitting == null ? Sitting.UNKNOWN : sitting,
                weakerSide == null ? WeakerSide.UNKNOWN : weakerSide,
                stiff == null ? null : Stream.of(stiff).map(Place::valueOf).toList(),
                postureWhenTired == null ? TiredPosture.UNKNOWN : postureWhenTired);
    }

    private List<String> restrictedMovements() {
        return movement().toModel().restricted().stream()
                .map(RestrictedMovement::name)
                .toList();
    }

    ProfileChanged.Intake toContract() {
        var openInjury = injuryOpen != null && Stream.of(injuryOpen).anyMatch(open -> open);
        return new ProfileChanged.Intake(openInjury, longestRunMinutes, restrictedMovements());
    }

    private List<Injury> injuries() {
        return injurySites == null || injuryOpen == null
                ? List.of(Injury.UNKNOWN_INJURIES)
                : IntStream.range(0, injurySites.length)
                        .mapToObj(i -> new Injury(injurySites[i], injuryOpen[i]))
                        .toList();
    }

    private static @Nullable String unlessUnknown(String answer) {
        return Intake.UNKNOWN.equals(answer) ? null : answer;
    }

    private static String orUnknown(@Nullable String answer) {
        return answer == null ? Intake.UNKNOWN : answer;
    }
}
