package run.harrier.athlete.heartrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.harrier.athlete.heartrate.model.HeartRateZone.Name;

class SchemeTest {

    /** S3. */
    @Test
    void easy_is_60_to_70_percent_of_maximum() {
        assertThat(Scheme.PERCENT_OF_MAXIMUM.zones(heart(190, 50, null)))
                .containsExactly(
                        new HeartRateZone(Name.RECOVERY, 95, 113),
                        new HeartRateZone(Name.EASY, 114, 133),
                        new HeartRateZone(Name.MODERATE, 134, 151),
                        new HeartRateZone(Name.HARD, 152, 170),
                        new HeartRateZone(Name.VERY_HARD, 171, 190));
    }

    @Test
    void reserve_is_counted_above_rest() {
        assertThat(Scheme.PERCENT_OF_RESERVE.zones(heart(190, 50, null)))
                .contains(new HeartRateZone(Name.EASY, 134, 148), new HeartRateZone(Name.VERY_HARD, 176, 190));
    }

    @Test
    void of_threshold_easy_ends_below_90_percent() {
        assertThat(Scheme.PERCENT_OF_THRESHOLD.zones(heart(190, 50, 170)))
                .containsExactly(
                        new HeartRateZone(Name.RECOVERY, 50, 144),
                        new HeartRateZone(Name.EASY, 145, 152),
                        new HeartRateZone(Name.MODERATE, 153, 161),
                        new HeartRateZone(Name.HARD, 162, 169),
                        new HeartRateZone(Name.VERY_HARD, 170, 190));
    }

    @Test
    void a_threshold_that_was_not_measured_is_88_percent_of_maximum_and_marked() {
        var heart = heart(190, 50, null);
        assertThat(heart.thresholdBpm()).isEqualTo(167);
        assertThat(heart.thresholdIsEstimated()).isTrue();
        assertThat(heart(190, 50, 170).thresholdIsEstimated()).isFalse();
    }

    @Property(tries = 2000)
    void every_beat_up_to_the_maximum_lies_in_one_zone(
            @ForAll Scheme scheme,
            @ForAll @IntRange(min = 120, max = 230) int max,
            @ForAll @IntRange(min = 25, max = 110) int rest,
            @ForAll @IntRange(min = 60, max = 99) int thresholdPercent) {
        if (HeartRate.fault(max, rest, max * thresholdPercent / 100).isPresent()) {
            return;
        }
        var zones = scheme.zones(heart(max, rest, max * thresholdPercent / 100));
        assertThat(zones).extracting(HeartRateZone::name).containsExactly(Name.values());
        assertThat(zones.getLast().highestBpm()).isEqualTo(max);
        for (int i = 0; i < zones.size(); i++) {
            assertThat(zones.get(i).lowestBpm())
                    .isLessThanOrEqualTo(zones.get(i).highestBpm());
            if (i > 0) {
                assertThat(zones.get(i).lowestBpm() - zones.get(i - 1).highestBpm())
                        .isEqualTo(1);
            }
        }
    }

    private static HeartRate heart(int max, int rest, Integer threshold) {
        return new HeartRate(LocalDate.of(2026, 8, 1), max, rest, threshold, Origin.FIELD_TEST);
    }
}
