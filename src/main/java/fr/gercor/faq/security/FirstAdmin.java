package fr.gercor.faq.security;

import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Lets the first person in: where there is no account at all, makes one and tells its password once, on the log. */
class FirstAdmin implements ApplicationRunner {

    private static final String USERNAME = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final AccountOffice office;

    FirstAdmin(Accounts accounts, AccountOffice office) {
        this.accounts = accounts;
        this.office = office;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            if (accounts.none()) {
                AccountOffice.Opened opened =
                        office.open("", USERNAME, USERNAME, USERNAME, Optional.empty(), Set.of(Role.ADMIN));
                LOG.warn(
                        "There was no account. Log in at /connexion as \"{}\" with the password {} within 72 hours;"
                                + " it is told here once, and must be changed.",
                        USERNAME,
                        opened.password());
            }
        } catch (DuplicateKeyException e) {
            LOG.info("Another node has just made the first account");
        } catch (DataAccessException e) {
            LOG.warn("The first account can't be made: {}", e.getClass().getSimpleName());
        }
    }
}
