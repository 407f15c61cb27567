package fr.gercor.faq.catalogue;

import java.util.List;

/**
 * Something that people want to know, and the section that tells them.
 *
 * @param id unique over the whole catalogue, for example {@code traitements.immunotherapie.definition}
 * @param page the id of the page that answers
 * @param section the anchor of the section that answers
 * @param label the question in a patient's words, as it stands on a button
 * @param utterances the ways in which people ask it
 * @param followUps the ids of intents to offer after the answer
 * @param escalates whether who asks it is a professional at the door: the public is told where to log in
 */
public record Intent(
        String id,
        String page,
        String section,
        String label,
        List<String> utterances,
        List<String> followUps,
        boolean escalates) {

    public Intent {
        utterances = List.copyOf(utterances);
        followUps = List.copyOf(followUps);
    }

    /** An intent that is answered whoever asks. */
    public Intent(
            String id, String page, String section, String label, List<String> utterances, List<String> followUps) {
        this(id, page, section, label, utterances, followUps, false);
    }
}
