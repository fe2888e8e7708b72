package org.dualtraining.catalog.framework;

/** Of two versions of a framework with the same mark, both say the same. */
public record VersionMark(int number, long revision) {}
