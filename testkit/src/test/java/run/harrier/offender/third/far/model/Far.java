package run.harrier.offender.third.far.model;

import run.harrier.offender.third.near.model.NearRule;

/** The other half of the cycle. */
public class Far {

    Object needs() {
        return new NearRule();
    }
}
