package run.harrier.plan.effort.model;

import static run.harrier.plan.prescription.model.Zone.EASY;
import static run.harrier.plan.prescription.model.Zone.INTERVAL;
import static run.harrier.plan.prescription.model.Zone.MARATHON;
import static run.harrier.plan.prescription.model.Zone.REPETITION;
import static run.harrier.plan.prescription.model.Zone.THRESHOLD;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.prescription.model.Zone;

/**
 * An effort on the scale of 1 to 10, with how one can talk at it and the zones that are run at it (S5).
 *
 * @param name as runners say it
 * @param zones from slow to fast, at least one
 */
public record Effort(int rpe, String name, TalkTest talkTest, Strain strain, List<Zone> zones) {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 10;

    /** All of them, by rising number. */
    public static final List<Effort> SCALE =
            IntStream.rangeClosed(LOWEST, HIGHEST).mapToObj(Effort::of).toList();

    private static Effort of(int rpe) {
        return switch (rpe) {
            case 1 -> new Effort(rpe, "walking", TalkTest.SINGING, Strain.EASY, List.of(EASY));
            case 2 -> new Effort(rpe, "the lightest jog", TalkTest.SINGING, Strain.EASY, List.of(EASY));
            case 3, 4 -> new Effort(rpe, "easy", TalkTest.CONVERSATION, Strain.EASY, List.of(EASY));
            case 5, 6 ->
                new Effort(rpe, "comfortably hard", TalkTest.SENTENCES, Strain.MODERATE, List.of(MARATHON, THRESHOLD));
            case 7, 8 -> new Effort(rpe, "hard", TalkTest.SHORT_PHRASES, Strain.HARD, List.of(THRESHOLD, INTERVAL));
            case 9 -> new Effort(rpe, "very hard", TalkTest.SINGLE_WORDS, Strain.HARD, List.of(INTERVAL, REPETITION));
            default -> new Effort(rpe, "all-out", TalkTest.NO_SPEECH, Strain.HARD, List.of(REPETITION));
        };
    }

    /** The efforts of a number, of a zone, or of both; all where neither is asked for. */
    public static List<Effort> of(@Nullable Integer rpe, @Nullable Zone zone) {
        return SCALE.stream()
                .filter(effort -> rpe == null || effort.rpe() == rpe)
                .filter(effort -> zone == null || effort.zones().contains(zone))
                .toList();
    }
}
