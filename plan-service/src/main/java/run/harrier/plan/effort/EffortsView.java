package run.harrier.plan.effort;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.plan.effort.model.Effort;
import run.harrier.plan.effort.model.Strain;
import run.harrier.plan.effort.model.TalkTest;
import run.harrier.plan.prescription.model.Zone;

/** Efforts, by rising number. */
record EffortsView(List<EffortView> items) {

    record EffortView(
            @Schema(description = "From 1 to 10") int rpe,

            @Schema(description = "As runners say it") String name,

            TalkTest talkTest,

            @Schema(description = "How one can talk, as a sentence")
            String talkTestText,

            Strain strain,

            @Schema(description = "What it is like, as a sentence; to run by when pace means nothing")
            String strainText,

            @Schema(description = "The zones that are run at it, from slow to fast")
            List<Zone> zones) {

        static EffortView from(Effort effort) {
            return new EffortView(
                    effort.rpe(),
                    effort.name(),
                    effort.talkTest(),
                    effort.talkTest().text(),
                    effort.strain(),
                    effort.strain().text(),
                    effort.zones());
        }
    }

    static EffortsView from(List<Effort> efforts) {
        return new EffortsView(efforts.stream().map(EffortView::from).toList());
    }
}
