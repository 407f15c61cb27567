package fr.gercor.faq.security;

/** The principal of a session of ours, which ends when its account changes. */
sealed interface Identity permits Halfway, Member, ProviderMember {

    String accountId();

    /** The version of the account when the session began. */
    long version();
}
