package run.harrier.athlete.profile;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Relation;
import run.harrier.platform.http.Located;
import run.harrier.platform.http.Tagged;

/** An athlete's profile. */
record ProfileView(
        UUID id,

        @Schema(description = "Show it to a coach to be invited; only the athlete sees it") @Nullable
        String joinCode,

        String displayName,
        LocalDate birthDate,
        Profile.Sex sex,
        String timeZone,
        Profile.Level level,
        double currentWeeklyDistanceMetres,
        @Schema(hidden = true) String tag)
        implements Located, Tagged {

    /** The athlete sees the join code, others do not. */
    static ProfileView from(AthleteEntity athlete, Set<Relation> viewer) {
        return new ProfileView(
                athlete.athleteId,
                viewer.contains(Relation.ATHLETE) ? athlete.joinCode : null,
                athlete.displayName,
                athlete.birthDate,
                athlete.sex,
                athlete.timeZone,
                athlete.level,
                athlete.currentWeeklyDistanceMetres,
                Integer.toString(athlete.version));
    }

    @Override
    public String location() {
        return "/api/v1/athletes/" + id;
    }
}
