package fr.gercor.faq.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * A value of a YAML file that knows its line, so that every fault can be named where it stands, and one fault doesn't hide the
 * next. Values that are missing or of the wrong kind are reported to {@link Faults} and read as empty.
 */
public final class YamlNode {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final int line;
    private final @Nullable String scalar;
    private final @Nullable List<YamlNode> items;
    private final @Nullable Map<String, YamlNode> fields;

    private YamlNode(
            String file,
            int line,
            @Nullable String scalar,
            @Nullable List<YamlNode> items,
            @Nullable Map<String, YamlNode> fields) {
        this.file = file;
        this.line = line;
        this.scalar = scalar;
        this.items = items;
        this.fields = fields;
    }

    /** Reads a whole file; a text that is not YAML is reported, and empty is returned. */
    public static Optional<YamlNode> read(SourceFile source, Faults faults) {
        return read(source.path(), source.text(), 1, faults);
    }

    /**
     * Reads a part of a file.
     *
     * @param firstLine the line of the file on which {@code text} begins, from 1
     */
    public static Optional<YamlNode> read(String file, String text, int firstLine, Faults faults) {
        try (JsonParser parser = YAML.createParser(text)) {
            if (parser.nextToken() == null) {
                faults.error(file, firstLine, "nothing is written here");
                return Optional.empty();
            }
            return Optional.of(node(file, parser, firstLine - 1, faults));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            faults.error(
                    file,
                    line + firstLine - 1,
                    "not YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""));
            return Optional.empty();
        }
    }

    private static YamlNode node(String file, JsonParser parser, int offset, Faults faults) {
        int line = parser.currentTokenLocation().getLineNr() + offset;
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, YamlNode> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                int nameLine = parser.currentTokenLocation().getLineNr() + offset;
                parser.nextToken();
                if (fields.put(name, node(file, parser, offset, faults)) != null) {
                    faults.error(file, nameLine, "\"" + name + "\" stands twice");
                }
            }
            return new YamlNode(file, line, null, null, fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new java.util.ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(file, parser, offset, faults));
            }
            return new YamlNode(file, line, null, items, null);
        }
        return new YamlNode(file, line, token == JsonToken.VALUE_NULL ? "" : parser.getString(), null, null);
    }

    public String file() {
        return file;
    }

    /** The line of the file on which this value begins, from 1. */
    public int line() {
        return line;
    }

    /** The names of the fields, in the author's order; empty where this is no mapping. */
    public Collection<String> names() {
        return fields == null ? List.of() : fields.keySet();
    }

    /** The field {@code name}, where it is given. */
    public Optional<YamlNode> field(String name) {
        return fields == null ? Optional.empty() : Optional.ofNullable(fields.get(name));
    }

    /** Reports every field that is none of {@code known}. */
    public YamlNode onlyFields(Faults faults, String... known) {
        if (fields == null) {
            faults.error(file, line, "fields were expected here: " + String.join(", ", known));
            return this;
        }
        fields.forEach((name, value) -> {
            if (!List.of(known).contains(name)) {
                faults.error(
                        file, value.line, "\"" + name + "\" is not known here; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    /** The text of a field that must be there; empty, and reported, where it is not. */
    public String text(String name, Faults faults) {
        Optional<YamlNode> value = field(name);
        if (value.isEmpty()) {
            faults.error(file, line, "\"" + name + "\" is missing");
            return "";
        }
        return value.get().text(faults);
    }

    /** The text of a field that may be left out. */
    public Optional<String> optionalText(String name, Faults faults) {
        return field(name).map(node -> node.text(faults));
    }

    /** This value as a text; empty, and reported, where it is a list, a mapping or blank. */
    public String text(Faults faults) {
        if (scalar == null || scalar.isBlank()) {
            faults.error(file, line, "a text was expected here");
            return "";
        }
        return scalar.strip();
    }

    /** A day of a field that must be there, written {@code 2026-11-22}; the first of January 1970, and reported, otherwise. */
    public LocalDate date(String name, Faults faults) {
        String text = text(name, faults);
        try {
            return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.error(
                    file, field(name).map(YamlNode::line).orElse(line), "a day is written 2026-11-22, not " + text);
            return LocalDate.EPOCH;
        }
    }

    /** The items of a field; a field left out has none, and one that holds something else is reported. */
    public List<YamlNode> items(String name, Faults faults) {
        Optional<YamlNode> value = field(name);
        if (value.isEmpty()) {
            return List.of();
        }
        return value.get().items(faults);
    }

    /** The items of this list; none, and reported, where this is no list. */
    public List<YamlNode> items(Faults faults) {
        if (items == null) {
            faults.error(file, line, "a list was expected here");
            return List.of();
        }
        return List.copyOf(items);
    }

    /** The texts of a field that holds a list of them. */
    public List<String> texts(String name, Faults faults) {
        return items(name, faults).stream()
                .map(item -> item.text(faults))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
