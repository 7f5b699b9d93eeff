package run.harrier.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import run.harrier.devstack.Part;
import run.harrier.devstack.Stack;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.openapi.OpenApiDocument;

/** The OpenAPI document of the running gateway, and every operation in it without an access token. */
@ExtendWith(RunningStack.class)
class DocumentIT {
    /** What a program that no one here wrote makes of the document: a client that goes the README's way. */
    @Test
    void a_generated_client_walks_from_an_empty_squad_to_a_withdrawn_consent(Stack stack) throws Exception {
        var people = new People(stack.config());
        var gateway = stack.config().address(Part.GATEWAY).toString();
        var document = given().get(gateway + "/openapi").asString();
        GeneratedClient.of(document)
                .walk(gateway, people.token("coach"), people.token("chen"), RunningStack.TODAY.toString());
    }

    @Test
    void the_document_is_whole_and_nothing_in_it_is_done_without_an_access_token(Stack stack) {
        var people = new People(stack.config());
        var athlete = UUID.randomUUID().toString();
        var gateway = stack.config().address(Part.GATEWAY);
        var document = OpenApiDocument.of(given().get(gateway + "/openapi").asString());
        assertThat(document.flaws()).isEmpty();
        assertThat(document.wrongExamples()).isEmpty();
        assertThat(document.operations())
                .hasSizeGreaterThan(50)
                .noneMatch(operation -> operation.path().endsWith("/access")
                        || operation.path().endsWith("/week")
                        || operation.path().endsWith("/condition"));
        var refused = List.of(people.idToken("ana"), Tokens.unsigned("ana"), Tokens.wrongSignature("ana"));
        for (var operation : document.operations()) {
            var address = operation.path().replaceAll("\\{\\w+}", athlete);
            given().request(operation.method(), gateway + address).then().statusCode(401);
            for (var token : refused) {
                given().auth()
                        .oauth2(token)
                        .request(operation.method(), gateway + address)
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json");
            }
        }
        Map.of(Part.ATHLETE, "", Part.PLAN, "/sessions", Part.LOAD, "/load")
                .forEach((service, below) -> refused.forEach(token -> given().auth()
                        .oauth2(token)
                        .get(stack.config().address(service) + "/api/v1/athletes/" + athlete + below)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", equalTo("Bearer"))));
    }
}
