package fr.gercor.faq.answer;

import fr.gercor.faq.source.Fault;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells operators what serves, and what keeps a saved change from being served, by file and line. */
@Component("content")
final class EngineHealth implements HealthIndicator {

    private final Engines engines;

    EngineHealth(Engines engines) {
        this.engines = engines;
    }

    @Override
    public Health health() {
        Engine engine = engines.current();
        return Health.up()
                .withDetail("version", engine.version())
                .withDetail("classifier", engine.isTrained() ? "trained" : "in training")
                .withDetail(
                        "faults", engines.faults().stream().map(Fault::toString).toList())
                .build();
    }
}
