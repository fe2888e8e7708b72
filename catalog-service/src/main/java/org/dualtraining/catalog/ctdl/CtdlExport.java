package org.dualtraining.catalog.ctdl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import org.dualtraining.catalog.export.ExportFormat;
import org.dualtraining.catalog.export.ProviderConfig;
import org.dualtraining.catalog.framework.FrameworkVersion;

/** A version as CTDL-ASN JSON-LD. */
@ApplicationScoped
class CtdlExport implements ExportFormat {

    private static final JsonFactory JSON = new JsonFactory();

    private final ProviderConfig provider;

    @Inject
    CtdlExport(ProviderConfig provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "ctdl-asn";
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public String fileExtension() {
        return "jsonld";
    }

    @Override
    public int edition() {
        return 2;
    }

    @Override
    public StreamingOutput of(FrameworkVersion version) {
        return out -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                CtdlGraph.write(json, version, provider);
            }
        };
    }
}
