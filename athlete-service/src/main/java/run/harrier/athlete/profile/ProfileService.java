package run.harrier.athlete.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.athlete.access.AccessAnnouncement;
import run.harrier.athlete.profile.model.JoinCode;
import run.harrier.contracts.ProfileChanged;
import run.harrier.contracts.Relation;
import run.harrier.platform.http.MergePatch;
import run.harrier.platform.http.Preconditions;
import run.harrier.platform.outbox.Outbox;
import run.harrier.platform.problem.ProblemException;
import run.harrier.platform.time.Uuid7;

/** Changes profiles and intakes; each change publishes the whole profile as one event. */
@ApplicationScoped
class ProfileService {
    private final AthleteProfiles athletes;
    private final Intakes intakes;
    private final AccessAnnouncement access;
    private final Outbox outbox;
    private final MergePatch patches;
    private final Uuid7 ids;
    private final Clock clock;
    private final Random random;

    ProfileService(
            AthleteProfiles athletes,
            Intakes intakes,
            AccessAnnouncement access,
            Outbox outbox,
            MergePatch patches,
            Uuid7 ids,
            Clock clock) {
        this.athletes = athletes;
        this.intakes = intakes;
        this.access = access;
        this.outbox = outbox;
        this.patches = patches;
        this.ids = ids;
        this.clock = clock;
        this.random = new SecureRandom();
    }

    /** A subject has at most one athlete: the second is a 409. */
    @WithTransaction
    Uni<ProfileView> create(String subject, Profile profile) {
        profile.validate(utcDay());
        var athlete = new AthleteEntity(ids.next(), subject, JoinCode.random(random), profile);
        return athletes.count("subject", subject)
                .invoke(ProfileService::requireNone)
                .chain(() -> athletes.persistAndFlush(athlete))
                .onFailure(org.hibernate.exception.ConstraintViolationException.class)
                .transform(e -> alreadyAnAthlete())
                .chain(() -> publish(athlete, null))
                .chain(() -> access.publish(Set.of(athlete.athleteId)))
                .map(published -> ProfileView.from(athlete, Set.of(Relation.ATHLETE)));
    }

    @WithSession
    Uni<ProfileView> of(String subject) {
        return athletes.ofSubject(subject).map(athlete -> ProfileView.from(athlete, Set.of(Relation.ATHLETE)));
    }

    @WithSession
    Uni<ProfileView> of(UUID athleteId, Set<Relation> viewer) {
        return athletes.get(athleteId).map(athlete -> ProfileView.from(athlete, viewer));
    }

    /** A merge-patch (RFC 7396) of the profile. */
    @WithTransaction
    Uni<ProfileView> change(UUID athleteId, Preconditions asked, ObjectNode patch, Set<Relation> viewer) {
        return athletes.lockForUpdate(athleteId)
                .invoke(athlete -> asked.require(Integer.toString(athlete.version)))
                .invoke(athlete -> athlete.change(merged(athlete.toProfile(), patch)))
                .call(() -> athletes.flush())
                .call(athlete -> intakes.findById(athleteId).chain(intake -> publish(athlete, intake)))
                .map(athlete -> ProfileView.from(athlete, viewer));
    }

    /** Replaces the join code; the old one is unknown from now on. */
    @WithTransaction
    Uni<ProfileView> renewJoinCode(UUID athleteId) {
        return athletes.lockForUpdate(athleteId)
                .invoke(athlete -> athlete.renewJoinCode(JoinCode.random(random)))
                .call(() -> athletes.flush())
                .map(athlete -> ProfileView.from(athlete, Set.of(Relation.ATHLETE)));
    }

    @WithSession
    Uni<IntakeView> intake(UUID athleteId) {
        return intakes.findById(athleteId)
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(IntakeView::from);
    }

    @WithTransaction
    Uni<IntakeView> answer(UUID athleteId, Preconditions asked, Intake intake) {
        return athletes.lockForUpdate(athleteId)
                .chain(athlete -> intakes.findById(athleteId)
                        .invoke(present -> asked.require(IntakeView.tagOf(present)))
                        .chain(present -> present == null
                                ? intakes.persist(new IntakeEntity(athleteId, intake))
                                : Uni.createFrom().item(present.change(intake)))
                        .call(() -> intakes.flush())
                        .call(answered -> publish(athlete, answered)))
                .map(IntakeView::from);
    }

    private Uni<Void> publish(AthleteEntity athlete, @Nullable IntakeEntity intake) {
        var event = new ProfileChanged(
                athlete.athleteId,
                athlete.displayName,
                athlete.birthDate,
                athlete.sex.name(),
                athlete.timeZone,
                athlete.level.name(),
                athlete.currentWeeklyDistanceMetres,
                intake == null ? null : intake.toContract());
        return Panache.getSession().chain(session -> outbox.publish(session, event));
    }

    private static void requireNone(long athletesOfSubject) {
        if (athletesOfSubject > 0) {
            throw alreadyAnAthlete();
        }
    }

    private static ProblemException alreadyAnAthlete() {
        return ProblemException.conflict("You have an athlete already: GET /athletes/me.");
    }

    private Profile merged(Profile profile, ObjectNode patch) {
        var merged = patches.apply(profile, patch, Profile.class);
        merged.validate(utcDay());
        return merged;
    }

    private LocalDate utcDay() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
