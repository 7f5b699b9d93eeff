package run.harrier.gateway.request;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.problem.ProblemException;

/** Answers with the problem when an operation of the gateway itself fails, or when there is none for the request. */
class ProblemMappers {

    @ServerExceptionMapper
    RestResponse<String> problem(ProblemException e, HttpServerRequest request) {
        return answer(e.problem(), request);
    }

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class, NotAcceptableException.class})
    RestResponse<String> refused(WebApplicationException e, HttpServerRequest request) {
        return answer(
                switch (e) {
                    case NotAllowedException wrongMethod ->
                        Problem.methodNotAllowed("This can be read, and nothing else.");
                    case NotAcceptableException wrongType ->
                        Problem.notAcceptable("None of the types in Accept is to be had here.");
                    default -> Problem.notFound("Nothing has this address.");
                },
                request);
    }

    private static RestResponse<String> answer(Problem problem, HttpServerRequest request) {
        var answer = ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(problem.status()), problem.toJson(RequestIds.of(request)));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
