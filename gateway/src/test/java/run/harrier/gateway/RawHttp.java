package run.harrier.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that no well-behaved client sends, byte by byte. */
public final class RawHttp {
    private RawHttp() {}

    /** The whole answer, read until the server closes: the request has to ask for that. */
    public static String exchange(int port, String head) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String get(int port, String target, String token) {
        return exchange(
                port,
                "GET " + target + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + token
                        + "\r\nConnection: close\r\n\r\n");
    }
}
