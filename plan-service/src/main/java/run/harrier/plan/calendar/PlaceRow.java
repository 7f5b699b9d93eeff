package run.harrier.plan.calendar;

import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.strength.model.TrainingPhase;

/** {@link PlaceInPlan} as the database keeps it. */
record PlaceRow(TrainingPhase phase, int week, int weekOfPhase, boolean lighter, int strengthDay) {

    static PlaceRow from(PlaceInPlan place) {
        return new PlaceRow(place.phase(), place.week(), place.weekOfPhase(), place.lighter(), place.strengthDay());
    }

    PlaceInPlan toModel() {
        return new PlaceInPlan(phase, week, weekOfPhase, lighter, strengthDay);
    }
}
