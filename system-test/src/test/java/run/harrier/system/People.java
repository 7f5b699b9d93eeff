package run.harrier.system;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import run.harrier.devstack.Part;
import run.harrier.devstack.StackConfig;

/** The realm's people and its partner, with real tokens, at the gateway of a running stack. */
final class People {
    private final StackConfig config;
    private final Map<String, String> tokens = new HashMap<>();

    People(StackConfig config) {
        this.config = config;
    }

    String api() {
        return config.address(Part.GATEWAY) + "/api/v1";
    }

    RequestSpecification as(String person) {
        return with(token(person));
    }

    String token(String person) {
        return tokens.computeIfAbsent(person, name -> token(signingIn(name), "access_token"));
    }

    /** What tells a client who signed in, and opens nothing. */
    String idToken(String person) {
        return token(signingIn(person).formParam("scope", "openid"), "id_token");
    }

    private static RequestSpecification signingIn(String person) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "harrier-dev")
                .formParam("username", person)
                .formParam("password", person);
    }

    RequestSpecification asPartner(String scope) {
        return with(tokens.computeIfAbsent(
                "partner " + scope,
                key -> token(
                        given().formParam("grant_type", "client_credentials")
                                .formParam("client_id", "partner-demo")
                                .formParam("client_secret", "partner-demo")
                                .formParam("scope", scope),
                        "access_token")));
    }

    private String token(RequestSpecification form, String name) {
        return form.post(config.issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path(name);
    }

    private RequestSpecification with(String token) {
        return given().baseUri(api()).auth().oauth2(token).contentType("application/json");
    }
}
