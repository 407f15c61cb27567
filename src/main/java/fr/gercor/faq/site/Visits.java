package fr.gercor.faq.site;

import fr.gercor.faq.answer.Engine;
import fr.gercor.faq.answer.Engines;
import fr.gercor.faq.content.Audience;
import fr.gercor.faq.content.Content;
import fr.gercor.faq.content.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Receives readers: who they are, what they may see, and from which engine. */
@Component
class Visits {

    /** The role of those who may read what is written for professionals. */
    private static final String PROFESSIONAL_ROLE = "CLINICIAN";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** What is drawn from a content once, and not at every request. */
    private record Drawn(Content content, Terms terms, Map<Audience, SiteMap> maps) {}

    private final ObjectProvider<Engines> engines;
    private final SiteProperties properties;
    private final Clock clock;
    private final AtomicReference<Optional<Drawn>> drawn = new AtomicReference<>(Optional.empty());

    Visits(ObjectProvider<Engines> engines, SiteProperties properties, Clock clock) {
        this.engines = engines;
        this.properties = properties;
        this.clock = clock;
    }

    Visit of(HttpServletRequest request) {
        Audience audience = request.isUserInRole(PROFESSIONAL_ROLE) ? Audience.PROFESSIONAL : Audience.PUBLIC;
        Engine engine = engines.getObject().current();
        Drawn known = drawn(engine.content());
        return new Visit(
                engine,
                audience,
                Objects.requireNonNull(known.maps().get(audience)),
                known.terms(),
                origin(request),
                path(request),
                LocalDate.now(clock.withZone(FRANCE)));
    }

    /** The content in force. */
    Content content() {
        return engines.getObject().current().content();
    }

    private Drawn drawn(Content content) {
        Optional<Drawn> last = Objects.requireNonNull(drawn.get());
        if (last.isPresent() && last.get().content() == content) {
            return last.get();
        }
        Map<Audience, SiteMap> maps = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            maps.put(audience, new SiteMap(content, audience));
        }
        Drawn now = new Drawn(content, new Terms(content.glossary()), maps);
        drawn.set(Optional.of(now));
        return now;
    }

    private String origin(HttpServletRequest request) {
        String address = properties.publicUrl().orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(request)
                .build()
                .toUriString());
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + 1);
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
