-- A clinician's own conversations are listed on every visit.
create index conversation_by_owner on conversation (owner, last_at);
