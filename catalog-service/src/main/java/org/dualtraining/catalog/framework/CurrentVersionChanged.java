package org.dualtraining.catalog.framework;

/**
 * What a framework says at present has changed; fired in the transaction of the change. The current version is the newest
 * that is published; before there is one, the newest draft; after all are retired, the newest of those.
 */
public record CurrentVersionChanged(FrameworkVersion version) {}
