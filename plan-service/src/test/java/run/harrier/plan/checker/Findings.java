package run.harrier.plan.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings of a plan as they are collected. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    void add(String rule, String text) {
        all.add(new Finding(rule, null, text, false));
    }

    void add(String rule, Week week, String text) {
        all.add(new Finding(rule, week.number(), text, false));
    }

    void add(String rule, Week week, String text, boolean excusable) {
        all.add(new Finding(rule, week.number(), text, excusable));
    }

    void add(String rule, String text, boolean excusable) {
        all.add(new Finding(rule, null, text, excusable));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    static String km(double metres) {
        return String.format(Locale.ROOT, "%.2f km", metres / 1000);
    }

    static String min(double seconds) {
        return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
