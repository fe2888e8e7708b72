/**
 * Owns: a version of a framework as CTDL-ASN JSON-LD, which credential registries read.
 * Calls: framework, export, occupation.
 * Must not: read anything back; CTDL-ASN is written only.
 */
@NullMarked
package org.dualtraining.catalog.ctdl;

import org.jspecify.annotations.NullMarked;
