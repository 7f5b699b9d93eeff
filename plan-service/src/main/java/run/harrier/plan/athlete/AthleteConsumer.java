package run.harrier.plan.athlete;

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

/** Applies the events of the athlete-service: profile, fitness, access. */
@ApplicationScoped
class AthleteConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    AthleteConsumer(Inbox inbox, AccessProjection access, AthleteSnapshots athletes) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects()
                .on(EventType.PROFILE_CHANGED, ProfileChanged.class, athletes::onProfileChanged)
                .on(EventType.FITNESS_CHANGED, FitnessChanged.class, athletes::onFitnessChanged)
                .onOwnRows(EventType.ACCESS_CHANGED, AccessChanged.class, access::onAccessChanged);
    }

    @Incoming("athlete-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
