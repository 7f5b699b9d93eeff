package run.harrier.plan.generation.model;

import java.util.List;
import run.harrier.plan.generation.plan.model.CertificateEntry;

/** Where rules of a plan collide, the earlier of this order wins (D56). */
final class Yielding {
    /** From the first that may yield to the last; what is not here may not. */
    private static final List<String> ORDER = List.of(
            "D14", "S56", "D43", "D40", "S31", "S42", "S43", "S44", "D30", "D31", "S20", "D41", "D29", "D42", "D44",
            "D27", "D28");

    private static final String FOCUS = "S31";
    private static final String LAST_OF_PHASES = "S20";

    private Yielding() {}

    static List<CertificateEntry> applied(List<CertificateEntry> certificate) {
        return certificate.stream()
                .map(entry -> !entry.holds() && entry.override() == null && ORDER.contains(entry.rule())
                        ? entry.yielding()
                        : entry)
                .toList();
    }

    /**
     * How much yields: an earlier rule weighs more than all that come after it together. The share of a distance focus that
     * nobody asked for (S31, D6) goes after what the phases owe.
     */
    static int weight(List<CertificateEntry> certificate, boolean focusAsked) {
        int weight = 0;
        for (var entry : certificate) {
            boolean late = entry.rule().equals(FOCUS) && !focusAsked;
            int place = ORDER.indexOf(late ? LAST_OF_PHASES : entry.rule());
            weight += entry.yielded() ? 1 << (ORDER.size() - place) : 0;
        }
        return weight;
    }
}
