package run.harrier.load.series;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.load.series.model.Day;

/** Why a day without an activity was no rest day, as the athlete declares it. */
@Schema(description = "NO_DATA: trained, but nothing was recorded; NOT_WORN: the device was not worn")
record DeclaredAbsence(@NotNull State state) {
    @Schema(name = "Absence")
    enum State {
        NO_DATA(Day.Absence.NO_DATA),
        NOT_WORN(Day.Absence.NOT_WORN);

        private final Day.Absence absence;

        State(Day.Absence absence) {
            this.absence = absence;
        }
    }

    Day.Absence absence() {
        return state.absence;
    }
}
