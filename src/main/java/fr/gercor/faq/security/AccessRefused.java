package fr.gercor.faq.security;

/**
 * Somebody who has logged in asked for what is not there, or is not for them, on the pages of those who work here.
 *
 * @param who asked
 * @param request the method and the path, without its parameters
 * @param status that was answered: 403 or 404
 */
public record AccessRefused(SignedIn who, String request, int status) {}
