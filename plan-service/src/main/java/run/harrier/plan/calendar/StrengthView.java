package run.harrier.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.athlete.AthleteSnapshot;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.plan.strength.StrengthCatalogue;
import run.harrier.plan.strength.model.Cue;
import run.harrier.plan.strength.model.StrengthSession;

/** What of the catalogue of strength and technique a session holds (D42). */
final class StrengthView {

    private StrengthView() {}

    /** An exercise, counted in repetitions or held for seconds, never both. */
    record ExerciseView(
            @Schema(description = "Of the catalogue, the same for ever", examples = "split-squat")
            String id,

            @Schema(examples = "Split squat") String name,

            @Schema(description = "How it is done") String movement,

            @Schema(examples = "3") int sets,

            @Schema(description = "Of one set, at least", examples = "8") @Nullable
            Integer repetitionsLowest,

            @Schema(description = "Of one set, at most", examples = "10") @Nullable
            Integer repetitionsHighest,

            @Schema(description = "Of one set that is held, instead of repetitions", examples = "30") @Nullable
            Integer seconds,

            @Schema(description = "Once on each side") boolean eachSide,

            @Schema(description = "What makes it harder, once it is easy")
            String progression,

            @Schema(description = "What it does for running")
            String purpose) {

        static ExerciseView from(StrengthSession.Exercise exercise) {
            var item = exercise.item();
            var repetitions = exercise.repetitions();
            return new ExerciseView(
                    item.id(),
                    item.name(),
                    item.movement(),
                    exercise.sets(),
                    repetitions == null ? null : repetitions.lowest(),
                    repetitions == null ? null : repetitions.highest(),
                    item.seconds(),
                    item.eachSide(),
                    item.progression(),
                    item.purpose());
        }
    }

    /** One thing to think of on an easy run (S89). */
    record CueView(
            @Schema(description = "Of the catalogue, the same for ever", examples = "tall")
            String id,

            @Schema(description = "What to think of") String text,

            @Schema(description = "What it is good for") String purpose) {

        static CueView from(Cue cue) {
            return new CueView(cue.id(), cue.text(), cue.purpose());
        }
    }

    /** Of a strength day, by what the athlete's intake says today; absent for any other. */
    static @Nullable List<ExerciseView> exercises(CalendarSession session, AthleteSnapshot athlete) {
        var place = session.place();
        if (place == null || session.planned().kind() != SessionKind.STRENGTH) {
            return null;
        }
        return StrengthCatalogue.STRENGTH
                .session(
                        place.week(),
                        place.strengthDay(),
                        place.lighter(),
                        athlete.restrictedMovements(),
                        athlete.openInjury())
                .exercises()
                .stream()
                .map(ExerciseView::from)
                .toList();
    }

    /** Of an easy run; absent for any other. */
    static @Nullable List<CueView> cues(CalendarSession session) {
        var place = session.place();
        if (place == null || session.planned().kind() != SessionKind.EASY) {
            return null;
        }
        return StrengthCatalogue.STRENGTH.cues(place.phase(), place.weekOfPhase()).stream()
                .map(CueView::from)
                .toList();
    }
}
