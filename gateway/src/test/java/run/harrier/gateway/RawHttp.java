package run.harrier.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;

/** Requests that no well-behaved client sends, byte by byte. */
public final class RawHttp {
    private RawHttp() {}

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

    /** The beginning of the response, whether or not the server waits for more of the request. */
    public static String statusLine(int port, String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(request));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
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
