package run.harrier.athlete.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {

    @Property
    void every_code_is_read_as_people_write_it(@ForAll("codes") JoinCode code) {
        assertThat(JoinCode.read(code.value())).contains(code);
        var written = code.value().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        assertThat(JoinCode.read(" " + written.substring(0, 5) + " - " + written.substring(5)))
                .contains(code);
    }

    @Provide
    Arbitrary<JoinCode> codes() {
        return Arbitraries.randoms().map(JoinCode::random);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "00000000000", "UUUUUUUUUU", "000000000\0", "äööööööööö"})
    void what_is_no_code_is_not_read(String written) {
        assertThat(JoinCode.read(written)).isEmpty();
    }
}
