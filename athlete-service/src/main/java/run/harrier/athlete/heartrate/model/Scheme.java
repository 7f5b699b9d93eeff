package run.harrier.athlete.heartrate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import run.harrier.athlete.heartrate.model.HeartRateZone.Name;

/**
 * How the five heart-rate zones are cut (D8). Each zone starts at its percentage and ends one beat below the next; the
 * last one ends at the maximum. No beat belongs to two zones. Of the maximum and of the reserve a beat at exactly 70 % is
 * easy, not moderate, because S3 counts it in: 70 % of 190 is 133, and easy is 114-133.
 */
public enum Scheme {
    /** 50, 60, 70, 80 and 90 % of the maximum. */
    PERCENT_OF_MAXIMUM,
    /** 50, 60, 70, 80 and 90 % of what lies between rest and maximum, above rest (Karvonen). */
    PERCENT_OF_RESERVE,
    /** 85, 90, 95 and 100 % of the threshold (after Friel); the first zone starts at rest. */
    PERCENT_OF_THRESHOLD;

    public List<HeartRateZone> zones(HeartRate of) {
        var zones = new ArrayList<HeartRateZone>();
        var highest = of.maxBpm();
        for (var name : Arrays.asList(Name.values()).reversed()) {
            var lowest = Math.clamp(lowestBpm(of, name), of.restBpm(), of.maxBpm());
            zones.add(new HeartRateZone(name, lowest, highest));
            highest = lowest - 1;
        }
        return List.copyOf(zones.reversed());
    }

    private int lowestBpm(HeartRate of, Name zone) {
        var bound = lowerBound(of, zone);
        var isEasys = zone == Name.MODERATE && this != PERCENT_OF_THRESHOLD;
        return isEasys ? Math.floorDiv(bound, 100) + 1 : Math.ceilDiv(bound, 100);
    }

    /** In hundredths of a beat, so that it is exact. */
    private int lowerBound(HeartRate of, Name zone) {
        return switch (this) {
            case PERCENT_OF_MAXIMUM -> percent(zone) * of.maxBpm();
            case PERCENT_OF_RESERVE -> 100 * of.restBpm() + percent(zone) * (of.maxBpm() - of.restBpm());
            case PERCENT_OF_THRESHOLD -> percentOfThreshold(zone) * of.thresholdBpm();
        };
    }

    private static int percent(Name zone) {
        return switch (zone) {
            case RECOVERY -> 50;
            case EASY -> 60;
            case MODERATE -> 70;
            case HARD -> 80;
            case VERY_HARD -> 90;
        };
    }

    private static int percentOfThreshold(Name zone) {
        return switch (zone) {
            case RECOVERY -> 0;
            case EASY -> 85;
            case MODERATE -> 90;
            case HARD -> 95;
            case VERY_HARD -> 100;
        };
    }
}
