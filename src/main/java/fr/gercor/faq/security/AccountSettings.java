package fr.gercor.faq.security;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people log in.
 *
 * @param data the folder that holds the key which seals second factors
 * @param publicUrl the service's own address; from each request where it is not given
 * @param accounts the accounts of the service
 */
@ConfigurationProperties("faq")
record AccountSettings(
        @DefaultValue("data") Path data,
        Optional<String> publicUrl,
        @DefaultValue Own accounts) {

    /**
     * @param firstAdmin whether a service without any account makes itself one administrator
     * @param contact whom those who can't get in write to, for example an e-mail address
     */
    record Own(@DefaultValue("true") boolean firstAdmin, Optional<String> contact) {}
}
