package run.harrier.load.wellness;

import static run.harrier.platform.json.Optionals.optional;
import static run.harrier.platform.json.Optionals.orNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.load.wellness.model.Wellness;

/**
 * The JSON of the column {@code wellness.entry}; a value that was not entered is absent, and an
 * empty list says that there is no pain or no symptom. A field that is renamed here loses what was
 * entered before.
 */
public record WellnessRow(
        @Nullable Integer restingHeartRateBpm,
        @Nullable Double hrvMillis,
        @Nullable Double sleepHours,
        @Nullable Integer sleepQuality,
        @Nullable Integer soreness,
        @Nullable Integer fatigue,
        @Nullable Integer stress,
        @Nullable Integer mood,
        @Nullable Integer nutrition,
        Wellness.@Nullable Illness illness,

        @Nullable Set<Wellness.Symptom> symptoms,

        @Nullable List<PainRow> pain,

        @Nullable Boolean professionalAgreed) {

    /** @param level 0 to 10 */
    public record PainRow(String site, int level) {}

    static WellnessRow from(Wellness wellness) {
        return new WellnessRow(
                orNull(wellness.restingHeartRateBpm()),
                orNull(wellness.hrvMillis()),
                orNull(wellness.sleepHours()),
                orNull(wellness.sleepQuality()),
                orNull(wellness.soreness()),
                orNull(wellness.fatigue()),
                orNull(wellness.stress()),
                orNull(wellness.mood()),
                orNull(wellness.nutrition()),
                wellness.illness().orElse(null),
                wellness.symptoms().orElse(null),
                wellness.pain()
                        .map(pains -> pains.stream()
                                .map(pain -> new PainRow(pain.site(), pain.level()))
                                .toList())
                        .orElse(null),
                wellness.professionalAgreed() ? true : null);
    }

    public Wellness toModel(LocalDate on, boolean byAthlete) {
        return new Wellness(
                on,
                optional(restingHeartRateBpm),
                optional(hrvMillis),
                optional(sleepHours),
                optional(sleepQuality),
                optional(soreness),
                optional(fatigue),
                optional(stress),
                optional(mood),
                optional(nutrition),
                Optional.ofNullable(illness),
                Optional.ofNullable(symptoms),
                Optional.ofNullable(pain)
                        .map(pains -> pains.stream()
                                .map(row -> new Wellness.Pain(row.site(), row.level()))
                                .toList()),
                professionalAgreed != null && professionalAgreed,
                byAthlete);
    }
}
