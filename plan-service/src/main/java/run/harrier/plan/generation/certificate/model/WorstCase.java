package run.harrier.plan.generation.certificate.model;

import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;

/** Keeps the week in which a figure comes closest to its limit, or goes furthest beyond it. */
final class WorstCase {

    private static final double TOLERANCE = 1e-9;

    private @Nullable Integer week;
    private double value;
    private double limit;
    private double slack = Double.MAX_VALUE;

    WorstCase atMost(int week, double value, double limit) {
        return keep(week, value, limit, limit - value);
    }

    WorstCase atLeast(int week, double value, double limit) {
        return keep(week, value, limit, value - limit);
    }

    WorstCase within(int week, double value, double lowest, double highest) {
        return value - lowest < highest - value ? atLeast(week, value, lowest) : atMost(week, value, highest);
    }

    private WorstCase keep(int week, double value, double limit, double slack) {
        if (slack < this.slack - TOLERANCE || (slack < this.slack + TOLERANCE && value > this.value)) {
            this.week = week;
            this.value = value;
            this.limit = limit;
            this.slack = slack;
        }
        return this;
    }

    boolean holds() {
        return slack >= -TOLERANCE;
    }

    CertificateEntry entry(String rule, String text) {
        return new CertificateEntry(rule, text, holds(), week, value, limit, null);
    }

    CertificateEntry overridden(String rule, String text, String reason) {
        return new CertificateEntry(rule, text, holds(), week, value, limit, holds() ? null : reason);
    }
}
