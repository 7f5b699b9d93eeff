package run.harrier.platform.http;

import java.text.Normalizer;

/**
 * What people write in a field. It shows what it holds: no control character but tab and line break, no character that
 * only directs how others are shown, and something to be seen unless it is empty. It has one spelling, Unicode's NFC.
 */
final class FreeText {
    /** Letters and symbols that are drawn as nothing: the fillers of Hangul and the empty pattern of Braille. */
    private static final String DRAWN_AS_NOTHING = "\u115f\u1160\u3164\uffa0\u2800";

    private FreeText() {}

    static boolean isShown(String text) {
        return text.codePoints().noneMatch(FreeText::isHidden)
                && (text.isEmpty() || text.codePoints().anyMatch(FreeText::isVisible));
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
