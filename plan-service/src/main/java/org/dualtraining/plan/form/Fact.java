package org.dualtraining.plan.form;

/** A label and what is known of it, at the head of a paper. */
public record Fact(String label, String value) {}
