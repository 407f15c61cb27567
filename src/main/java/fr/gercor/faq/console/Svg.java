package fr.gercor.faq.console;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Writes a drawing. Every text and address that goes in is escaped; colours are classes, so that the style sheet chooses them. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /**
     * @param id unique in the page
     * @param title what it shows
     * @param description how to read it
     */
    Svg(String id, int width, int height, String title, String description) {
        out.append("<svg class=\"chart\" role=\"group\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-labelledby=\"")
                .append(escaped(id))
                .append("-t ")
                .append(escaped(id))
                .append("-d\"><title id=\"")
                .append(escaped(id))
                .append("-t\">")
                .append(escaped(title))
                .append("</title><desc id=\"")
                .append(escaped(id))
                .append("-d\">")
                .append(escaped(description))
                .append("</desc>");
    }

    /**
     * A mark that leads to what is behind it. The table below the drawing holds the same links for the keyboard.
     *
     * @param style its classes
     * @param said what it stands for, shown on hovering
     * @param address where it leads; empty for nowhere
     */
    Svg mark(double x, double y, double width, double height, String style, String said, String address) {
        if (!address.isEmpty()) {
            out.append("<a tabindex=\"-1\" href=\"")
                    .append(escaped(address))
                    .append("\" aria-label=\"")
                    .append(escaped(said))
                    .append("\">");
        }
        out.append("<rect class=\"").append(escaped(style)).append('"');
        number("x", x);
        number("y", y);
        number("width", Math.max(0, width));
        number("height", Math.max(0, height));
        out.append("><title>").append(escaped(said)).append("</title></rect>");
        if (!address.isEmpty()) {
            out.append("</a>");
        }
        return this;
    }

    /** A mark whose strength tells a share, 0 to 1. */
    Svg shade(double x, double y, double width, double height, double share, String said, String address) {
        int step = (int) Math.ceil(Math.clamp(share, 0, 1) * 5);
        return mark(x, y, width, height, "shade s" + step, said, address);
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        out.append("<line class=\"").append(escaped(style)).append('"');
        number("x1", x1);
        number("y1", y1);
        number("x2", x2);
        number("y2", y2);
        out.append("/>");
        return this;
    }

    /** @param style {@code start}, {@code middle} or {@code end}, and more classes */
    Svg text(double x, double y, String style, String text) {
        out.append("<text class=\"").append(escaped(style)).append('"');
        number("x", x);
        number("y", y);
        out.append('>').append(escaped(text)).append("</text>");
        return this;
    }

    private void number(String name, double value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(String.format(Locale.ROOT, "%.1f", value))
                .append('"');
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""), "UTF-8");
    }

    String end() {
        return out + "</svg>";
    }
}
