-- Who may log in, by a password and a code or through an identity provider. One dialect for H2 and PostgreSQL.

create table account (
    id varchar(64) primary key,
    username varchar(64),                     -- small letters; null for those who come through a provider
    provider varchar(64),                     -- the provider's registration; null for those with a password
    subject varchar(255),                     -- who they are to the provider
    name varchar(100) not null,
    title varchar(100) not null,
    organisation varchar(200),
    roles varchar(64) not null,               -- with commas between them
    password_hash varchar(255),               -- Argon2id
    password_until timestamp(6) with time zone,  -- a one-time password's end; null for one of their own choice
    must_change boolean not null,             -- whether the password was given by somebody else
    totp varchar(255),                        -- the secret of the second factor, sealed with the key of the data folder
    totp_step bigint not null,                -- the last step of time whose code was used
    disabled boolean not null,
    version bigint not null,                  -- grows with each change that ends the open sessions
    created_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    constraint account_username unique (username),
    constraint account_subject unique (provider, subject)
);

create table recovery_code (
    account_id varchar(64) not null references account (id) on delete cascade,
    hash varchar(64) not null,                -- HMAC with a key of the data folder; a row goes when its code is used
    primary key (account_id, hash)
);

-- The audit log: no foreign keys, since it outlives the accounts.
create table account_event (
    id varchar(64) primary key,
    account_id varchar(64) not null,
    actor_id varchar(64) not null,            -- who did it; the account itself for its own doings
    action varchar(32) not null,
    at timestamp(6) with time zone not null
);

create index account_event_by_account on account_event (account_id, at);
