import type { InboundEvent } from '../../src/conversation/event.ts'
import type { Accepted, DeliveryReport, Entry, Hub } from '../../src/conversation/hub.ts'
import type { LineKey } from '../../src/conversation/line.ts'

/** A hub in memory for the doors: it keeps what came in and says what a test tells it to say. */
export function makeFakeHub() {
  const events: InboundEvent[] = []
  const reports: DeliveryReport[] = []
  const lines = new Map<string, Entry[]>()
  const watchers = new Map<string, Set<() => void>>()
  const accepted = new Map<string, Accepted>()
  const answers = new Map<string, Promise<string>>()
  const left: (() => void)[] = []
  const control = { failing: false, turn: 0 }

  const keyOf = (line: LineKey) => [line.creditor, line.channel, line.ours, line.theirs].join('|')
  const entriesOf = (line: LineKey) => {
    const key = keyOf(line)
    return lines.get(key) ?? lines.set(key, []).get(key)!
  }
  const add = (line: LineKey, entry: Omit<Entry, 'entry'>) => {
    const list = entriesOf(line)
    const numbered = { entry: list.length + 1, ...entry }
    list.push(numbered)
    for (const changed of watchers.get(keyOf(line)) ?? []) changed()
    return numbered
  }
  /** Puts words of ours on a line, as a turn that committed would. */
  const say = (line: LineKey, text: string, more: Partial<Entry> = {}) =>
    add(line, { who: 'bot', text, language: 'fr', at: noon, turn: 1, id: null, ...more })

  const hub = {
    accept: async (event) => {
      if (control.failing) throw new Error('the database is away')
      const key = `${event.line.creditor}|${event.source}|${event.id}`
      const before = accepted.get(key)
      if (before) return { ...before, repeated: true }
      events.push(event)
      const first = { who: 'customer' as const, language: 'fr', at: event.at, turn: null }
      const { entry } = add(event.line, { ...first, text: event.text, id: event.id })
      const result = { conversation: 'c-1', entry, repeated: false }
      accepted.set(key, result)
      return result
    },
    answer: (event, render) => {
      if (control.failing) return Promise.reject(new Error('the database is away'))
      const key = `${event.line.creditor}|${event.source}|${event.id}`
      const before = answers.get(key)
      if (before) return before
      events.push(event)
      const turn = ++control.turn
      const reply = { text: 'Bonjour.', language: 'fr' as const, purpose: 'reply' as const }
      const answer = Promise.resolve(
        render({
          conversation: 'c-1',
          turn,
          replies: [{ ...reply, from: ['welcome.hello'] }],
          expects: null,
          transfer: null,
          hangup: false,
        }),
      )
      answers.set(key, answer)
      return answer
    },
    entries: async (line, after) => {
      if (control.failing) throw new Error('the database is away')
      return entriesOf(line).filter(({ entry }) => entry > after)
    },
    watch: (line, changed) => {
      const key = keyOf(line)
      const set = watchers.get(key) ?? watchers.set(key, new Set()).get(key)!
      set.add(changed)
      return () => {
        set.delete(changed)
        left.splice(0).forEach((tell) => tell())
      }
    },
    report: async (report) => void reports.push(report),
    journal: async () => null,
    conversationOf: async () => null,
  } satisfies Hub

  const watched = () => [...watchers.values()].reduce((sum, set) => sum + set.size, 0)
  /** Resolves when the next watcher stops. */
  const unwatched = () => new Promise<void>((tell) => left.push(tell))
  return { ...hub, events, reports, say, control, watched, unwatched }
}

const noon = '2026-11-21T12:00:00Z'
