package run.harrier.load.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.EventType;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.ProfileChanged;
import run.harrier.load.activity.Runners;
import run.harrier.load.athlete.Athletes;
import run.harrier.platform.access.AccessProjection;
import run.harrier.platform.inbox.Inbox;

/** What the athlete-service tells, and which feature takes it. */
@ApplicationScoped
class AthleteConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    AthleteConsumer(Inbox inbox, AccessProjection access, Athletes athletes, Runners runners) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects()
                .on(EventType.ACCESS_CHANGED, AccessChanged.class, access::apply)
                .on(EventType.PROFILE_CHANGED, ProfileChanged.class, athletes::apply)
                .on(EventType.FITNESS_CHANGED, FitnessChanged.class, runners::apply);
    }

    @Incoming("athlete-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
