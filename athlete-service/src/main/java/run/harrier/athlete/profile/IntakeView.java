package run.harrier.athlete.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.platform.http.Tagged;

/** The intake as it was answered. */
record IntakeView(
        String posture,
        String mobility,
        String movementQuality,

        @Schema(
                oneOf = {Intake.Injury[].class, String.class},
                description = "A list, or the word UNKNOWN")
        Object injuries,

        String habits,
        @Nullable Integer longestRunMinutes,
        Intake.Movement movement,
        @Schema(hidden = true) String tag)
        implements Tagged {

    static IntakeView from(IntakeEntity entity) {
        var intake = entity.toIntake();
        return new IntakeView(
                intake.posture(),
                intake.mobility(),
                intake.movementQuality(),
                intake.injuriesAreUnknown() ? Intake.UNKNOWN : List.copyOf(intake.injuries()),
                intake.habits(),
                intake.longestRunMinutes(),
                entity.movement(),
                tagOf(entity));
    }

    /** The tag of the present version; empty before the intake is answered. */
    static String tagOf(@Nullable IntakeEntity entity) {
        return entity == null ? "" : Integer.toString(entity.version);
    }
}
