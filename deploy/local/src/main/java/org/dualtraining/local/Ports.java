package org.dualtraining.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dualtraining.testkit.FreePort;

/** Where everything listens, always on loopback. Each port can be set by an environment variable. */
public record Ports(Map<Service, Integer> http, Map<Service, Integer> management, int postgres, int kafka) {

    private static final int DEFAULT_POSTGRES = 54329;
    private static final int DEFAULT_KAFKA = 9092;

    public static Ports from(Map<String, String> environment) {
        Map<Service, Integer> http = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            http.put(service, port(environment, httpVariable(service), service.defaultPort()));
            management.put(service, port(environment, managementVariable(service), service.defaultManagementPort()));
        }
        return new Ports(
                http,
                management,
                port(environment, "PIPELINE_POSTGRES_PORT", DEFAULT_POSTGRES),
                port(environment, "PIPELINE_KAFKA_PORT", DEFAULT_KAFKA));
    }

    /** Free ones, for tests beside a running launcher. */
    public static Ports free() {
        Map<Service, Integer> http = new EnumMap<>(Service.class);
        Map<Service, Integer> management = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            http.put(service, FreePort.find());
            management.put(service, FreePort.find());
        }
        return new Ports(http, management, FreePort.find(), FreePort.find());
    }

    private static String httpVariable(Service service) {
        return "PIPELINE_" + service.name() + "_PORT";
    }

    private static String managementVariable(Service service) {
        return "PIPELINE_" + service.name() + "_MANAGEMENT_PORT";
    }

    private static int port(Map<String, String> environment, String variable, int standard) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new LauncherFailure(variable + " must be a port from 1 to 65535, not: " + value);
    }

    public int http(Service service) {
        return http.getOrDefault(service, service.defaultPort());
    }

    public int management(Service service) {
        return management.getOrDefault(service, service.defaultManagementPort());
    }

    public String address(Service service) {
        return "http://127.0.0.1:" + http(service);
    }

    public String managementAddress(Service service) {
        return "http://127.0.0.1:" + management(service);
    }

    /** Says every port that is taken, and how to choose another, before anything is started. */
    public void requireFree() {
        Map<String, Integer> byVariable = byVariable();
        requireDistinct(byVariable);
        String taken = byVariable.entrySet().stream()
                .filter(port -> isTaken(port.getValue()))
                .map(port -> "  " + port.getValue() + " is taken; choose another with " + port.getKey() + "=<port>")
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new LauncherFailure("Not started, because ports are in use:\n" + taken);
        }
    }

    private static void requireDistinct(Map<String, Integer> byVariable) {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byVariable.forEach((variable, port) -> {
            String other = seen.putIfAbsent(port, variable);
            if (other != null) {
                throw new LauncherFailure(other + " and " + variable + " are both " + port + ".");
            }
        });
    }

    private Map<String, Integer> byVariable() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            all.put(httpVariable(service), http(service));
            all.put(managementVariable(service), management(service));
        }
        all.put("PIPELINE_POSTGRES_PORT", postgres);
        all.put("PIPELINE_KAFKA_PORT", kafka);
        return all;
    }

    private static boolean isTaken(int port) {
        if (FreePort.isTaken(port)) {
            return true;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** For the help text. */
    public static String variables() {
        return Ports.from(Map.of()).byVariable().entrySet().stream()
                .map(port -> String.format(Locale.ROOT, "  %-36s %d", port.getKey(), port.getValue()))
                .collect(Collectors.joining("%n"));
    }
}
