package run.harrier.athlete.consent;

import java.util.List;

/** What a partner's client may do. */
record ConsentView(String clientId, List<String> scopes) {

    static ConsentView from(ConsentEntity consent) {
        return new ConsentView(consent.clientId, List.of(consent.scopes));
    }
}
