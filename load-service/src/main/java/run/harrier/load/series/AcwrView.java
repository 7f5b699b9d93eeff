package run.harrier.load.series;

import run.harrier.load.series.model.Acwr;
import run.harrier.platform.json.Rounded;

/**
 * The acute to chronic workload ratio: a signal that the load changed, no prediction of injury.
 *
 * @param coverageDays how many of the last 28 days are known
 * @param provisional whether fewer than all 28 are known
 */
@Rounded
public record AcwrView(double value, Acwr.Method method, int coverageDays, boolean provisional) {
    public static AcwrView from(Acwr acwr) {
        return new AcwrView(acwr.value(), acwr.method(), acwr.coverageDays(), acwr.provisional());
    }
}
