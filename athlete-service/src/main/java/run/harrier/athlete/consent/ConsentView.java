package run.harrier.athlete.consent;

import java.util.List;

/** The scopes of a partner's client. */
record ConsentView(String clientId, List<String> scopes) {

    static ConsentView from(ConsentEntity consent) {
        return new ConsentView(consent.clientId, List.of(consent.scopes));
    }
}
