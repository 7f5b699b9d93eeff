package run.harrier.plan.generation.certificate.model;

import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;

/** Counts what breaks a rule that nothing may break, and keeps the week with the most of it. */
final class Offences {

    private @Nullable Integer worstWeek;
    private int worst;
    private int all;

    void add(int week, int count) {
        all += count;
        if (count > worst) {
            worst = count;
            worstWeek = week;
        }
    }

    CertificateEntry entry(String rule, String text) {
        return new CertificateEntry(rule, text, all == 0, worstWeek, all, 0, null);
    }
}
