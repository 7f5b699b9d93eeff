package run.harrier.load.series;

import static run.harrier.platform.json.Optionals.orNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.model.CalendarWeek;
import run.harrier.load.series.model.DayFigures;
import run.harrier.load.series.model.DayFigures.State;
import run.harrier.load.series.model.Monotony;
import run.harrier.platform.json.Rounded;

/** The series of a range of days, up to today. */
record LoadSeriesView(
        List<DayView> days,

        @Schema(description = "From Monday to Sunday; the first and the last as far as the range and today reach")
        List<WeekView> weeks,

        @Schema(
                description =
                        "Whether figures of these days are about to be computed again, as thresholds have changed;"
                                + " changed thresholds take up to a second to be known here")
        boolean recomputing) {

    static LoadSeriesView from(List<DayFigures> days, Map<LocalDate, Double> planned, boolean recomputing) {
        var views = days.stream()
                .map(day -> DayView.from(day, planned.get(day.on())))
                .toList();
        var weeks = views.stream()
                .collect(Collectors.groupingBy(
                        day -> CalendarWeek.of(day.on()).monday(), TreeMap::new, Collectors.toList()));
        return new LoadSeriesView(
                views, weeks.values().stream().map(WeekView::from).toList(), recomputing);
    }

    /**
     * What was done and what was planned on the same days.
     *
     * @param load absent where nothing is known of any of them
     */
    @Rounded
    @Schema(name = "LoadWeek")
    record WeekView(
            LocalDate from,
            LocalDate to,
            @Nullable Double load,

            @Schema(description = "The sum of its days; absent without a session") @Nullable
            Double plannedLoad) {

        static WeekView from(List<DayView> days) {
            return new WeekView(
                    days.getFirst().on(),
                    days.getLast().on(),
                    sum(days.stream().map(DayView::load)),
                    sum(days.stream().map(DayView::plannedLoad)));
        }

        private static @Nullable Double sum(Stream<@Nullable Double> figures) {
            return figures.filter(Objects::nonNull).reduce(Double::sum).orElse(null);
        }
    }

    /**
     * One day.
     *
     * @param load absent where nothing is known of the day
     * @param acwr the coupled ratio (D3); beside it the others
     */
    @Rounded
    record DayView(
            LocalDate on,
            @Nullable Double load,

            @Schema(
                    description = "What the athlete's plans asked for on the day, as it was when its sessions last"
                            + " changed; 0 for rest, absent without a session. Clients of partners read it of the"
                            + " sessions, with `plan:read`, and never here",
                    examples = "52.4")
            @Nullable
            Double plannedLoad,

            @Schema(description = "REST is a day without activity inside the record; nothing is known of the last two")
            State state,

            @Schema(description = "The load of 42 days, exponentially weighted")
            double fitness,

            @Schema(description = "The load of 7 days, exponentially weighted")
            double fatigue,

            @Schema(description = "Yesterday's fitness less yesterday's fatigue")
            double form,

            @Nullable AcwrView acwr,
            @Nullable AcwrView acwrUncoupled,
            @Nullable AcwrView acwrWeighted,

            @Schema(description = "Of the running of seven days; watch from 1.5, warn from 2.0") @Nullable
            Double monotony,

            @Nullable Double strain,

            @Schema(description = "Change of fitness in a week") @Nullable
            Double rampPerWeek) {

        static DayView from(DayFigures day, @Nullable Double planned) {
            var known = day.state() == State.TRAINED || day.state() == State.REST;
            return new DayView(
                    day.on(),
                    known ? day.load() : null,
                    planned,
                    day.state(),
                    day.fitness(),
                    day.fatigue(),
                    day.form(),
                    day.acwr().map(AcwrView::from).orElse(null),
                    day.acwrUncoupled().map(AcwrView::from).orElse(null),
                    day.acwrWeighted().map(AcwrView::from).orElse(null),
                    day.monotony().map(Monotony::value).orElse(null),
                    day.monotony().map(Monotony::strain).orElse(null),
                    orNull(day.rampPerWeek()));
        }
    }
}
