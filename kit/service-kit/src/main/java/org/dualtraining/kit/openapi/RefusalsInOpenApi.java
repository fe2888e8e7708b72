package org.dualtraining.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dualtraining.kit.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents at each operation that refusals are problem documents, and which it can always give. What a resource says
 * itself of a status stays as it is.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RefusalsInOpenApi implements OASFilter {

    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "400", "Cannot be read, or breaks a documented limit: errors[] points at each place",
            "503", "The database or another part is away: send the same request again after Retry-After seconds",
            "default", "Refused: the problem says what is wrong, where, and what would be right"));

    /** Where a token is needed. */
    private static final Map<String, String> WITH_TOKEN = new TreeMap<>(Map.of(
            "401", "No bearer token, or one that is expired, forged or meant for something else",
            "403", "The token's role or party claim does not allow this"));

    /** What the generator says where nobody says anything. */
    private static final Set<String> GENERATED = Set.of("Not Authorized", "Not Allowed", "Bad Request");

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            return operation;
        }
        Map<String, APIResponse> all = new LinkedHashMap<>(responses.getAPIResponses());
        all.entrySet().removeIf(one -> isRefusal(one.getKey()) && isGenerated(one.getValue()));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            WITH_TOKEN.forEach((status, description) -> all.putIfAbsent(status, said(description)));
        }
        ALWAYS.forEach((status, description) -> all.putIfAbsent(status, said(description)));
        all.forEach((status, response) -> {
            if (isRefusal(status) && response.getContent() == null) {
                response.setContent(problem());
            }
        });
        responses.setAPIResponses(all);
        return operation;
    }

    private static boolean isRefusal(String status) {
        return status.equals("default") || status.startsWith("4") || status.startsWith("5");
    }

    private static boolean isGenerated(APIResponse response) {
        String description = response.getDescription();
        return description == null || GENERATED.contains(description);
    }

    private static APIResponse said(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }
}
