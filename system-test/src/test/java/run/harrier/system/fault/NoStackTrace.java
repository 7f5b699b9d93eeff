package run.harrier.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import run.harrier.system.RunningStack;

/**
 * From before the first test of a class until after its last no service writes a stack trace: a part that is away is a
 * line. The Kafka connector is left out, which writes one of its own for each record that the broker does not take.
 */
final class NoStackTrace implements BeforeAllCallback, AfterAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(NoStackTrace.class);
    private static final List<String> CONNECTOR =
            List.of("[io.smallrye.reactive.messaging.kafka]", "[io.sma.rea.mes.kafka]");

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE)
                .put(ServiceLogs.class, new ServiceLogs(RunningStack.of(context).config()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var logs = context.getStore(NAMESPACE).get(ServiceLogs.class, ServiceLogs.class);
        for (var service : ServiceLogs.SERVICES) {
            var traced = new ArrayList<String>();
            var record = "";
            for (var line : logs.of(service)) {
                if (line.startsWith("20")) {
                    record = line;
                } else if (line.startsWith("\tat ") && CONNECTOR.stream().noneMatch(record::contains)) {
                    traced.add(record);
                }
            }
            assertThat(traced.stream().distinct()).as(service.label()).isEmpty();
        }
    }
}
