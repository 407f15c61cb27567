-- Questions that wait for a professional. Every step is a state in a row: what wakes the next step may be lost, the row is not.

create table clinician (
    id varchar(64) primary key,               -- the account
    name varchar(200) not null,
    title varchar(200) not null,
    seen_at timestamp(6) with time zone not null
);

create table escalated_question (
    id uuid primary key,                      -- and the id of the reply that ends it
    conversation_id uuid not null,            -- no key to another table: one that isn't kept stands in none
    kept boolean not null,                    -- whether the conversation is stored
    reply_id varchar(64) not null,            -- the reply that did not do
    code_hash varchar(43) not null,           -- of the four words, keyed with a secret that is not in the database
    code_attempt integer not null,
    reason varchar(16) not null,
    question varchar not null,                -- masked
    context varchar not null,                 -- JSON, masked: what was said before
    state varchar(16) not null,
    version integer not null,
    asked_at timestamp(6) with time zone not null,
    due_at timestamp(6) with time zone not null,
    reminded_at timestamp(6) with time zone,
    holder varchar(64) references clinician (id),
    held_until timestamp(6) with time zone,
    meant_for varchar(64) references clinician (id),
    note varchar,                             -- from a colleague to the next
    closed_at timestamp(6) with time zone,
    reply varchar,                            -- JSON: what the patient is told
    delivered_at timestamp(6) with time zone, -- when it stood in the conversation
    tries integer not null,                   -- of delivering it
    next_try_at timestamp(6) with time zone,
    constraint escalated_once_per_reply unique (conversation_id, reply_id),
    constraint escalated_once_per_code unique (code_hash)
);

create index escalated_by_state on escalated_question (state, due_at);
create index escalated_by_age on escalated_question (asked_at);

-- Holds no health information: to whom, which of our texts, and how often it was tried.
create table outgoing_mail (
    id uuid primary key,
    question_id uuid references escalated_question (id) on delete cascade,
    kind varchar(16) not null,
    recipient varchar,                        -- encrypted; null once sent
    questions integer not null,               -- how many a reminder is about
    state varchar(16) not null,
    tries integer not null,
    next_try_at timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone
);

create index outgoing_mail_by_turn on outgoing_mail (state, next_try_at);
create index outgoing_mail_by_question on outgoing_mail (question_id);

-- Answers that a professional would like to see on a page. The patient's words are read from the question, while it is there.
create table content_proposal (
    id uuid primary key,
    question_id uuid references escalated_question (id) on delete set null,
    answer varchar not null,
    passages varchar not null,                -- JSON: the passages that were attached
    proposed_by varchar(64) not null,
    proposed_at timestamp(6) with time zone not null,
    constraint content_proposed_once unique (question_id)
);
