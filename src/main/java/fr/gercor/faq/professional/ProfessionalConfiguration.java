package fr.gercor.faq.professional;

import fr.gercor.faq.answer.Engines;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps what professionals read out of every cache, and draws from the content what their pages are made of. */
@Configuration(proxyBeanMethods = false)
class ProfessionalConfiguration {

    /** Before the chains of security, so that a refusal and a redirect are not kept either. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> professionalsUncached() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                chain.doFilter(request, response);
            }
        });
        filter.addUrlPatterns("/pro", "/pro/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    Protocols protocols(ObjectProvider<Engines> engines) {
        return new Protocols(() -> engines.getObject().current().content());
    }
}
