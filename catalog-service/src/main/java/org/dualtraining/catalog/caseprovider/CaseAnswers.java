package org.dualtraining.catalog.caseprovider;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.dualtraining.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Below /ims/case every refusal has CASE's own body, whoever refuses: clients of CASE read no other. */
public class CaseAnswers {

    private static final String PATH = "/ims/case/";

    @ServerExceptionMapper
    public Response failure(CaseFailure failure) {
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(failure.body());
        return (failure.status() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, 5) : answer).build();
    }

    @ServerResponseFilter
    public void inCasesWords(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith(PATH)) {
            response.setEntity(
                    CaseStatus.failure(CaseStatus.codeOf(problem.status()), problem.detail()),
                    new java.lang.annotation.Annotation[0],
                    MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
