package fr.gercor.faq.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What a telephone reads from the drawing. */
class QrCodeTests {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int MARGIN = 4;

    @Test
    void tellsTheApplicationTheSecret() throws Exception {
        byte[] secret = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        String address = SecondFactor.address("GERCOR", "anne é", secret);

        Document drawing = Jsoup.parse(QrCode.svg(address), Parser.xmlParser());

        int side = Integer.parseInt(drawing.select("svg").attr("viewBox").split(" ")[2]) - 2 * MARGIN;
        BitMatrix modules = new BitMatrix(side);
        Matcher found = MODULE.matcher(drawing.select("path[fill=#000]").attr("d"));
        while (found.find()) {
            modules.set(Integer.parseInt(found.group(1)) - MARGIN, Integer.parseInt(found.group(2)) - MARGIN);
        }
        assertThat(new Decoder().decode(modules).getText())
                .isEqualTo(address)
                .isEqualTo("otpauth://totp/GERCOR:anne%20%C3%A9?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GERCOR");
    }
}
