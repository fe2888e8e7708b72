package org.dualtraining.progress.credential;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code issued_credential}.
 *
 * @param planEpoch the plan's when it was issued: a higher one means that everything is being said anew
 * @param document the credential as JSON, before it is signed
 */
public record IssuedCredential(
        UUID credentialId,
        UUID planId,
        UUID certificationId,
        @Nullable LocalDate since,
        @Nullable LocalDate expiresOn,
        int ruleVersion,
        int planEpoch,
        int statusList,
        int statusIndex,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        String document) {}
