import { createHash } from 'node:crypto'
import type { Decision, Effect, Reply, Trace } from '../../../src/conversation/decision.ts'
import type { InboundEvent } from '../../../src/conversation/event.ts'
import type { Entry, Hub, JournalTurn } from '../../../src/conversation/hub.ts'
import type { LineKey } from '../../../src/conversation/line.ts'
import type { Understanding } from '../../../src/conversation/understanding.ts'

/** One scripted answer: to words that match, this is said, this is why, this is what it changes. */
export interface Scripted {
  hears: RegExp
  says: string
  understood?: Partial<Understanding>
  trace?: Trace[]
  effects?: Effect[]
  options?: Reply['options']
  expects?: Decision['expects']
}

interface Talk {
  entries: Entry[]
  turns: JournalTurn[]
  watchers: Set<() => void>
  verified: boolean
}

/** A hub in memory that answers from a script; events are kept in `heard`. */
export function makeScriptedHub(script: Scripted[], at = '2026-11-21T10:00:00Z') {
  const talks = new Map<string, Talk>()
  const heard: InboundEvent[] = []
  const talkOf = (line: LineKey): Talk => {
    const key = `${line.channel} ${line.theirs}`
    const talk = talks.get(key) ?? { entries: [], turns: [], watchers: new Set(), verified: false }
    talks.set(key, talk)
    return talk
  }
  const show = (talk: Talk, entry: Omit<Entry, 'entry' | 'at' | 'language'>) => {
    talk.entries.push({ ...entry, entry: talk.entries.length + 1, at, language: 'fr' })
    talk.watchers.forEach((changed) => changed())
  }
  const work = (event: InboundEvent, talk: Talk): JournalTurn => {
    const found = script.find(({ hears }) => hears.test(`${event.kind} ${event.text}`))
    const turn = turnOf(event, found ?? { hears: /./, says: 'Dites-moi.' }, talk.turns.at(-1), at)
    talk.turns.push(turn)
    if (turn.decision.effects.some(({ kind }) => kind === 'proof')) talk.verified = true
    return turn
  }
  const hub = {
    async accept(event) {
      heard.push(event)
      const talk = talkOf(event.line)
      const said = { who: 'customer', text: event.text, turn: null, id: event.id } as const
      if (event.kind === 'message') show(talk, said)
      const turn = work(event, talk)
      const [reply] = turn.decision.replies
      const answer = { who: 'bot', text: reply?.text ?? '', turn: turn.turn, id: null } as const
      queueMicrotask(() => show(talk, { ...answer, options: reply?.options, state: 'delivered' }))
      return { conversation: 'c1', entry: talk.entries.length, repeated: false }
    },
    async answer(event, render) {
      heard.push(event)
      const { turn, decision } = work(event, talkOf(event.line))
      const { replies, expects, transfer, hangup } = decision
      return render({ conversation: 'c1', turn, replies, expects, transfer, hangup })
    },
    entries: async (line, after) => talkOf(line).entries.filter(({ entry }) => entry > after),
    watch(line, changed) {
      const { watchers } = talkOf(line)
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    report: async () => undefined,
    journal: async (_creditor, conversation) => talks.get(conversation)?.turns ?? null,
    async conversationOf(line) {
      const talk = talkOf(line)
      if (talk.turns.length === 0) return null
      const id = `${line.channel} ${line.theirs}`
      return { id, owner: 'bot', verified: talk.verified, account: null }
    },
  } satisfies Hub
  return { hub, heard }
}

function turnOf(
  event: InboundEvent,
  scripted: Scripted,
  previous: JournalTurn | undefined,
  at: string,
): JournalTurn {
  const hash = createHash('sha256').update(event.id).digest('hex')
  return {
    turn: (previous?.turn ?? 0) + 1,
    at,
    heard: [event],
    understanding: event.text ? understandingOf(event.text, scripted.understood) : null,
    draw: { code: '482913', salt: 'drawn-salt', references: ['7KQ2M'] },
    ran: { flows: hash, texts: hash, policy: hash, facts: hash },
    decision: {
      replies: [
        {
          text: scripted.says,
          language: 'fr',
          purpose: 'reply',
          from: ['welcome.hello'],
          options: scripted.options,
        },
      ],
      effects: scripted.effects ?? [],
      trace: scripted.trace ?? [],
      expects: scripted.expects ?? null,
      hangup: event.kind === 'call_ended',
      transfer: null,
    },
    previousHash: previous?.hash ?? '',
    hash,
  }
}

function understandingOf(text: string, found: Partial<Understanding> = {}): Understanding {
  const nothing = { amounts: [], dates: [], signals: [], commands: [], intents: [] }
  return { ...nothing, text, language: 'fr', grade: 0, optOut: false, confidence: 0.97, ...found }
}
