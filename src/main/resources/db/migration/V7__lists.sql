-- Lists among a million turns: an index that leads holds all that a filter may look at, so that no turn is read but those of the page.

drop index turn_by_time;
drop index turn_by_outcome;
drop index turn_by_page;
drop index turn_by_intent;
drop index turn_by_urgency;
drop index turn_by_lang;
drop index turn_by_rule;
drop index turn_by_vote;
drop index turn_by_time_and_outcome;

create index turn_by_time on turn (at desc, ref desc, outcome, page, intent, lang, rule, vote, confidence, micros);
create index turn_by_outcome on turn (outcome desc, at desc, ref desc, page, intent, lang, rule, vote, confidence, micros);
create index turn_by_page on turn (page desc, at desc, ref desc, outcome, intent, lang, rule, vote, confidence, micros);
create index turn_by_intent on turn (intent desc, at desc, ref desc, outcome, page, lang, rule, vote, confidence, micros);
create index turn_by_lang on turn (lang desc, at desc, ref desc, outcome, page, intent, rule, vote, confidence, micros);
create index turn_by_vote on turn (vote desc, at desc, ref desc, outcome, page, intent, lang, rule, confidence, micros);
-- What words, labels and readers found is looked at here.
create index turn_by_ref on turn (ref, at, outcome, page, intent, lang, rule, vote, confidence, micros);
-- These lead only where they leave a few turns, which are then sorted.
create index turn_by_rule on turn (rule, at, ref);
create index turn_by_confidence on turn (confidence, at, ref);
create index turn_by_micros on turn (micros, at, ref);

-- What was asked in each whole hour, counted once it is over, and again while it may still change.
create table counted_hour (
    hour_number bigint primary key,            -- since 1970
    counted_at timestamp(6) with time zone not null
);

create table hour_count (
    hour_number bigint not null references counted_hour (hour_number) on delete cascade,
    kind varchar(16) not null,                -- outcome, or speed: tenths of the logarithm of the microseconds
    name varchar(32) not null,
    questions bigint not null,
    primary key (hour_number, kind, name)
);

-- What staff copied of patients' words goes as these do: since when the oldest of them has been known.
alter table content_task add column words_at timestamp(6) with time zone;
update content_task set words_at = created_at;
alter table content_task alter column words_at set not null;
alter table mend add column words_at timestamp(6) with time zone;
update mend set words_at = created_at;
alter table mend alter column words_at set not null;

alter table retention_run add column beside bigint default 0 not null;
