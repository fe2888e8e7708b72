package org.dualtraining.progress.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dualtraining.kit.id.Ids;
import org.dualtraining.progress.eligibility.EligibilityView.CertificationView;
import org.jspecify.annotations.Nullable;

/** The JSON of what is signed: Open Badges 3.0 credentials and status lists, and the claims of their tokens. */
@ApplicationScoped
class CredentialDocuments {

    static final String STATUS_PATH = "/api/v1/credential-status";

    private static final String ISSUER_PATH = "/api/v1/credential-issuer";

    /** How long verifiers may go by what they have seen of a status list. */
    static final int STATUS_SECONDS = 60;

    private static final String VERIFIABLE_CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    private final CredentialsConfig config;
    private final ObjectMapper json;

    @Inject
    CredentialDocuments(CredentialsConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** @param place where its status will be found */
    ObjectNode eligibility(
            UUID credentialId,
            EligiblePlan plan,
            CertificationView certification,
            List<CreditedCompetency> evidence,
            StatusPlace place,
            Instant issuedAt) {
        String name = certification.name() == null ? "certification" : certification.name();
        ObjectNode document = json.createObjectNode();
        document.putArray("@context").add(VERIFIABLE_CREDENTIALS).add(OPEN_BADGES);
        document.put("id", urn(credentialId));
        document.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
        document.put("name", "Eligibility for " + name);
        issuer(document.putObject("issuer"));
        document.put("validFrom", validFrom(plan.since(), issuedAt).toString());
        LocalDate expiresOn = plan.expiresOn();
        if (expiresOn != null) {
            document.put("validUntil", firstInstantOf(expiresOn).toString());
        }
        document.put("awardedDate", issuedAt.toString());
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", urn(plan.apprenticeId()));
        subject.putArray("type").add("AchievementSubject");
        achievement(subject.putObject("achievement"), name, plan, certification, evidence);
        evidence(document.putArray("evidence"), evidence);
        status(document.putObject("credentialStatus"), place);
        return document;
    }

    /** What the address of the issuer answers with. */
    ObjectNode issuer() {
        ObjectNode profile = json.createObjectNode();
        profile.putArray("@context").add(VERIFIABLE_CREDENTIALS).add(OPEN_BADGES);
        return issuer(profile);
    }

    private ObjectNode issuer(ObjectNode profile) {
        profile.put("id", issuerId());
        profile.putArray("type").add("Profile");
        return profile.put("name", config.issuer().name());
    }

    private String issuerId() {
        return config.issuer().id().orElse(config.url() + ISSUER_PATH);
    }

    private void achievement(
            ObjectNode achievement,
            String name,
            EligiblePlan plan,
            CertificationView certification,
            List<CreditedCompetency> evidence) {
        achievement.put("id", urn(Ids.named(certification.certificationId(), "eligibility")));
        achievement.putArray("type").add("Achievement");
        // not Certification: who is eligible has not got it yet
        achievement.put("achievementType", "ext:CertificationEligibility");
        achievement.put("name", "Eligibility for " + name);
        achievement.put(
                "description",
                "The holder meets what is required to be admitted to the certification \"" + name
                        + "\". The certification itself is awarded by its own issuer and not hereby.");
        achievement
                .putObject("criteria")
                .put(
                        "narrative",
                        "Version " + certification.ruleVersion() + " of the requirement rule is satisfied by: "
                                + RuleWords.satisfied(certification.explanation()) + ".");
        ArrayNode alignments = achievement.putArray("alignment");
        for (CreditedCompetency competency : evidence) {
            if (competency.competencyId() != null) {
                alignment(alignments.addObject(), competency.title(), "CFItem", plan)
                        .put("targetCode", competency.competencyId().toString())
                        .put("targetUrl", config.catalogUrl() + "/ims/case/v1p1/CFItems/" + competency.competencyId());
            }
        }
        alignment(alignments.addObject(), plan.frameworkTitle(), "ext:CFDocument", plan)
                .put("targetCode", plan.frameworkId().toString())
                .put("targetUrl", config.catalogUrl() + "/ims/case/v1p1/CFDocuments/" + plan.frameworkId());
    }

    private static ObjectNode alignment(ObjectNode alignment, String name, String type, EligiblePlan plan) {
        alignment.putArray("type").add("Alignment");
        return alignment.put("targetName", name).put("targetType", type).put("targetFramework", plan.frameworkTitle());
    }

    private static void evidence(ArrayNode array, List<CreditedCompetency> evidence) {
        for (CreditedCompetency competency : evidence) {
            ObjectNode item = array.addObject();
            item.put("id", urn(competency.eventId()));
            item.putArray("type").add("Evidence");
            item.put("name", competency.title());
        }
    }

    private void status(ObjectNode status, StatusPlace place) {
        String list = listAddress(place.list());
        status.put("id", list + "#" + place.index());
        status.put("type", "BitstringStatusListEntry");
        status.put("statusPurpose", "revocation");
        status.put("statusListIndex", Integer.toString(place.index()));
        status.put("statusListCredential", list);
    }

    ObjectNode statusList(StatusList list) {
        String address = listAddress(list.list());
        ObjectNode document = json.createObjectNode();
        document.putArray("@context").add(VERIFIABLE_CREDENTIALS);
        document.put("id", address);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuerId());
        document.put(
                "validFrom", list.changedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", address + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("ttl", STATUS_SECONDS * 1000);
        subject.put("encodedList", list.encoded());
        return document;
    }

    String listAddress(int list) {
        return config.url() + STATUS_PATH + "/" + list;
    }

    /** The credential with the claims of a JWT that say the same (Open Badges 3.0, section 8.2). */
    String payload(ObjectNode document) {
        ObjectNode payload = document.deepCopy();
        payload.put(
                "iss",
                document.path("issuer")
                        .path("id")
                        .asText(document.path("issuer").asText()));
        payload.put("jti", document.path("id").asText());
        payload.put("sub", document.path("credentialSubject").path("id").asText());
        payload.put("nbf", seconds(document, "validFrom"));
        if (document.has("validUntil")) {
            payload.put("exp", seconds(document, "validUntil"));
        }
        return text(payload);
    }

    String text(ObjectNode document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a credential is not JSON", e);
        }
    }

    ObjectNode read(String document) {
        try {
            return (ObjectNode) json.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored credential is not JSON", e);
        }
    }

    private static long seconds(ObjectNode document, String member) {
        return Instant.parse(document.path(member).asText()).getEpochSecond();
    }

    /** From the day of eligibility on; one that is dated tomorrow would not be valid yet. */
    private static Instant validFrom(@Nullable LocalDate since, Instant issuedAt) {
        return since == null || firstInstantOf(since).isAfter(issuedAt) ? issuedAt : firstInstantOf(since);
    }

    private static Instant firstInstantOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    /** Where the status of a credential is found. */
    record StatusPlace(int list, int index) {}
}
