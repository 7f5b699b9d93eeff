package run.harrier.athlete.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.profile.Intake.Injury;
import run.harrier.contracts.ProfileChanged;

/** The athlete's answers; null was answered as unknown. */
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

    @Version
    int version;

    protected IntakeEntity() {}

    IntakeEntity(UUID athleteId, Intake intake) {
        this.athleteId = athleteId;
        change(intake);
    }

    final IntakeEntity change(Intake intake) {
        posture = known(intake.posture());
        mobility = known(intake.mobility());
        movementQuality = known(intake.movementQuality());
        habits = known(intake.habits());
        injurySites = intake.injuriesAreUnknown()
                ? null
                : each(intake).map(Injury::site).toArray(String[]::new);
        injuryOpen = intake.injuriesAreUnknown()
                ? null
                : each(intake).map(Injury::open).toArray(Boolean[]::new);
        longestRunMinutes = intake.longestRunMinutes();
        return this;
    }

    Intake toIntake() {
        return new Intake(
                word(posture),
                word(mobility),
                word(movementQuality),
                injurySites == null || injuryOpen == null
                        ? java.util.List.of(Injury.UNKNOWN_INJURIES)
                        : IntStream.range(0, injurySites.length)
                                .mapToObj(i -> new Injury(injurySites[i], injuryOpen[i]))
                                .toList(),
                word(habits),
                longestRunMinutes);
    }

    ProfileChanged.Intake toContract() {
        var openInjury = injuryOpen != null && Stream.of(injuryOpen).anyMatch(open -> open);
        return new ProfileChanged.Intake(openInjury, longestRunMinutes);
    }

    private static Stream<Injury> each(Intake intake) {
        return intake.injuries().stream();
    }

    private static @Nullable String known(String answer) {
        return Intake.UNKNOWN.equals(answer) ? null : answer;
    }

    private static String word(@Nullable String answer) {
        return answer == null ? Intake.UNKNOWN : answer;
    }
}
