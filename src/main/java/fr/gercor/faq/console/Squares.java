package fr.gercor.faq.console;

import java.util.ArrayList;
import java.util.List;

/** Lays out a tree map whose rectangles are close to squares (Bruls, Huizing and van Wijk, « Squarified Treemaps », 2000). */
final class Squares {

    private Squares() {}

    /** A place in the map. */
    record Place(double x, double y, double width, double height) {}

    /**
     * The places of values.
     *
     * @param values positive, the largest first
     * @return a place for each, in their order, whose areas are as the values are
     */
    static List<Place> lay(List<Double> values, double width, double height) {
        List<Place> places = new ArrayList<>();
        double total = values.stream().mapToDouble(value -> value).sum();
        if (total <= 0) {
            return places;
        }
        List<Double> areas =
                values.stream().map(value -> value / total * width * height).toList();
        Place free = new Place(0, 0, width, height);
        int begin = 0;
        while (begin < areas.size()) {
            double side = Math.min(free.width(), free.height());
            int end = begin + 1;
            while (end < areas.size()
                    && worst(areas.subList(begin, end + 1), side) <= worst(areas.subList(begin, end), side)) {
                end++;
            }
            free = row(areas.subList(begin, end), free, places);
            begin = end;
        }
        return places;
    }

    /** The worst ratio of sides in a row of rectangles along {@code side}. */
    private static double worst(List<Double> row, double side) {
        double sum = row.stream().mapToDouble(area -> area).sum();
        double worst = 0;
        for (double area : row) {
            double other = side * side * area / (sum * sum);
            worst = Math.max(worst, Math.max(other, 1 / other));
        }
        return worst;
    }

    /** Lays a row along the shorter side and returns what is left. */
    private static Place row(List<Double> row, Place free, List<Place> places) {
        double sum = row.stream().mapToDouble(area -> area).sum();
        boolean upright = free.width() >= free.height();
        double thick = sum / (upright ? free.height() : free.width());
        double at = upright ? free.y() : free.x();
        for (double area : row) {
            double length = area / thick;
            places.add(upright ? new Place(free.x(), at, thick, length) : new Place(at, free.y(), length, thick));
            at += length;
        }
        return upright
                ? new Place(free.x() + thick, free.y(), free.width() - thick, free.height())
                : new Place(free.x(), free.y() + thick, free.width(), free.height() - thick);
    }
}
