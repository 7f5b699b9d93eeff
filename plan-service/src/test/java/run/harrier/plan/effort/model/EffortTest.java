package run.harrier.plan.effort.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import run.harrier.plan.prescription.model.Zone;

/** S5, both ways. */
class EffortTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        " 1, SINGING,       EASY,     EASY",
        " 2, SINGING,       EASY,     EASY",
        " 3, CONVERSATION,  EASY,     EASY",
        " 4, CONVERSATION,  EASY,     EASY",
        " 5, SENTENCES,     MODERATE, MARATHON THRESHOLD",
        " 6, SENTENCES,     MODERATE, MARATHON THRESHOLD",
        " 7, SHORT_PHRASES, HARD,     THRESHOLD INTERVAL",
        " 8, SHORT_PHRASES, HARD,     THRESHOLD INTERVAL",
        " 9, SINGLE_WORDS,  HARD,     INTERVAL REPETITION",
        "10, NO_SPEECH,     HARD,     REPETITION",
    })
    void a_number_says_how_one_can_talk_and_the_zone(int rpe, TalkTest talkTest, Strain strain, String zones) {
        assertThat(Effort.of(rpe, null)).singleElement().satisfies(effort -> {
            assertThat(effort.talkTest()).isEqualTo(talkTest);
            assertThat(effort.strain()).isEqualTo(strain);
            assertThat(effort.zones()).map(Zone::name).containsExactly(zones.split(" ", -1));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EASY,       1, 4",
        "MARATHON,   5, 6",
        "THRESHOLD,  5, 8",
        "INTERVAL,   7, 9",
        "REPETITION, 9, 10",
    })
    void a_zone_says_its_numbers(Zone zone, int lowest, int highest) {
        assertThat(Effort.of(null, zone))
                .extracting(Effort::rpe)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(lowest, highest).boxed().toList());
    }

    /** What sessions prescribe (D1) lies within what the scale calls the zone, at least in part. */
    @ParameterizedTest
    @EnumSource
    void a_prescribed_effort_is_one_of_its_zone(Zone zone) {
        assertThat(Effort.of(null, zone))
                .extracting(Effort::rpe)
                .contains(zone.rpe().highest());
    }

    @Test
    void both_ways_at_once_is_what_fits_both() {
        assertThat(Effort.of(7, Zone.THRESHOLD)).extracting(Effort::rpe).containsExactly(7);
        assertThat(Effort.of(3, Zone.THRESHOLD)).isEmpty();
        assertThat(Effort.of(null, null)).isEqualTo(Effort.SCALE).hasSize(10);
    }
}
