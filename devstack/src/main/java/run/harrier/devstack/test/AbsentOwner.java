package run.harrier.devstack.test;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An owner of rights who knows nobody: a right that is missing here is missing. */
public final class AbsentOwner implements QuarkusTestResourceLifecycleManager {
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var knowingNobody = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            knowingNobody.createContext("/", exchange -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            knowingNobody.start();
            server = knowingNobody;
            return Map.of(
                    "harrier.athlete.url",
                    "http://localhost:" + knowingNobody.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
