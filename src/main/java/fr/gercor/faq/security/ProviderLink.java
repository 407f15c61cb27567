package fr.gercor.faq.security;

/**
 * A way in through an identity provider.
 *
 * @param id of its registration
 * @param name as people know it, for example « Pro Santé Connect »
 */
record ProviderLink(String id, String name) {}
