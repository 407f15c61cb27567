package fr.gercor.faq.content;

import java.util.Optional;

/**
 * A stretch of a line in one style.
 *
 * @param text as it is read
 * @param strong whether it is stressed
 * @param emphasis whether it is in italics
 * @param link the address it leads to
 */
public record Run(String text, boolean strong, boolean emphasis, Optional<String> link) {}
