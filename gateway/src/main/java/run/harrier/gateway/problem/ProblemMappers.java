package run.harrier.gateway.problem;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with the problem when an operation of the gateway itself fails. */
class ProblemMappers {

    @ServerExceptionMapper
    RestResponse<String> problem(ProblemException e) {
        var problem = e.problem();
        var answer = ResponseBuilder.create(RestResponse.Status.fromStatusCode(problem.status()), problem.toJson());
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
