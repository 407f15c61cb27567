package fr.gercor.faq.security;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Codes on paper for the day when the telephone is lost: ten at a time, each good for once. */
class RecoveryCodes {

    private static final int MANY = 10;
    private static final int LETTERS_EACH = 15;
    private static final int GROUP = 5;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(Accounts accounts, Vault vault) {
        this.accounts = accounts;
        this.vault = vault;
    }

    /** New codes, to be shown once; the old ones are void. */
    List<String> renew(String account) {
        List<String> codes =
                IntStream.range(0, MANY).mapToObj(ignored -> code()).toList();
        accounts.setRecoveryCodes(
                account, codes.stream().map(code -> hash(account, code)).toList());
        return codes;
    }

    /** Uses one up; false if it is none, or was used. */
    boolean use(String account, String typed) {
        return accounts.useRecoveryCode(account, hash(account, typed));
    }

    /** Some 74 bits: no need for a slow hash. */
    private String hash(String account, String code) {
        String letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return vault.sign("recovery", account + " " + letters);
    }

    private String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LETTERS_EACH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
