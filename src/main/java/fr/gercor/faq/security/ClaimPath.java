package fr.gercor.faq.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way into the claims of somebody: {@code SubjectRefPro.exercices[].codeProfession} goes into an object, through all of a list,
 * into an object again. A list is gone through whether the brackets are written or not.
 */
record ClaimPath(List<String> names) {

    static ClaimPath parse(String path) {
        return new ClaimPath(List.of(path.replace("[]", "").split("\\.")));
    }

    /** All that stands at the end of the way, in its order; nothing where it leads nowhere. */
    List<String> in(Map<String, Object> claims) {
        // A claim's own name may have dots in it, as those of some providers are addresses.
        Object whole = claims.get(String.join(".", names));
        Stream<Object> found = whole == null ? Stream.of(claims) : Stream.of(whole);
        if (whole == null) {
            for (String name : names) {
                found = found.flatMap(ClaimPath::each)
                        .flatMap(value -> value instanceof Map<?, ?> map
                                ? Stream.ofNullable((Object) map.get(name))
                                : Stream.empty());
            }
        }
        return found.flatMap(ClaimPath::each)
                .filter(value -> !(value instanceof Map<?, ?>))
                .map(String::valueOf)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<Object> each(Object value) {
        return value instanceof Collection<?> list ? list.stream().flatMap(ClaimPath::each) : Stream.of(value);
    }
}
