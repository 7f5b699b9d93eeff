package run.harrier.plan.generation.plan.model;

import org.jspecify.annotations.Nullable;

/**
 * One rule the plan was built by, judged on the finished plan (M2).
 *
 * @param rule its number in the requirements, such as S53
 * @param text what the value is, and of which kind the limit is
 * @param closestWeek the number of the week in which the value comes closest to the limit; absent when the rule is
 *     about the whole plan
 * @param value in the unit that {@code text} names
 * @param yielded it does not hold because rules that go before it left no room (D56)
 * @param override the reason why the coach's request stands against the rule; absent when it does not
 */
public record CertificateEntry(
        String rule,
        String text,
        boolean holds,
        @Nullable Integer closestWeek,
        double value,
        double limit,
        @Nullable String override,
        boolean yielded) {

    public CertificateEntry(
            String rule,
            String text,
            boolean holds,
            @Nullable Integer closestWeek,
            double value,
            double limit,
            @Nullable String override) {
        this(rule, text, holds, closestWeek, value, limit, override, false);
    }

    /** Another rule went first (D56). */
    public CertificateEntry yielding() {
        return new CertificateEntry(rule, text, holds, closestWeek, value, limit, override, true);
    }

    /** The value keeps to its limit, and yet the rule is broken in another way. */
    public CertificateEntry broken() {
        return new CertificateEntry(rule, text, false, closestWeek, value, limit, null);
    }
}
