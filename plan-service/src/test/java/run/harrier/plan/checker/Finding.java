package run.harrier.plan.checker;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a plan does not keep.
 *
 * @param rule the decision or article sentence, {@code D26}
 * @param week from 1; absent where the whole plan is judged
 * @param text with the value and its limit
 * @param excusable the text of the rule, or an earlier one that leaves no room (D56), may excuse it
 */
public record Finding(String rule, @Nullable Integer week, String text, boolean excusable) {

    @Override
    public String toString() {
        return rule + (week == null ? "" : " week " + week) + (excusable ? " (excusable): " : ": ") + text;
    }
}
