package run.harrier.load.wellness.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who has called a warning sign over (D34): it ends when the athlete and a coach have, or the athlete alone who has none.
 *
 * @param signOn the last morning that had the sign
 * @param athleteAt when the athlete said it; absent before
 * @param coachAt when a coach said it; absent before
 * @param coach who that was, as the access token names them
 * @param closedOn the athlete's day of the second word, from which on the sign does not stand; absent while a word is missing
 */
public record ClosingWord(
        LocalDate signOn,
        @Nullable Instant athleteAt,
        @Nullable Instant coachAt,
        @Nullable String coach,
        @Nullable LocalDate closedOn) {

    /** Of a sign that nobody has called over yet. */
    public static ClosingWord none(LocalDate signOn) {
        return new ClosingWord(signOn, null, null, null, null);
    }

    boolean ends(LocalDate sign, LocalDate on) {
        return signOn.equals(sign) && closedOn != null && !closedOn.isAfter(on);
    }
}
