package fr.gercor.faq.security;

import fr.gercor.faq.testsupport.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The security of the service before routes that tell no more than who reached them, on an H2 of its own and by a clock that the test
 * moves. It is no {@code @Configuration}, so that no scan of the whole program finds it.
 */
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = SecurityConfiguration.class)
class SecurityApplication {

    /** What the routes of the other edges tell: the roles of whoever reached them. */
    private static final String REACHED = "reached as %s in %s";

    @Bean
    MovableClock clock() {
        return MovableClock.now();
    }

    @Bean
    RouterFunction<ServerResponse> otherEdges() {
        return RouterFunctions.route()
                .GET("/", SecurityApplication::reached)
                .GET("/grand-public/**", SecurityApplication::reached)
                .GET("/api/v1/**", SecurityApplication::reached)
                .POST("/api/v1/**", SecurityApplication::reached)
                .GET("/ws", SecurityApplication::reached)
                .GET("/pro", SecurityApplication::reached)
                .GET("/pro/**", SecurityApplication::reached)
                .POST("/pro/**", SecurityApplication::reached)
                .GET("/console", SecurityApplication::reached)
                .GET("/console/**", SecurityApplication::reached)
                .GET("/administration/journal", SecurityApplication::reached)
                .GET("/professionnels/**", SecurityApplication::toCliniciansOnly)
                .build();
    }

    private static ServerResponse reached(ServerRequest request) {
        String name = request.servletRequest().getUserPrincipal() == null ? "nobody" : "somebody";
        StringBuilder roles = new StringBuilder();
        for (Role role : Role.values()) {
            roles.append(request.servletRequest().isUserInRole(role.name()) ? role + " " : "");
        }
        return ServerResponse.ok().body(REACHED.formatted(name, roles).strip());
    }

    /** As the site does. */
    private static ServerResponse toCliniciansOnly(ServerRequest request) {
        return request.servletRequest().isUserInRole(Role.CLINICIAN.name())
                ? reached(request)
                : ServerResponse.status(HttpStatus.NOT_FOUND).build();
    }

    /** A service of its own on a free port. */
    static ConfigurableApplicationContext start(String... options) {
        try {
            List<String> all = new ArrayList<>(List.of(options));
            all.add("--faq.data=" + Files.createTempDirectory("faq-security"));
            if (all.stream().noneMatch(option -> option.startsWith("--server.port="))) {
                all.add("--server.port=0");
            }
            if (all.stream().noneMatch(option -> option.startsWith("--spring.datasource.url="))) {
                all.add("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            }
            return new SpringApplicationBuilder(SecurityApplication.class).run(all.toArray(String[]::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
