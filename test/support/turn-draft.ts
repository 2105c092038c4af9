import type { InboundEvent } from '../../src/conversation/event.ts'
import type { LineKey } from '../../src/conversation/line.ts'
import type { Loaded, TurnDraft } from '../../src/conversation/store.ts'
import { newDialogState } from '../../src/conversation/state.ts'

export const smsLine: LineKey = {
  creditor: 'helia',
  channel: 'sms',
  ours: '+33162000001',
  theirs: '+33639980001',
}

export const at = '2026-11-21T09:00:00Z'

/** A message on a line, with an id of its own. */
export function message(id: string, text = 'bonjour', line: LineKey = smsLine): InboundEvent {
  return {
    source: 'test',
    id,
    line,
    kind: 'message',
    text,
    confidence: null,
    language: null,
    from: line.theirs,
    at,
  }
}

/** A turn that only says one thing. */
export function turnDraft(loaded: Loaded, more: Partial<TurnDraft> = {}): TurnDraft {
  const reply = {
    line: loaded.line,
    purpose: 'reply' as const,
    rule: 'AM-REPLY',
    state: 'waiting' as const,
    text: 'Bonjour.',
    language: 'fr',
  }
  return {
    loaded,
    at,
    body: '{"heard":[]}',
    ran: { flows: 'f', texts: 't', policy: 'p' },
    facts: { hash: 'x', body: '{}' },
    state: newDialogState('fr'),
    effects: [],
    outbox: [reply],
    heard: null,
    event: null,
    ...more,
  }
}

/** The customer, account and contact a phone number points at. */
export const seedAccount = `
  insert into customer values ('helia', 'c1', 'Madame Diallo', 'fr');
  insert into contact values ('helia', 'c1', 'phone', '+33639980001');
  insert into account values ('helia', 'HEL-7KQ2M9', 'c1', 'EUR');
  insert into bill values ('helia', 'F1', 'HEL-7KQ2M9', '2026-10-02', '{"number":"F1","dueCents":15282}');`
