package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.casepackage.Addresses;
import org.dualtraining.catalog.casepackage.CaseJson;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.EntityKind;
import org.dualtraining.catalog.casepackage.PackageWriter;
import org.dualtraining.catalog.casepackage.Uuids;
import org.dualtraining.catalog.export.ProviderConfig;

/** Single entities as the provider answers them. */
@ApplicationScoped
class CaseEntities {

    private final CaseTables tables;
    private final CaseDocuments documents;
    private final ProviderConfig provider;

    @Inject
    CaseEntities(CaseTables tables, CaseDocuments documents, ProviderConfig provider) {
        this.tables = tables;
        this.documents = documents;
        this.provider = provider;
    }

    /** A malformed id and an unknown one are both not found, for different reasons. */
    static UUID id(String text) {
        return Uuids.read(text).orElseThrow(CaseFailure::noUuid);
    }

    ObjectNode document(CaseVersion version, String id) {
        CaseDocuments.Listed listed = documents.find(id(id)).orElseThrow(() -> CaseFailure.unknown("CFDocument"));
        return writer(version, listed)
                .entity(EntityKind.DOCUMENT, listed.shell().document());
    }

    ObjectNode one(CaseVersion version, EntityKind kind, String id) {
        return tables.entity(kind, id(id))
                .flatMap(found -> written(version, kind, found))
                .orElseThrow(() -> CaseFailure.unknown(kind.singular()));
    }

    /** Concepts, subjects and item types come as a set even for one id. */
    ObjectNode set(CaseVersion version, EntityKind kind, String id) {
        ObjectNode set = CaseJson.object();
        set.putArray(kind.plural()).add(one(version, kind, id));
        return set;
    }

    ObjectNode itemWithAssociations(CaseVersion version, String id) {
        ObjectNode answer = CaseJson.object();
        answer.set("CFItem", one(version, EntityKind.ITEM, id));
        var associations = answer.putArray("CFAssociations");
        tables.associationsOf(id(id)).forEach(found -> written(version, EntityKind.ASSOCIATION, found)
                .ifPresent(associations::add));
        return answer;
    }

    private Optional<ObjectNode> written(CaseVersion version, EntityKind kind, CaseTables.Found found) {
        return documents.find(found.frameworkId()).map(listed -> writer(version, listed)
                .entity(kind, CaseJson.object(found.json())));
    }

    private PackageWriter writer(CaseVersion version, CaseDocuments.Listed listed) {
        return PackageWriter.forProvider(listed.shell(), version, new Addresses(provider.url()));
    }
}
