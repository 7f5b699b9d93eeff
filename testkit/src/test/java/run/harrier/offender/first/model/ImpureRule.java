package run.harrier.offender.first.model;

import org.assertj.core.api.Assertions;

/** A model that needs more than the JDK. */
final class ImpureRule {

    void decide() {
        Assertions.assertThat(true).isTrue();
    }
}
