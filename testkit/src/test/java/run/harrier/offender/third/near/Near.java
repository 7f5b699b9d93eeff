package run.harrier.offender.third.near;

import run.harrier.offender.third.far.model.Far;

/** Half of a cycle between two rooms of one feature; the other half goes through their models. */
public class Near {

    Object needs() {
        return new Far();
    }
}
