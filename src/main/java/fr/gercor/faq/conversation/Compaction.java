package fr.gercor.faq.conversation;

/**
 * Rewrites the files of the database, so that what was erased or purged is in no byte of them. Keeps everybody else from the
 * database meanwhile; whoever runs it sees to it that questions are answered.
 */
interface Compaction {

    /**
     * @return what was done, or why it could not be, for the log
     * @throws RuntimeException if the database fails
     */
    String run();
}
