package run.harrier.gateway.problem;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The translation of errors into problems for the gateway's own operations. */
class ProblemMappers {

    @ServerExceptionMapper
    RestResponse<String> problem(ProblemException e) {
        var problem = e.problem();
        var answer = ResponseBuilder.create(RestResponse.Status.fromStatusCode(problem.status()), problem.toJson());
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
