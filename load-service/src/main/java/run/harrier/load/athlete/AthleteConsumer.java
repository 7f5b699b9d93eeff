package run.harrier.load.athlete;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import run.harrier.contracts.AccessChanged;
import run.harrier.contracts.EventType;
import run.harrier.contracts.FitnessChanged;
import run.harrier.contracts.ProfileChanged;
import run.harrier.platform.access.AccessProjection;
import run.harrier.platform.inbox.Inbox;

/** Takes the events of the athlete-service: access, profile, fitness. */
@ApplicationScoped
class AthleteConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    AthleteConsumer(Inbox inbox, AccessProjection access, Athletes athletes) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects()
                .onOwnRows(EventType.ACCESS_CHANGED, AccessChanged.class, access::onAccessChanged)
                .on(EventType.PROFILE_CHANGED, ProfileChanged.class, athletes::onProfileChanged)
                .on(EventType.FITNESS_CHANGED, FitnessChanged.class, athletes::onFitnessChanged);
    }

    @Incoming("athlete-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
