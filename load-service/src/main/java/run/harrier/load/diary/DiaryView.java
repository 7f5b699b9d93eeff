package run.harrier.load.diary;

import static run.harrier.platform.json.Optionals.orNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.load.diary.model.DiaryRun;
import run.harrier.load.diary.model.DiarySpan;
import run.harrier.platform.json.Rounded;

/**
 * How hard the runs of a range were, as a whole and week by week.
 *
 * @param holds the verdict of D2, which is about the whole range; absent when no run's intensity is known
 */
record DiaryView(
        SpanView total,

        @Schema(
                description =
                        "Whether 80/20 holds over the whole range: up to 28 % of the runs and 20 % of the time hard."
                                + " Absent when no run's intensity is known")
        @Nullable
        Boolean holds,

        @Schema(description = "From Monday to Sunday; the first and the last as far as the range reaches")
        List<SpanView> weeks) {

    static DiaryView from(DiarySpan total, List<DiarySpan> weeks) {
        return new DiaryView(
                SpanView.from(total),
                total.diary().runs() == 0 ? null : total.diary().holds(),
                weeks.stream().map(SpanView::from).toList());
    }

    /**
     * The runs of some days. Shares are from 0 to 1, and absent without runs or time to share.
     *
     * @param runs how many, with those of unknown intensity
     */
    @Rounded
    record SpanView(
            LocalDate from,
            LocalDate to,
            int runs,

            @Schema(description = "Runs of which neither pace, heart rate nor effort is known: they are in no share")
            int unknownRuns,

            @Schema(
                    description =
                            "Races, tests, hard sessions of the plan that were not run easy, and whatever has five"
                                    + " minutes or more at threshold or faster")
            int hardRuns,

            @Schema(
                    description =
                            "Runs that were to be easy, or were not hard, and yet too hard for an easy run: a tenth of the time with the heart"
                                    + " rate above easy, a quarter faster than easy, or an effort of 5 (6 over 90 minutes)")
            int tooHardForEasyRuns,

            @Schema(description = "Hard runs of those whose intensity is known") @Nullable
            Double hardShare,

            @Schema(description = "Easy") double lowSeconds,

            @Nullable Double lowTimeShare,

            @Schema(description = "Marathon pace and the gap up to threshold")
            double moderateSeconds,

            @Nullable Double moderateTimeShare,

            @Schema(description = "Threshold and faster, and all of a race or test that was not easy")
            double highSeconds,

            @Nullable Double hardTimeShare,

            @Schema(description = "Moderate running that the plan had asked for")
            double prescribedModerateSeconds,

            @Schema(description = "Moderate running that no plan had asked for: the grey zone")
            double unplannedModerateSeconds,

            @Schema(description = "More than a tenth of the time was grey")
            boolean grey,

            @Schema(description = "The runs that were grey for more than a tenth of their time, the greyest first")
            List<GreyRunView> greyRuns) {

        static SpanView from(DiarySpan span) {
            var diary = span.diary();
            return new SpanView(
                    span.from(),
                    span.to(),
                    diary.runs() + span.unknownRuns(),
                    span.unknownRuns(),
                    diary.hardRuns(),
                    diary.tooHardForEasyRuns(),
                    orNull(diary.hardShare()),
                    diary.lowSeconds(),
                    orNull(diary.lowTimeShare()),
                    diary.moderateSeconds(),
                    orNull(diary.moderateTimeShare()),
                    diary.highSeconds(),
                    orNull(diary.hardTimeShare()),
                    diary.prescribedModerateSeconds(),
                    diary.unplannedModerateSeconds(),
                    diary.grey(),
                    span.greyRuns().stream().map(GreyRunView::from).toList());
        }
    }

    /** A run that S22 flags. */
    @Rounded
    record GreyRunView(UUID activityId, LocalDate on, double unplannedModerateSeconds) {
        static GreyRunView from(DiaryRun run) {
            return new GreyRunView(run.activityId(), run.on(), run.unplannedModerateSeconds());
        }
    }
}
