package run.harrier.gateway.problem;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import run.harrier.gateway.request.RequestIds;

/** Answers with the problem when an operation of the gateway itself fails. */
class ProblemMappers {

    @ServerExceptionMapper
    RestResponse<String> problem(ProblemException e, HttpServerRequest request) {
        var problem = e.problem();
        var answer = ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(problem.status()), problem.toJson(RequestIds.of(request)));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
