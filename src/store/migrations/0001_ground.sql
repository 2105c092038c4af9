-- The ground: who is who, what was said, what was promised, what must still leave.
-- Every table carries the creditor. Words are sealed with the key of their conversation (see seal.ts),
-- so that destroying a key erases them while the hash chain over the sealed bytes still verifies.

-- One rising number for everything visible on a line. It is drawn under the conversation's row lock,
-- so within a conversation it rises in commit order: it is both the order of events and the cursor.
create sequence entry;

-- Flows, texts and policy by hash: what a turn ran on is kept as long as the turn.
create table material (
  creditor text not null,
  hash     text not null,
  kind     text not null,
  body     text not null,
  primary key (creditor, hash)
);

create table customer (
  creditor text not null,
  id       text not null,
  name     text not null,
  language text not null,
  primary key (creditor, id)
);

create table contact (
  creditor text not null,
  customer text not null,
  kind     text not null check (kind in ('email', 'phone')),
  address  text not null,
  primary key (creditor, customer, kind, address),
  foreign key (creditor, customer) references customer on delete cascade
);
create index contact_address on contact (creditor, address);

-- `version` rises with every change of what is owed or promised; a turn that looked at an older one cannot commit.
create table account (
  creditor  text not null,
  reference text not null,
  customer  text not null,
  currency  text not null,
  version   int  not null default 1,
  primary key (creditor, reference),
  foreign key (creditor, customer) references customer
);
create index account_customer on account (creditor, customer);

create table bill (
  creditor text  not null,
  number   text  not null,
  account  text  not null,
  issued   date  not null,
  body     jsonb not null,
  primary key (creditor, number),
  foreign key (creditor, account) references account
);
create index bill_account on bill (creditor, account, issued desc);

create table payment (
  creditor text   not null,
  id       text   not null,
  account  text   not null,
  cents    bigint not null,
  date     date   not null,
  method   text   not null,
  primary key (creditor, id),
  foreign key (creditor, account) references account
);
create index payment_account on payment (creditor, account);

create table conversation (
  creditor      text not null,
  id            uuid not null,
  customer      text,
  version       int  not null default 0,
  turns         int  not null default 0,
  last_seq      bigint not null default 0,
  due_at        timestamptz,
  waiting_since timestamptz,
  owner         text not null default 'bot',
  state         jsonb not null,
  head          text not null default '',
  opened_at     timestamptz not null default now(),
  primary key (creditor, id)
) with (fillfactor = 70);
-- A customer has one conversation.
create unique index conversation_customer on conversation (creditor, customer) where customer is not null;
create index conversation_due on conversation (due_at) where due_at is not null;

create table seal_key (
  creditor     text  not null,
  conversation uuid  not null,
  key          bytea not null,
  primary key (creditor, conversation)
);

-- One address on one channel. `home` is the conversation it began with; proof points `conversation`
-- to the customer's, unlinking points it back.
create table line (
  creditor          text not null,
  channel           text not null,
  ours              text not null,
  theirs            text not null,
  conversation      uuid not null,
  home              uuid not null,
  candidate         text,
  proof             jsonb,
  challenge         jsonb,
  opted_out_at      timestamptz,
  primary key (creditor, channel, ours, theirs)
);

-- Codes sent and missed for an account on all its lines.
create table code_guard (
  creditor     text not null,
  account      text not null,
  sent         timestamptz[] not null default '{}',
  failures     int not null default 0,
  locked_until timestamptz,
  version      int not null default 1,
  primary key (creditor, account)
);

create table event (
  creditor     text   not null,
  source       text   not null,
  id           text   not null,
  conversation uuid   not null,
  seq          bigint not null,
  channel      text   not null,
  ours         text   not null,
  theirs       text   not null,
  turn         int,
  sealed       bytea  not null,
  received_at  timestamptz not null,
  primary key (creditor, source, id)
);
create unique index event_order on event (creditor, conversation, seq);
create index event_waiting on event (creditor, conversation, seq) where turn is null;

-- The journal: append-only, one hash chain a conversation.
create table turn (
  creditor     text not null,
  conversation uuid not null,
  turn         int  not null,
  at           timestamptz not null,
  flows        text not null,
  texts        text not null,
  policy       text not null,
  facts        text not null,
  sealed       bytea not null,
  previous     text not null,
  hash         text not null,
  primary key (creditor, conversation, turn)
);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: turn % of conversation %', old.turn, old.conversation;
end $$;
create trigger turn_append_only before update or delete on turn
  for each row execute function journal_is_append_only();

-- What turns looked at, by hash, sealed.
create table facts (
  creditor     text  not null,
  conversation uuid  not null,
  hash         text  not null,
  sealed       bytea not null,
  primary key (creditor, conversation, hash)
);

create table outbox (
  creditor     text   not null,
  conversation uuid   not null,
  seq          bigint not null,
  turn         int    not null,
  n            int    not null,
  channel      text   not null,
  ours         text   not null,
  theirs       text   not null,
  purpose      text   not null,
  rule         text   not null,
  state        text   not null check (state in
    ('waiting', 'sending', 'uncertain', 'sent', 'delivered', 'read', 'failed', 'abandoned')),
  attempts     int    not null default 0,
  next_at      timestamptz,
  handed_at    timestamptz,
  provider_id  text,
  error        text,
  sealed       bytea  not null,
  created_at   timestamptz not null,
  primary key (creditor, conversation, seq)
);
create index outbox_due on outbox (next_at) where state in ('waiting', 'sending', 'uncertain');
create index outbox_initiative on outbox (creditor, conversation, created_at) where purpose = 'initiative';
create index outbox_provider on outbox (provider_id) where provider_id is not null;

create table commitment (
  creditor     text   not null,
  reference    text   not null,
  account      text   not null,
  conversation uuid   not null,
  turn         int    not null,
  kind         text   not null check (kind in ('promise', 'plan')),
  state        text   not null check (state in ('proposed', 'confirmed', 'withdrawn', 'replaced')),
  cents        bigint not null check (cents > 0),
  date         date   not null,
  method       text,
  instalments  jsonb  not null,
  made_at      timestamptz not null,
  primary key (creditor, reference),
  foreign key (creditor, account) references account
);
create index commitment_account on commitment (creditor, account) where state = 'confirmed';

create table handoff (
  creditor     text not null,
  conversation uuid not null,
  turn         int  not null,
  n            int  not null,
  reason       text not null,
  priority     text not null,
  promised_by  timestamptz not null,
  sealed       bytea not null,
  opened_at    timestamptz not null,
  closed_at    timestamptz,
  primary key (creditor, conversation, turn, n)
);
create index handoff_open on handoff (creditor, priority, opened_at) where closed_at is null;

create table task (
  creditor     text not null,
  reference    text not null,
  conversation uuid not null,
  turn         int  not null,
  kind         text not null,
  due          date not null,
  sealed       bytea not null,
  closed_at    timestamptz,
  primary key (creditor, reference)
);

-- Consents and refusals, with the words and the moment; append-only by use.
create table consent (
  creditor     text not null,
  channel      text not null,
  ours         text not null,
  theirs       text not null,
  kind         text not null check (kind in ('opt_out', 'opt_in', 'unlinked')),
  conversation uuid not null,
  turn         int  not null,
  sealed       bytea not null,
  at           timestamptz not null,
  primary key (creditor, conversation, turn, kind)
);
