package org.dualtraining.local;

import java.util.Map;

/** One more process of a service, beside the platform's own one. */
public record Instance(ServiceProcess process, Address address) {

    /** Where an instance listens. */
    public record Address(int http, int management) {

        Map<String, String> asEnvironment() {
            return Map.of(
                    "QUARKUS_HTTP_PORT", Integer.toString(http),
                    "QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        }

        public String url() {
            return "http://127.0.0.1:" + http;
        }

        public String managementUrl() {
            return "http://127.0.0.1:" + management;
        }
    }

    public boolean isReady() {
        return Readiness.of(address.managementUrl());
    }
}
