package run.harrier.platform.http;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * What people write in a field. It shows what it holds: no control character but tab and line break, no character that
 * only directs how others are shown, but for a joiner between two that can be seen, as names in Persian have it, and
 * something to be seen unless it is empty. It has one spelling, Unicode's NFC.
 */
final class FreeText {
    /** Letters and symbols that are drawn as nothing: the fillers of Hangul and the empty pattern of Braille. */
    private static final String DRAWN_AS_NOTHING = "\u115f\u1160\u3164\uffa0\u2800";

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    private FreeText() {}

    static boolean isShown(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (isHidden(points[i]) && !joins(points, i)) {
                return false;
            }
        }
        return text.isEmpty() || Arrays.stream(points).anyMatch(FreeText::isVisible);
    }

    private static boolean joins(int[] points, int at) {
        return (points[at] == NON_JOINER || points[at] == JOINER)
                && at > 0
                && at + 1 < points.length
                && isSeen(points[at - 1])
                && isSeen(points[at + 1]);
    }

    private static boolean isSeen(int point) {
        return !isHidden(point) && (isVisible(point) || Character.getType(point) == Character.NON_SPACING_MARK);
    }

    static String spelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t' && point != '\n' && point != '\r';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> DRAWN_AS_NOTHING.indexOf(point) < 0;
        };
    }
}
