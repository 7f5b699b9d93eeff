package run.harrier.load.squad;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import run.harrier.load.series.AcwrView;
import run.harrier.load.squad.model.Finding;
import run.harrier.load.wellness.model.Readiness;
import run.harrier.platform.json.Rounded;

/** How the athletes of a squad are. */
record SquadConditionView(List<AthleteCondition> items) {

    /**
     * The condition of one athlete.
     *
     * @param warningSign whether one stands (D34): no running today and tomorrow
     * @param acwr on the day, coupled (D3); absent without any record
     * @param doneSeconds the moving time of the runs from Monday to the day, as a week's plan counts its runs
     * @param doneBeforeSeconds the same of the days before the day, as what is due of the plan
     * @param findings the worst first
     */
    @Rounded
    record AthleteCondition(
            UUID athleteId,
            String displayName,
            LocalDate on,
            Readiness.Verdict readiness,
            boolean warningSign,
            @Nullable AcwrView acwr,
            double doneSeconds,
            double doneBeforeSeconds,
            List<Finding> findings) {}
}
