# One image per service: --build-arg SERVICE=catalog|plan|progress, after "mvn -DskipTests package".
FROM eclipse-temurin:25-jre
ARG SERVICE
WORKDIR /app
COPY deploy/compose/ready /app/ready
# what changes least comes first, so that a new build of the service is a small layer
COPY ${SERVICE}-service/target/quarkus-app/lib/ /app/lib/
COPY ${SERVICE}-service/target/quarkus-app/quarkus/ /app/quarkus/
COPY ${SERVICE}-service/target/quarkus-app/*.jar /app/
COPY ${SERVICE}-service/target/quarkus-app/app/ /app/app/
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]
