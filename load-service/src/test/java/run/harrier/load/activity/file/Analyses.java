package run.harrier.load.activity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import run.harrier.load.analysis.model.Analysis;
import run.harrier.load.analysis.model.Decoding;
import run.harrier.load.analysis.model.Decoding.Decoded;
import run.harrier.load.recording.model.Choice;
import run.harrier.load.recording.model.Choice.Kind;

/** What tests of odd files expect of what was read. */
final class Analyses {
    private Analyses() {}

    static Analysis only(Decoding decoding) {
        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoded.class, decoded -> assertThat(decoded.analyses()).hasSize(1));
        return ((Decoded) decoding).analyses().getFirst();
    }

    /** Half an hour at 3 m/s. */
    static void assertHalfHour(Analysis run) {
        assertThat(run.figures().distanceMetres().orElseThrow()).isCloseTo(5400, within(1.0));
        assertThat(run.figures().movingSeconds()).isCloseTo(1800, within(1.0));
    }

    static List<Kind> kinds(Analysis run) {
        return run.reading().choices().stream().map(Choice::kind).toList();
    }
}
