package org.dualtraining.local;

/** What is printed when everything runs: where it is and what to try. */
final class Welcome {

    private Welcome() {}

    static void print(Console console, Ports ports) {
        String catalog = ports.address(Service.CATALOG);
        String plan = ports.address(Service.PLAN);
        String progress = ports.address(Service.PROGRESS);
        console.line("");
        console.line("catalog-service   " + catalog + "   try it at " + catalog + "/q/swagger-ui");
        console.line("plan-service      " + plan + "   try it at " + plan + "/q/swagger-ui");
        console.line("progress-service  " + progress + "   try it at " + progress + "/q/swagger-ui");
        console.line("PostgreSQL        127.0.0.1:" + ports.postgres() + "   databases catalog, plan, progress");
        console.line("Kafka             127.0.0.1:" + ports.kafka());
        console.line("");
        console.line("To try:");
        console.line("  ./pipeline demo");
        console.line("  curl -H \"Authorization: Bearer $(./pipeline token --role agency)\" '" + catalog
                + "/api/v1/occupations?q=RHIT'");
        console.line("  curl -H \"Authorization: Bearer $(./pipeline token --role agency)\" " + plan
                + "/api/v1/training-plans");
        console.line("  curl -H \"Authorization: Bearer $(./pipeline token --role dashboard)\" " + progress
                + "/api/v1/dashboard/summary");
        console.line("");
    }
}
