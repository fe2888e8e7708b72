package org.dualtraining.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dualtraining.kit.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents at each operation that refusals are problem documents, and which it can always give. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RefusalsInOpenApi implements OASFilter {

    private static final Map<String, String> ALWAYS = Map.of(
            "400", "Cannot be read, or breaks a documented limit: errors[] points at each place",
            "401", "No bearer token, or one that is expired, forged or meant for something else",
            "403", "The token's role or party claim does not allow this",
            "503", "The database or another part is away: send the same request again after Retry-After seconds",
            "default", "Refused: the problem says what is wrong, where, and what would be right");

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            return operation;
        }
        Map<String, APIResponse> all = new LinkedHashMap<>();
        responses.getAPIResponses().forEach(all::put);
        ALWAYS.keySet().stream().sorted().forEach(status -> all.put(status, refusal(status)));
        responses.setAPIResponses(all);
        return operation;
    }

    private static APIResponse refusal(String status) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
        return OASFactory.createAPIResponse().description(ALWAYS.get(status)).content(content);
    }
}
