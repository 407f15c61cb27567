package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.gercor.faq.security.AccountEvent.Action;
import fr.gercor.faq.testsupport.MovableClock;
import fr.gercor.faq.testsupport.TestDatabases;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both databases must do alike. */
class AccountsTests {

    private static final Map<TestDatabases, HikariDataSource> POOLS = new EnumMap<>(TestDatabases.class);

    private final MovableClock clock = MovableClock.now();
    private Accounts accounts;

    private void given(TestDatabases database) {
        accounts = new Accounts(JdbcClient.create(POOLS.computeIfAbsent(database, TestDatabases::create)), clock);
    }

    @AfterAll
    static void close() {
        POOLS.values().forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackAnAccountAsItWasMade(TestDatabases database) {
        given(database);
        String username = "Anne-" + UUID.randomUUID();
        var until = clock.instant().plus(Duration.ofHours(72));

        String id = accounts.create(
                username,
                "Dr Anne",
                "oncologue",
                Optional.of("Hôpital"),
                Set.of(Role.ADMIN, Role.CLINICIAN),
                "hash",
                until);

        Account account =
                accounts.byUsername(" " + username.toUpperCase() + " ").orElseThrow();
        assertThat(accounts.byId(id)).contains(account);
        assertThat(account.name()).isEqualTo("Dr Anne");
        assertThat(account.organisation()).contains("Hôpital");
        assertThat(account.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.CLINICIAN);
        assertThat(account.passwordUntil()).contains(until.truncatedTo(ChronoUnit.MICROS));
        assertThat(account.mustChange()).isTrue();
        assertThat(account.totp()).isEmpty();
        assertThat(accounts.none()).isFalse();
        assertThat(accounts.byUsername("a\0b")).isEmpty();
        assertThat(accounts.all()).contains(account);
    }

    @ParameterizedTest
    @EnumSource
    void refusesANameTwiceHoweverItIsWritten(TestDatabases database) {
        given(database);
        String username = opened();

        assertThatThrownBy(() -> accounts.create(
                        username.toUpperCase(), "x", "x", Optional.empty(), Set.of(Role.STAFF), "h", clock.instant()))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @EnumSource
    void growsTheVersionWithWhateverEndsSessions(TestDatabases database) {
        given(database);
        String id = accounts.byUsername(opened()).orElseThrow().id();
        List<Runnable> changes = List.of(
                () -> accounts.choosePassword(id, "h"),
                () -> accounts.givePassword(id, "h", clock.instant()),
                () -> accounts.setSecondFactor(id, "sealed", 1),
                () -> accounts.forgetSecondFactor(id));
        for (Runnable change : changes) {
            long before = accounts.versionInUse(id).orElseThrow();
            change.run();
            assertThat(accounts.versionInUse(id)).contains(before + 1);
        }
        accounts.setDisabled(id, true);
        assertThat(accounts.versionInUse(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givesAStepAndARecoveryCodeToOneOfMany(TestDatabases database) throws Exception {
        given(database);
        String id = accounts.byUsername(opened()).orElseThrow().id();
        accounts.setSecondFactor(id, "sealed", 0);
        accounts.setRecoveryCodes(id, List.of("one", "two"));

        assertThat(wins(() -> accounts.useStep(id, 7))).isEqualTo(1);
        assertThat(accounts.useStep(id, 6)).isFalse();
        assertThat(accounts.useStep(id, 8)).isTrue();
        assertThat(wins(() -> accounts.useRecoveryCode(id, "one"))).isEqualTo(1);
        assertThat(accounts.recoveryCodesLeft(id)).isEqualTo(1);
        accounts.setRecoveryCodes(id, List.of("three"));
        assertThat(accounts.useRecoveryCode(id, "two")).isFalse();
    }

    private static long wins(Callable<Boolean> deed) throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries =
                    IntStream.range(0, 8).mapToObj(ignored -> deed).toList();
            return many.invokeAll(tries).stream().filter(Future::resultNow).count();
        }
    }

    @ParameterizedTest
    @EnumSource
    void admitsThoseOfAProviderByTheirSubject(TestDatabases database) {
        given(database);
        String subject = UUID.randomUUID().toString();

        Account first = admit(subject, Set.of(Role.CLINICIAN));
        Account same = admit(subject, Set.of(Role.CLINICIAN));
        Account changed = admit(subject, Set.of(Role.STAFF));

        assertThat(same).isEqualTo(first);
        assertThat(changed.id()).isEqualTo(first.id());
        assertThat(changed.version()).isEqualTo(first.version() + 1);
        assertThat(changed.username()).isEmpty();
        assertThat(changed.passwordHash()).isEmpty();
    }

    private Account admit(String subject, Set<Role> roles) {
        return accounts.admit("psc", subject, "Dr Bruno", "médecin", Optional.empty(), roles);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatWasDoneWithAnAccountAndByWhom(TestDatabases database) {
        given(database);
        Account anne = accounts.byUsername(opened()).orElseThrow();
        accounts.note(anne.id(), anne.id(), Action.LOGGED_IN);
        clock.move(Duration.ofSeconds(1));
        accounts.note(anne.id(), "somebody gone", Action.DISABLED);

        assertThat(accounts.events(anne.id(), 10))
                .extracting(AccountEvent::action, AccountEvent::actor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Action.DISABLED, "somebody gone"),
                        org.assertj.core.groups.Tuple.tuple(Action.LOGGED_IN, anne.name()));
        assertThat(accounts.events(anne.id(), 1)).hasSize(1);
    }

    private String opened() {
        String username = "p" + UUID.randomUUID();
        accounts.create(username, "Anne", "oncologue", Optional.empty(), Set.of(Role.STAFF), "hash", clock.instant());
        return username;
    }
}
