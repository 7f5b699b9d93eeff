package run.harrier.load.wellness.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of an athlete for the readiness of a day; what is later does not matter.
 *
 * @param entries in any order: those from {@link Readiness#DAYS_BEFORE_MORNING} before the first day of signs, all with a sign
 *     of heart or breath, or with the word that ends it, and the last that the athlete entered
 * @param signsFrom the first day whose signs may stand: of every other sign before it two mornings in a row were without, or
 *     words have ended it; those entries only tell what is usual
 * @param words all that were said of the athlete's signs
 */
public record Mornings(List<Wellness> entries, LocalDate signsFrom, List<ClosingWord> words) {
    public Mornings {
        entries = List.copyOf(entries);
        words = List.copyOf(words);
    }

    /** What has been said of the sign of a morning. */
    public ClosingWord word(LocalDate signOn) {
        return words.stream()
                .filter(word -> word.signOn().equals(signOn))
                .findFirst()
                .orElse(ClosingWord.none(signOn));
    }
}
