package run.harrier.athlete.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import run.harrier.athlete.profile.model.JoinCode;

/** One athlete. All data of the athlete is written under the lock of this row. */
@Entity
@Table(name = "athlete")
public class AthleteEntity {
    @Id
    UUID athleteId;

    String subject;
    String joinCode;
    String displayName;
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    Profile.Sex sex;

    String timeZone;

    @Enumerated(EnumType.STRING)
    Profile.Level level;

    double currentWeeklyDistanceMetres;

    @Version
    int version;

    protected AthleteEntity() {}

    AthleteEntity(UUID athleteId, String subject, JoinCode joinCode, Profile profile) {
        this.athleteId = athleteId;
        this.subject = subject;
        this.joinCode = joinCode.value();
        change(profile);
    }

    final void change(Profile profile) {
        displayName = profile.displayName().strip();
        birthDate = profile.birthDate();
        sex = profile.sex();
        timeZone = profile.timeZone();
        level = profile.level();
        currentWeeklyDistanceMetres = profile.currentWeeklyDistanceMetres();
    }

    void renewJoinCode(JoinCode newCode) {
        joinCode = newCode.value();
    }

    Profile toProfile() {
        return new Profile(displayName, birthDate, sex, timeZone, level, currentWeeklyDistanceMetres);
    }

    public UUID athleteId() {
        return athleteId;
    }

    public boolean belongsTo(String person) {
        return subject.equals(person);
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** The athlete's local day (D12). */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(timeZone));
    }
}
