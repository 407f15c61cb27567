package fr.gercor.faq.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells the pages of this module who reads them. */
@ControllerAdvice(basePackageClasses = PersonAdvice.class)
class PersonAdvice {

    @ModelAttribute("person")
    Optional<SignedIn> person(@AuthenticationPrincipal @Nullable Object principal) {
        return principal instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }
}
