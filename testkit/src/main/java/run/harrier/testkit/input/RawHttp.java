package run.harrier.testkit.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.provider.Arguments;

/** Requests that no well-behaved client sends, byte by byte. */
public final class RawHttp {
    private RawHttp() {}

    /** Heads of requests, to be filled by {@link #unreadable(String, String, String)}, and the status of their refusal. */
    public static Stream<Arguments> unreadable() {
        var bad = Stream.of(
                "GET PATH HTTP/1.1|Host: a b",
                "GET PATH HTTP/1.1|Host: a:b:c",
                "GET PATH HTTP/1.1|Host: a:99999",
                "GET PATH HTTP/1.1|Host: a|Host: a",
                "GET PATH HTTP/1.1|X: no host",
                "GET PATH/%zz HTTP/1.1|Host: a",
                "GET PATH?a=%zz HTTP/1.1|Host: a",
                "GET PATH?% HTTP/1.1|Host: a",
                "POST /%zz HTTP/1.1|Host: a",
                "GET PATH?a={ HTTP/1.1|Host: a",
                "GET http://[x/api HTTP/1.1|Host: a",
                "GET PATH HTTP/9|Host: a",
                "G@T PATH HTTP/1.1|Host: a",
                "GET PATH HTTP/1.1|Host: a|Bad Name: b",
                "GET PATH HTTP/1.1|Host: a|Content-Length: x",
                "POST PATH HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 2");
        return Stream.concat(
                bad.map(head -> Arguments.of(head, 400)),
                Stream.of(
                        Arguments.of("GET * HTTP/1.1|Host: a", 404),
                        Arguments.of("GET PATH?a=LONG HTTP/1.1|Host: a", 414),
                        Arguments.of("GET PATH HTTP/1.1|Host: a|X: LONG|Y: LONG|Z: LONG", 431)));
    }

    /** Bodies in chunks that cannot be read; each is refused with 400, whoever sends it and whatever for. */
    public static Stream<String> unreadableChunks() {
        return Stream.of(
                "zz\r\nhello\r\n0\r\n\r\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "100000005\r\nhello\r\n0\r\n\r\n",
                "ffffffffffffffff1\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\nzz\r\nhello\r\n0\r\n\r\n",
                "5\r\nhelloXX5\r\nhello\r\n0\r\n\r\n",
                "5;" + "a".repeat(9_000) + "\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nBad Name: x\r\n\r\n",
                "5\r\nhello\r\n0\r\nName: " + "a".repeat(20_000) + "\r\n\r\n");
    }

    public static String unreadable(String head, String path, String token) {
        return head.replace("PATH", path).replace("LONG", "a".repeat(8_000)).replace("|", "\r\n")
                + "\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
    }

    /** That the response is a problem of its own with this status, and ends where it says. */
    public static void assertProblem(String response, int status) throws IOException {
        Assertions.assertThat(response).contains("\r\n\r\n");
        var end = response.indexOf("\r\n\r\n");
        var head = response.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT);
        var body = response.substring(end + 4);
        Assertions.assertThat(head)
                .startsWith("http/1.1 " + status + " ")
                .contains("content-type: application/problem+json", "content-length: " + body.length(), "request-id: ");
        var problem = new ObjectMapper().readTree(body);
        Assertions.assertThat(problem.path("type").asText()).matches("urn:harrier:problem:[a-z-]+");
        Assertions.assertThat(problem.path("status").asInt()).isEqualTo(status);
        Assertions.assertThat(problem.path("title").asText()).isNotEmpty();
        Assertions.assertThat(head).contains(problem.path("instance").asText().replaceAll(".*:", "request-id: "));
    }

    /** The whole response, read until the server closes the connection, which the request has to ask for. */
    public static String exchange(int port, String request) {
        return exchange(port, request, "", "");
    }

    /** The same, but {@code then} is sent after an interim response. */
    public static String exchange(int port, String request, String interimAnswer, String then) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(request));
            var interim = socket.getInputStream().readNBytes(interimAnswer.length());
            if (!Arrays.equals(interim, bytes(interimAnswer))) {
                throw new AssertionError("instead of " + interimAnswer + ": " + new String(interim, ISO_8859_1));
            }
            socket.getOutputStream().write(bytes(then));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The response up to the end of a problem, whether or not the server waits for more of the request. */
    public static String problem(int port, String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(request));
            var in = socket.getInputStream();
            var response = new ByteArrayOutputStream();
            for (var next = in.read(); next >= 0; next = in.read()) {
                response.write(next);
                if (next == '}') {
                    break;
                }
            }
            return response.toString(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection on which a request has begun and {@code interimAnswer} has come. */
    public static Socket begin(int port, String request, String interimAnswer) throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(bytes(request));
        var interim = new String(socket.getInputStream().readNBytes(interimAnswer.length()), ISO_8859_1);
        if (!interim.equals(interimAnswer)) {
            throw new AssertionError("instead of " + interimAnswer + ": " + interim);
        }
        return socket;
    }

    /** In the place of an answer: the stream was reset, because the request was malformed (RFC 9113, 8.1.1). */
    public static final int RESET = -1;

    /**
     * The first byte of the answer's headers to a GET over HTTP/2: 0x88 for 200 and 0x8c for 400 (RFC 7541, appendix A).
     * The headers that are sent are neither checked nor compressed.
     */
    public static int http2(int port, String path, Map<String, String> headers) {
        var block = new ByteArrayOutputStream();
        block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86}); // GET, http
        literal(block, ":path", path);
        literal(block, ":authority", "gateway");
        headers.forEach((name, value) -> literal(block, name, value));
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
            out.write(frame(4, 0, 0, new byte[0]));
            out.write(frame(1, 0x5, 1, block.toByteArray()));
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                var length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
                var type = in.readUnsignedByte();
                var hasPriority = (in.readUnsignedByte() & 0x20) != 0;
                in.skipNBytes(4);
                var payload = in.readNBytes(length);
                if (type == 1) {
                    return payload[hasPriority ? 5 : 0] & 0xff;
                }
                if (type == 3) {
                    return RESET;
                }
                if (type == 7) {
                    throw new AssertionError("the connection ended");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many zero-byte CONTINUATION frames the server takes of headers that never end, before it ends the connection; at
     * most {@code most}.
     */
    public static int http2Continuations(int port, int most) throws IOException {
        var sent = 0;
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
            out.write(frame(4, 0, 0, new byte[0]));
            out.write(frame(1, 0x1, 1, new byte[] {(byte) 0x82, (byte) 0x86}));
            for (; sent < most && !isEnded(socket); sent++) {
                out.write(frame(9, 0, 1, new byte[0]));
            }
            return sent;
        } catch (SocketException reset) {
            return sent;
        }
    }

    /** Whether the server has sent GOAWAY; its SETTINGS and their acknowledgement are read over. */
    private static boolean isEnded(Socket socket) throws IOException {
        var in = socket.getInputStream();
        while (in.available() >= 9) {
            var head = in.readNBytes(9);
            if (head[3] == 7) {
                return true;
            }
            in.skipNBytes(((head[0] & 0xff) << 16) | ((head[1] & 0xff) << 8) | (head[2] & 0xff));
        }
        return false;
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    private static void literal(ByteArrayOutputStream block, String name, String value) {
        block.write(0); // not indexed, with a new name
        for (var text : new String[] {name, value}) {
            length(block, text.length());
            block.writeBytes(bytes(text));
        }
    }

    /** An integer with a prefix of seven bits (RFC 7541, 5.1). */
    private static void length(ByteArrayOutputStream block, int length) {
        if (length < 127) {
            block.write(length);
            return;
        }
        block.write(127);
        for (var rest = length - 127; ; rest >>= 7) {
            if (rest < 128) {
                block.write(rest);
                return;
            }
            block.write((rest & 127) | 128);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    public static String get(int port, String target, String token) {
        return exchange(
                port,
                "GET " + target + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token
                        + "\r\nConnection: close\r\n\r\n");
    }
}
