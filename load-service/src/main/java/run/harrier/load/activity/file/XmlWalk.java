package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import run.harrier.load.activity.file.XmlScanner.Tag;

/** Walks through an XML file element by element, keeping nothing. */
abstract class XmlWalk {
    private static final int DECLARATION_BYTES = 1024;
    /** A tool may have written a line of its own before the declaration. */
    private static final Pattern DECLARATION =
            Pattern.compile("^([^<]*)<\\?xml(?:[^>]*encoding=[\"']([A-Za-z0-9._-]{1,40})[\"'])?[^>]*>");

    private String parent = "";

    /** An element begins; its attributes by their names with prefixes. */
    abstract void begin(String name, Map<String, String> attributes);

    /** An element ends; the text directly in it, stripped. */
    abstract void end(String name, String text);

    /** The element around the one that ends, or nothing at the root. */
    final String parent() {
        return parent;
    }

    final void walk(SentFile file, String root) throws IOException {
        try (InputStream in = file.open()) {
            XmlScanner xml = decoded(in);
            boolean first = true;
            for (Tag tag = xml.next(); tag != Tag.NONE; tag = xml.next()) {
                String name = xml.name();
                if (first && !name.equals(root)) {
                    throw RefusedException.damaged(
                            "The XML file begins with <" + shortened(name) + ">, not <" + root + ">.");
                }
                first = false;
                if (tag == Tag.BEGIN) {
                    begin(name, xml.attributes());
                } else {
                    parent = xml.parent();
                    end(name, xml.text());
                }
            }
        }
    }

    /** The text of the file. Bytes that are none in its encoding are replaced: they spoil a name, not a run. */
    private static XmlScanner decoded(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, DECLARATION_BYTES);
        byte[] head = in.readNBytes(DECLARATION_BYTES);
        peeked.unread(head);
        if (head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
            return new XmlScanner(new InputStreamReader(peeked, UTF_16), 1);
        }
        Matcher declared = DECLARATION.matcher(new String(head, ISO_8859_1));
        if (!declared.find()) {
            return new XmlScanner(new InputStreamReader(peeked, UTF_8), 1);
        }
        String before = declared.group(1);
        peeked.skipNBytes(before.length());
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        try {
            String encoding = declared.group(2);
            // who can be read byte by byte until here is in no encoding of two bytes, whatever is declared
            boolean bytes =
                    encoding == null || encoding.toUpperCase(Locale.ROOT).startsWith("UTF-16");
            Charset charset = bytes ? UTF_8 : Charset.forName(encoding);
            return new XmlScanner(new InputStreamReader(peeked, charset), line);
        } catch (IllegalArgumentException e) {
            throw RefusedException.damaged("The XML file's encoding is unknown.");
        }
    }

    static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }
}
