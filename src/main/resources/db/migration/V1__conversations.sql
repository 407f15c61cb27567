-- One dialect for H2 and PostgreSQL. The database is the log of every conversation: whatever is told to a client stands here first.

create table conversation (
    id uuid primary key,
    token_hash varchar(43) not null,          -- SHA-256 of the token, in base64url; the token itself is nowhere
    audience varchar(16) not null,
    owner varchar(64),                        -- the account it is bound to; null for a patient's
    created_at timestamp(6) with time zone not null,
    last_at timestamp(6) with time zone not null,
    next_seq bigint not null
);

create index conversation_by_age on conversation (last_at);

create table turn (
    conversation_id uuid not null references conversation (id) on delete cascade,
    seq bigint not null,
    client_id varchar(128),                   -- null where nobody asked: a professional's answer
    reply_id varchar(64) not null,
    fingerprint varchar(43),                  -- of the message as sent, keyed with the token, which is not kept
    text varchar,                             -- masked; null once purged
    choice varchar,
    reply varchar,                            -- JSON; null once purged
    explanation varchar,                      -- JSON, masked; null once purged
    outcome varchar(32) not null,
    intent varchar(200),
    page varchar(200),
    confidence double precision not null,
    urgency varchar(16),
    lang varchar(8) not null,
    content_version varchar(64) not null,
    micros bigint not null,                   -- time taken to answer
    at timestamp(6) with time zone not null,
    text_purged_at timestamp(6) with time zone,
    primary key (conversation_id, seq),
    constraint turn_once_per_client_id unique (conversation_id, client_id),
    constraint turn_once_per_reply unique (reply_id)
);

create index turn_to_purge on turn (text_purged_at, at);

create table feedback (
    conversation_id uuid not null,
    seq bigint not null,
    vote varchar(8) not null,
    reason varchar(64),
    comment varchar,                          -- masked; null once purged
    at timestamp(6) with time zone not null,
    primary key (conversation_id, seq),
    foreign key (conversation_id, seq) references turn (conversation_id, seq) on delete cascade
);

-- What the retention has done, and since when its clock has kept pace.
create table retention_run (
    ran_at timestamp(6) with time zone primary key,
    steady_since timestamp(6) with time zone not null,
    purged bigint not null,
    forgotten bigint not null
);
