package run.harrier.load.activity.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads XML as devices write it, tag by tag. Prefixes mean nothing, declared or not; instructions and comments are passed
 * over; a document type is refused, and with it every entity that is not one of XML's own five. Nothing but the open
 * elements is kept, and each length and number has a limit: the length of the file bounds memory and time.
 */
final class XmlScanner {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TEXT = 64 << 10;
    private static final int LONGEST_ENTITY = 10;
    private static final int MOST_ATTRIBUTES = 64;
    /** Tags, attributes, comments and the like: 26 a point of forty hours, second by second. */
    private static final int MOST_PARTS = 4_000_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    /** What {@link #next} found. */
    enum Tag {
        BEGIN,
        END,
        /** Of the file, behind the root's end. */
        NONE
    }

    private final Reader in;
    private final char[] buffer = new char[8192];
    private int filled;
    private int at;
    private int line;
    private int column;
    private int parts;

    /** With their prefixes; the nearest first. */
    private final Deque<String> open = new ArrayDeque<>();

    private final Map<String, String> attributes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder name = new StringBuilder();
    private String current = "";
    private boolean beginAndEnd;
    private boolean rootSeen;

    /** @param line of the file in which the text begins */
    XmlScanner(Reader in, int line) {
        this.in = in;
        this.line = line;
    }

    /** The element's name, without its prefix. */
    String name() {
        return local(current);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The attributes of an element that begins, by their names with prefixes. */
    Map<String, String> attributes() {
        return attributes;
    }

    /** Of the element around one that has ended: its name, without its prefix; nothing at the root. */
    String parent() {
        String parent = open.peek();
        return parent == null ? "" : local(parent);
    }

    /** The text since the last tag, stripped. */
    String text() {
        return text.toString().strip();
    }

    /** Goes on to the next beginning or end of an element. */
    Tag next() throws IOException {
        attributes.clear();
        text.setLength(0);
        if (beginAndEnd) {
            beginAndEnd = false;
            current = open.pop();
            return Tag.END;
        }
        for (int c = read(); c != END; c = read()) {
            if (c != '<') {
                text(c);
                continue;
            }
            part();
            switch (peek()) {
                case '?' -> passOver("?>", "an instruction");
                case '!' -> declaration();
                case '/' -> {
                    return end();
                }
                default -> {
                    return begin();
                }
            }
        }
        if (!rootSeen || !open.isEmpty()) {
            throw endsTooEarly();
        }
        return Tag.NONE;
    }

    private void part() {
        if (++parts > MOST_PARTS) {
            throw RefusedException.implausible("The file holds more than " + MOST_PARTS + " tags and attributes.");
        }
    }

    private Tag begin() throws IOException {
        current = readName();
        if (open.isEmpty() && rootSeen) {
            throw unsound();
        }
        if (open.size() == DEEPEST) {
            throw RefusedException.implausible("The XML file is nested deeper than " + DEEPEST + ".");
        }
        rootSeen = true;
        open.push(current);
        while (true) {
            boolean apart = skipBlanks();
            switch (peek()) {
                case '>' -> {
                    read();
                    return Tag.BEGIN;
                }
                case '/' -> {
                    read();
                    require('>');
                    beginAndEnd = true;
                    return Tag.BEGIN;
                }
                default -> {
                    if (!apart) {
                        throw unsound();
                    }
                    attribute();
                }
            }
        }
    }

    private void attribute() throws IOException {
        part();
        String key = readName();
        skipBlanks();
        require('=');
        skipBlanks();
        int quote = read();
        if (quote != '"' && quote != '\'') {
            throw unsound();
        }
        text.setLength(0);
        for (int c = readOn(); c != quote; c = readOn()) {
            if (c == '<') {
                throw unsound();
            }
            append(c == '&' ? entity() : c);
        }
        if (attributes.size() == MOST_ATTRIBUTES) {
            throw RefusedException.implausible(
                    "The XML file has an element with more than " + MOST_ATTRIBUTES + " attributes.");
        }
        if (attributes.put(key, text.toString()) != null) {
            throw unsound();
        }
        text.setLength(0);
    }

    private Tag end() throws IOException {
        read();
        current = readName();
        skipBlanks();
        require('>');
        if (open.isEmpty() || !open.pop().equals(current)) {
            throw unsound();
        }
        return Tag.END;
    }

    /** A comment or raw text; a document type is refused. */
    private void declaration() throws IOException {
        read();
        switch (peek()) {
            case '-' -> {
                read();
                require('-');
                passOver("-->", "a comment");
            }
            case '[' -> {
                for (char c : "[CDATA[".toCharArray()) {
                    require(c);
                }
                rawText();
            }
            default -> throw entities();
        }
    }

    private void passOver(String end, String what) throws IOException {
        long last = 0;
        for (int length = 0; !ends(last, end); length++) {
            if (length == LONGEST_TEXT) {
                throw tooLong(what);
            }
            last = (last << Character.SIZE) | readOn();
        }
    }

    private void rawText() throws IOException {
        if (open.isEmpty()) {
            throw unsound();
        }
        for (long last = 0; !ends(last, "]]>"); ) {
            int c = readOn();
            append(c);
            last = (last << Character.SIZE) | c;
        }
        text.setLength(text.length() - 3);
    }

    /** @param last the last characters, each in its 16 bits */
    private static boolean ends(long last, String end) {
        long wanted = 0;
        for (int i = 0; i < end.length(); i++) {
            wanted = (wanted << Character.SIZE) | end.charAt(i);
        }
        return (last & ((1L << (Character.SIZE * end.length())) - 1)) == wanted;
    }

    /** Blanks at its beginning are no part of a text, however many. */
    private void text(int c) throws IOException {
        if (open.isEmpty()) {
            if (!blank(c) && (c != BYTE_ORDER_MARK || rootSeen)) {
                throw unsound();
            }
        } else if (!text.isEmpty() || !blank(c)) {
            append(c == '&' ? entity() : c);
        }
    }

    private void append(int codePoint) {
        if (text.length() >= LONGEST_TEXT) {
            throw tooLong("a text");
        }
        text.appendCodePoint(codePoint);
    }

    private int entity() throws IOException {
        name.setLength(0);
        for (int c = readOn(); c != ';'; c = readOn()) {
            if (name.length() == LONGEST_ENTITY) {
                throw unsound();
            }
            name.append((char) c);
        }
        String entity = name.toString();
        return switch (entity) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> codePoint(entity);
        };
    }

    private int codePoint(String entity) {
        if (!entity.startsWith("#")) {
            throw entities();
        }
        try {
            int code = entity.startsWith("#x")
                    ? Integer.parseInt(entity, 2, entity.length(), 16)
                    : Integer.parseInt(entity, 1, entity.length(), 10);
            if (Character.isValidCodePoint(code) && !illegal(code) && Character.getType(code) != Character.SURROGATE) {
                return code;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw unsound();
    }

    private String readName() throws IOException {
        name.setLength(0);
        for (int c = peek(); c != END && !blank(c) && "/>=<&\"'".indexOf(c) < 0; c = peek()) {
            if (name.length() == LONGEST_NAME) {
                throw RefusedException.implausible(
                        "The XML file has a name longer than " + LONGEST_NAME + " characters, at " + position() + ".");
            }
            name.append((char) read());
        }
        if (name.isEmpty()) {
            throw unsound();
        }
        return name.toString();
    }

    private boolean skipBlanks() throws IOException {
        boolean any = false;
        for (; blank(peek()); any = true) {
            read();
        }
        return any;
    }

    private void require(char expected) throws IOException {
        if (read() != expected) {
            throw unsound();
        }
    }

    private int peek() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
        }
        return filled == 0 ? END : buffer[at];
    }

    private int read() throws IOException {
        int c = peek();
        if (c == END) {
            return END;
        }
        at++;
        column++;
        if (illegal(c)) {
            throw unsound();
        }
        if (c == '\n') {
            line++;
            column = 0;
        }
        return c;
    }

    /** The file does not end here. */
    private int readOn() throws IOException {
        int c = read();
        if (c == END) {
            throw endsTooEarly();
        }
        return c;
    }

    private static boolean blank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean illegal(int c) {
        return (c < ' ' && !blank(c)) || c == 0xFFFE || c == 0xFFFF;
    }

    private String position() {
        return "line " + line + ", column " + Math.max(1, column);
    }

    private RefusedException endsTooEarly() {
        return RefusedException.damaged("The XML file ends too early, at " + position() + ".");
    }

    private RefusedException unsound() {
        return RefusedException.damaged("The file is not sound XML at " + position() + ".");
    }

    private RefusedException tooLong(String what) {
        return RefusedException.implausible(
                "The XML file has " + what + " longer than " + LONGEST_TEXT + " characters, at " + position() + ".");
    }

    private static RefusedException entities() {
        return RefusedException.damaged("The XML file declares a document type or entities, which is not accepted.");
    }
}
