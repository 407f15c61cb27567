package fr.gercor.faq.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Browsers that have logged in before, with their second factor. Each carries a signed note for each name it did so under, and is
 * thereby spared the delays that strangers cause; it opens nothing by itself.
 */
class Devices {

    private static final String COOKIE = "appareil";
    private static final Duration LIFE = Duration.ofDays(180);

    /** As many people as may share a browser on a ward; the oldest note goes first. */
    private static final int MOST = 8;

    private static final Pattern NOTE = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,12})\\.([\\w-]{43})");

    private final Vault vault;
    private final Clock clock;

    Devices(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The number of the browser, if it has logged in under a name before. */
    Optional<String> known(HttpServletRequest request, String username) {
        return notes(request).stream()
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .filter(note -> isOurs(note, username))
                .map(note -> note.group(1))
                .findFirst();
    }

    private boolean isOurs(Matcher note, String username) {
        Instant until = Instant.ofEpochSecond(Long.parseLong(note.group(2)));
        byte[] signature = signature(note.group(1), until, username).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(signature, note.group(3).getBytes(StandardCharsets.US_ASCII))
                && until.isAfter(clock.instant());
    }

    /** Tells a browser that it is known from now on. */
    void remember(HttpServletRequest request, HttpServletResponse response, String username) {
        List<String> notes = new ArrayList<>(notes(request));
        notes.removeIf(note -> {
            Matcher parts = NOTE.matcher(note);
            return !parts.matches() || isOurs(parts, username);
        });
        String device = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(LIFE);
        notes.add(device + "." + until.getEpochSecond() + "." + signature(device, until, username));
        List<String> kept = notes.subList(Math.max(0, notes.size() - MOST), notes.size());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, String.join("~", kept))
                        .path(request.getContextPath() + "/connexion")
                        .maxAge(LIFE)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    private String signature(String device, Instant until, String username) {
        return vault.sign("device", device + " " + until.getEpochSecond() + " " + Accounts.normalised(username));
    }

    private static List<String> notes(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .flatMap(cookie -> Stream.of(cookie.getValue().split("~")))
                        .limit(MOST)
                        .toList();
    }
}
