package fr.gercor.faq.security;

import fr.gercor.faq.security.AccountEvent.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts, their recovery codes and the audit log. Whatever may happen once only is one statement that tells whether it did. */
class Accounts {

    /** As the column is. */
    private static final int LONGEST_USERNAME = 64;

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one form of a name that may be typed in several. */
    static String normalised(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /**
     * Makes an account that logs in by a password which somebody else knows.
     *
     * @return its id
     * @throws org.springframework.dao.DuplicateKeyException if there is one of that name
     */
    String create(
            String username,
            String name,
            String title,
            Optional<String> organisation,
            Set<Role> roles,
            String passwordHash,
            Instant passwordUntil) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into account (id, username, name, title, organisation, roles, password_hash, password_until,
                            must_change, totp_step, disabled, version, created_at, changed_at)
                        values (:id, :username, :name, :title, :organisation, :roles, :hash, :until, true, 0, false, 1, :now, :now)""")
                .param("id", id)
                .param("username", normalised(username))
                .param("name", name)
                .param("title", title)
                .param("organisation", organisation.orElse(null))
                .param("roles", text(roles))
                .param("hash", passwordHash)
                .param("until", time(passwordUntil))
                .param("now", now())
                .update();
        return id;
    }

    /** The account of somebody a provider has identified, made or brought up to date with what it says of them. */
    Account admit(
            String provider,
            String subject,
            String name,
            String title,
            Optional<String> organisation,
            Set<Role> roles) {
        Optional<Account> known = bySubject(provider, subject);
        if (known.isEmpty()) {
            jdbc.sql("""
                            insert into account (id, provider, subject, name, title, organisation, roles,
                                must_change, totp_step, disabled, version, created_at, changed_at)
                            values (:id, :provider, :subject, :name, :title, :organisation, :roles, false, 0, false, 1, :now, :now)""")
                    .param("id", UUID.randomUUID().toString())
                    .param("provider", provider)
                    .param("subject", subject)
                    .param("name", name)
                    .param("title", title)
                    .param("organisation", organisation.orElse(null))
                    .param("roles", text(roles))
                    .param("now", now())
                    .update();
        } else {
            // Whoever has lost a role loses the sessions that still have it.
            long grown = known.get().roles().equals(roles) ? 0 : 1;
            jdbc.sql("""
                            update account set name = :name, title = :title, organisation = :organisation, roles = :roles,
                                version = version + :grown, changed_at = :now
                            where id = :id""")
                    .param("name", name)
                    .param("title", title)
                    .param("organisation", organisation.orElse(null))
                    .param("roles", text(roles))
                    .param("grown", grown)
                    .param("now", now())
                    .param("id", known.get().id())
                    .update();
        }
        return bySubject(provider, subject).orElseThrow();
    }

    private Optional<Account> bySubject(String provider, String subject) {
        return jdbc.sql("select * from account where provider = :provider and subject = :subject")
                .param("provider", provider)
                .param("subject", subject)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Account> byId(String id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    /** @param username as typed */
    Optional<Account> byUsername(String username) {
        if (username.length() > LONGEST_USERNAME || username.indexOf(0) >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select * from account where username = :username")
                .param("username", normalised(username))
                .query((row, number) -> account(row))
                .optional();
    }

    List<Account> all() {
        return jdbc.sql("select * from account order by name, id")
                .query((row, number) -> account(row))
                .list();
    }

    boolean none() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /** The version of an account that may be used, to be compared with a session's; empty for one that may not. */
    Optional<Long> versionInUse(String id) {
        return jdbc.sql("select version from account where id = :id and disabled = false")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Sets a password of their own choice, and ends the sessions that are open. */
    void choosePassword(String id, String hash) {
        jdbc.sql("""
                        update account set password_hash = :hash, password_until = null, must_change = false,
                            version = version + 1, changed_at = :now
                        where id = :id""").param("hash", hash).param("now", now()).param("id", id).update();
    }

    /** Sets a password that somebody else knows, and ends the sessions that are open. */
    void givePassword(String id, String hash, Instant until) {
        jdbc.sql("""
                        update account set password_hash = :hash, password_until = :until, must_change = true,
                            version = version + 1, changed_at = :now
                        where id = :id""")
                .param("hash", hash)
                .param("until", time(until))
                .param("now", now())
                .param("id", id)
                .update();
    }

    /**
     * Sets the secret of the second factor, and ends the sessions that are open.
     *
     * @param sealed the secret
     * @param step whose code has just shown that the secret arrived
     */
    void setSecondFactor(String id, String sealed, long step) {
        jdbc.sql("""
                        update account set totp = :totp, totp_step = :step, version = version + 1, changed_at = :now
                        where id = :id""")
                .param("totp", sealed)
                .param("step", step)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Forgets the second factor and the recovery codes, and ends the sessions that are open. */
    void forgetSecondFactor(String id) {
        jdbc.sql("""
                        update account set totp = null, totp_step = 0, version = version + 1, changed_at = :now
                        where id = :id""").param("now", now()).param("id", id).update();
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", id)
                .update();
    }

    void setDisabled(String id, boolean disabled) {
        jdbc.sql("""
                        update account set disabled = :disabled, version = version + 1, changed_at = :now
                        where id = :id""")
                .param("disabled", disabled)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Gives other roles, and ends the sessions that are open with the old ones. */
    void setRoles(String id, Set<Role> roles) {
        jdbc.sql("""
                        update account set roles = :roles, version = version + 1, changed_at = :now
                        where id = :id""")
                .param("roles", text(roles))
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The administrators who are not disabled, locked for this transaction: in the same order, whoever asks. */
    List<String> lockAdmins() {
        return jdbc.sql("select id from account where disabled = false and roles like :admin order by id for update")
                .param("admin", "%" + Role.ADMIN.name() + "%")
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Uses up the code of a step of time; false if that code, or a later one, has been used. */
    boolean useStep(String id, long step) {
        return jdbc.sql("update account set totp_step = :step where id = :id and totp_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    void setRecoveryCodes(String id, Collection<String> hashes) {
        jdbc.sql("delete from recovery_code where account_id = :id")
                .param("id", id)
                .update();
        for (String hash : hashes) {
            jdbc.sql("insert into recovery_code (account_id, hash) values (:id, :hash)")
                    .param("id", id)
                    .param("hash", hash)
                    .update();
        }
    }

    /** Uses up a recovery code; false if there is none such. */
    boolean useRecoveryCode(String id, String hash) {
        return jdbc.sql("delete from recovery_code where account_id = :id and hash = :hash")
                        .param("id", id)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    long recoveryCodesLeft(String id) {
        return jdbc.sql("select count(*) from recovery_code where account_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Writes a line of the audit log. */
    void note(String account, String actor, Action action) {
        jdbc.sql("insert into account_event (id, account_id, actor_id, action, at)"
                        + " values (:id, :account, :actor, :action, :at)")
                .param("id", UUID.randomUUID().toString())
                .param("account", account)
                .param("actor", actor)
                .param("action", action.name())
                .param("at", now())
                .update();
    }

    /** The last lines of the audit log about an account, the newest first. */
    List<AccountEvent> events(String account, int most) {
        return jdbc.sql("""
                        select e.action, coalesce(a.name, e.actor_id) as actor, e.at
                        from account_event e left join account a on a.id = e.actor_id
                        where e.account_id = :account
                        order by e.at desc, e.id
                        fetch first :most rows only""")
                .param("account", account)
                .param("most", most)
                .query((row, number) -> new AccountEvent(
                        Action.valueOf(row.getString("action")),
                        row.getString("actor"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                Optional.ofNullable(row.getString("username")),
                Optional.ofNullable(row.getString("provider")),
                row.getString("name"),
                row.getString("title"),
                Optional.ofNullable(row.getString("organisation")),
                roles(row.getString("roles")),
                Optional.ofNullable(row.getString("password_hash")),
                Optional.ofNullable(row.getObject("password_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("must_change"),
                Optional.ofNullable(row.getString("totp")),
                row.getBoolean("disabled"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String text(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An account has a role");
        }
        return EnumSet.copyOf(roles).stream().map(Role::name).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(String text) {
        return Arrays.stream(text.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
