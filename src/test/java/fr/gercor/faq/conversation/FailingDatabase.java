package fr.gercor.faq.conversation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be taken away, in the ways in which databases go. */
final class FailingDatabase extends DelegatingDataSource {

    enum Fault {
        NONE,
        /** Nobody answers. */
        DOWN,
        /** Somebody listens, and never answers. */
        HANGS,
        /** The line drops while a commit is under way, which then takes place. */
        DROPS_AFTER_COMMIT
    }

    private volatile Fault fault = Fault.NONE;

    FailingDatabase(DataSource target) {
        super(target);
    }

    void has(Fault value) {
        fault = value;
    }

    @Override
    public Connection getConnection() throws SQLException {
        switch (fault) {
            case DOWN -> throw new SQLTransientConnectionException("down");
            case HANGS -> hang();
            case NONE, DROPS_AFTER_COMMIT -> {
                // Answers.
            }
        }
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("commit") && fault == Fault.DROPS_AFTER_COMMIT) {
                        fault = Fault.DOWN;
                        throw new SQLException("dropped", "08006");
                    }
                    return result;
                });
    }

    private void hang() throws SQLException {
        while (fault == Fault.HANGS) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        }
        throw new SQLException("gave up");
    }
}
