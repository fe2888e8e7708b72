package org.dualtraining.testkit.canary.features.lower;

public record Lower(int value) {}
