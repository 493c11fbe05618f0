# The check alone, for a job that watches: no shell script, no secret, and a user that is nobody. The folder beside it holds
# schema-guard.jar, and in expected/ what the release that runs expects (migrations, a snapshot):
#   docker build -f watch.Dockerfile -t registry.example/app-schema-watch:42 .
FROM eclipse-temurin:17-jre
COPY schema-guard.jar /app/schema-guard.jar
COPY expected/ /expected/
USER 65532:65532
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", "/app/schema-guard.jar"]
