package fr.gercor.faq.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymmetricEigenTests {

    @Test
    void findsTheRootThatTurnsAMatrixIntoOne() {
        double[][] matrix = {{4, 1, 0}, {1, 3, 0.5}, {0, 0.5, 2}};
        double[][] root = new SymmetricEigen(matrix).inverseRoot();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        product += root[i][k] * matrix[k][l] * root[l][j];
                    }
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void putsTheStrongestAxisFirst() {
        SymmetricEigen eigen = new SymmetricEigen(new double[][] {{1, 0}, {0, 5}});
        assertThat(eigen.byValue()).containsExactly(1, 0);
        assertThat(eigen.value(1)).isEqualTo(5);
    }
}
