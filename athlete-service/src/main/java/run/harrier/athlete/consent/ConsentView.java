package run.harrier.athlete.consent;

import java.util.List;
import run.harrier.platform.http.Tagged;

/** The scopes of a partner's client. */
record ConsentView(String clientId, List<String> scopes) implements Tagged {

    static ConsentView from(ConsentEntity consent) {
        return new ConsentView(consent.clientId, List.of(consent.scopes));
    }

    @Override
    public String tag() {
        return Tagged.of(this);
    }
}
