package run.harrier.load.activity.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import run.harrier.load.analysis.model.Decoding.Reason;

/**
 * Walks through an XML file element by element, keeping nothing. Document types are refused, and with them every
 * entity that is not one of XML's own five.
 */
abstract class XmlWalk {
    private static final int DECLARATION_BYTES = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^[^<]{0,4}<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 4096;

    /** The elements around the current one, nearest first; names without prefix. */
    private final Deque<String> around = new ArrayDeque<>();

    private final StringBuilder text = new StringBuilder();

    /** An element begins; its attributes by local name. */
    abstract void begin(String name, XMLStreamReader attributes);

    /** An element ends; the text directly in it, stripped. */
    abstract void end(String name, String text);

    /** The element around the current one, or nothing at the root. */
    final String parent() {
        String parent = around.peek();
        return parent == null ? "" : parent;
    }

    final void walk(SentFile file, String root) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try (InputStream in = file.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(decoded(in));
            while (reader.hasNext()) {
                step(reader, reader.next(), root);
            }
        }
    }

    /**
     * The text of the file. Bytes that are none in its encoding are replaced: they spoil a name, not a run; and the
     * parser, left to decode, writes them to the console.
     */
    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, DECLARATION_BYTES);
        byte[] head = in.readNBytes(DECLARATION_BYTES);
        peeked.unread(head);
        if (head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
            return new InputStreamReader(peeked, UTF_16);
        }
        if (head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            peeked.skipNBytes(3);
        }
        Matcher declared = ENCODING.matcher(new String(head, ISO_8859_1));
        String encoding = declared.find() ? declared.group(1) : "UTF-8";
        try {
            return new BufferedReader(new InputStreamReader(peeked, Charset.forName(encoding)));
        } catch (IllegalArgumentException e) {
            throw RefusedException.damaged("The XML file's encoding is unknown.");
        }
    }

    private void step(XMLStreamReader reader, int event, String root) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                String name = reader.getLocalName();
                if (around.isEmpty() && !name.equals(root)) {
                    throw RefusedException.damaged(
                            "The XML file begins with <" + shortened(name) + ">, not <" + root + ">.");
                }
                if (around.size() == DEEPEST) {
                    throw RefusedException.damaged("The XML file is nested deeper than " + DEEPEST + ".");
                }
                text.setLength(0);
                begin(name, reader);
                around.push(name);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                String name = around.pop();
                end(name, text.toString().strip());
                text.setLength(0);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (text.length() < LONGEST_TEXT) {
                    int length = Math.min(reader.getTextLength(), LONGEST_TEXT - text.length());
                    text.append(reader.getTextCharacters(), reader.getTextStart(), length);
                }
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new RefusedException(
                        Reason.DAMAGED, "The XML file declares a document type or entities, which is not accepted.");
            default -> {}
        }
    }

    /** What is wrong, without the parser's own words, which quote the file. */
    static String sentence(XMLStreamException e) {
        return e.getLocation() == null
                ? "The file is not sound XML."
                : "The file is not sound XML at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ".";
    }

    static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }

    /** A number that is one: no NaN, no infinity. */
    static double number(String what, String word) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw RefusedException.implausible(what + " cannot be \"" + shortened(word) + "\".");
    }

    static double number(String what, String word, double least, double most) {
        double number = number(what, word);
        if (number < least || number > most) {
            throw RefusedException.implausible(what + " cannot be " + shortened(word) + ".");
        }
        return number;
    }
}
