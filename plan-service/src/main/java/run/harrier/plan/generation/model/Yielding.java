package run.harrier.plan.generation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.generation.plan.model.CertificateEntry;

/**
 * What the certificate of a plan comes to. Where rules of a plan collide, the earlier of an order wins (D56).
 *
 * @param certificate up to the entry that decides against the plan, if one does
 * @param weight how much yields: an earlier rule weighs more than all that come after it together
 * @param against does not hold and may not yield; absent when nothing stands against the plan
 */
record Yielding(
        List<CertificateEntry> certificate,
        int weight,
        @Nullable CertificateEntry against) {
    /** From the first that may yield to the last; what is not here may not. */
    private static final List<String> ORDER = List.of(
            "D14", "S56", "D43", "D40", "S31", "S42", "S43", "S44", "D30", "D31", "S20", "D41", "D29", "D42", "D44",
            "D27", "D28");

    private static final String FOCUS = "S31";
    private static final String LAST_OF_PHASES = "S20";

    /**
     * One entry after the other, until one is against the plan or as much yields as in another.
     *
     * @param least that yields in another plan
     */
    static Yielding of(Stream<CertificateEntry> entries, boolean focusAsked, int least) {
        var certificate = new ArrayList<CertificateEntry>();
        int weight = 0;
        for (var entry : (Iterable<CertificateEntry>) entries::iterator) {
            boolean stands = entry.holds() || entry.override() != null;
            if (!stands && !mayYield(entry.rule())) {
                return new Yielding(certificate, weight, entry);
            }
            certificate.add(stands ? entry : entry.yielding());
            weight += stands ? 0 : weight(entry.rule(), focusAsked);
            if (weight >= least) {
                break;
            }
        }
        return new Yielding(certificate, weight, null);
    }

    static boolean mayYield(String rule) {
        return ORDER.contains(rule);
    }

    /** The share of a distance focus that nobody asked for (S31, D6) goes after what the phases owe. */
    private static int weight(String rule, boolean focusAsked) {
        boolean late = rule.equals(FOCUS) && !focusAsked;
        return 1 << (ORDER.size() - ORDER.indexOf(late ? LAST_OF_PHASES : rule));
    }
}
