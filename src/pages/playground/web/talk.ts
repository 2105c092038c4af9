import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { Accepted, Entry, TurnAnswer } from '../../../conversation/hub.ts'
import type { ChannelName } from '../../../conversation/line.ts'
import type { EntriesView, JournalView, SamplesView, WhyTurn } from '../views.ts'

export interface CallEvent {
  callId: string
  eventId: string
  from: string
  type: 'call.started' | 'utterance' | 'dtmf' | 'silence' | 'call.ended'
  text?: string
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`/playground/${path}`, init)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json() as Promise<T>
}

function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

const at = (channel: ChannelName, theirs: string) =>
  new URLSearchParams({ channel, theirs }).toString()

/** What the page reads and writes; a write carries its own id, so trying it again is safe. */
export const api = {
  samples: () => ask<SamplesView>('samples'),
  entries: (channel: ChannelName, theirs: string) =>
    ask<EntriesView>(`entries?${at(channel, theirs)}`),
  journal: (channel: ChannelName, theirs: string) =>
    ask<JournalView>(`journal?${at(channel, theirs)}`),
  text: (id: string, from: string, text: string) =>
    post<Accepted>('message', { line: 'sms', id, from, text }),
  open: (id: string, from: string) => post<Accepted>('open', { id, from }),
  call: (event: CallEvent) => post<TurnAnswer>('call', event),
  /** Calls back at once and whenever the line changes; returns the way to stop. */
  watch(channel: ChannelName, theirs: string, changed: () => void): () => void {
    const source = new EventSource(`/playground/watch?${at(channel, theirs)}`)
    source.addEventListener('changed', changed)
    return () => source.close()
  },
}

const emptyJournal: JournalView = { conversation: null, owner: 'bot', verified: false, turns: [] }

export interface Talk {
  entries: Entry[]
  owner: string
  verified: boolean
  /** Turns of every conversation the line has pointed to while the page was open. */
  whys: WhyTurn[]
}

/** Follows a line: what was said and why, read again whenever the hub says it changed. */
export function useTalk(channel: ChannelName, theirs: string): Talk {
  const [entries, setEntries] = useState<Entry[]>([])
  const { journal, whys, reread } = useJournal(channel, theirs)
  useEffect(() => {
    const again = onceAtATime(async () => {
      setEntries((await api.entries(channel, theirs)).entries)
      await reread()
    })
    return api.watch(channel, theirs, again)
  }, [channel, theirs, reread])
  return { entries, whys, owner: journal.owner, verified: journal.verified }
}

/**
 * Reads the journal of the conversation a line points to. A proof points the line to another one, so
 * turns read before are kept, told apart by their hash.
 */
export function useJournal(channel: ChannelName, theirs: string) {
  const [journal, setJournal] = useState(emptyJournal)
  const [known, setKnown] = useState<ReadonlyMap<string, WhyTurn>>(new Map())
  const reread = useCallback(async () => {
    const read = await api.journal(channel, theirs)
    setJournal(read)
    setKnown(
      (before) => new Map([...before, ...read.turns.map((turn) => [turn.hash, turn] as const)]),
    )
  }, [channel, theirs])
  return { journal, whys: [...known.values()], reread }
}

/** One exchange: what the customer wrote, what was answered, and the turns behind it. */
export interface Exchange {
  key: string
  entries: Entry[]
  whys: WhyTurn[]
}

/** Cuts a line into exchanges: a customer's word after an answer begins the next one. */
export function exchangesOf(entries: Entry[], whys: WhyTurn[]): Exchange[] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const answered = last?.at(-1)?.who !== 'customer'
    if (!last || (entry.who === 'customer' && answered)) groups.push([entry])
    else last.push(entry)
  }
  return groups.map((group) => ({
    key: String(group[0]?.entry),
    entries: group,
    whys: whys.filter((why) => isBehind(why, group)),
  }))
}

function isBehind(why: WhyTurn, group: Entry[]): boolean {
  const ids = group.flatMap((entry) => (entry.who === 'customer' ? [entry.id] : []))
  if (ids.length > 0) return why.heard.some((heard) => ids.includes(heard.id))
  return why.heard.every((heard) => heard.kind !== 'message') && why.turn === group[0]?.turn
}

/** Whether a one-time code is on its way to the customer and still good at `now` (epoch ms). */
export function codeIsOut(whys: WhyTurn[], now: number): boolean {
  return whys.some((why) =>
    why.effects.some((effect) => effect.to && Date.parse(effect.until ?? '') > now),
  )
}

/** Keeps a thread at its last words when `news` changes, and when the room it has does. */
export function useFoot(news: unknown): RefObject<HTMLDivElement | null> {
  const thread = useRef<HTMLDivElement>(null)
  const toFoot = () => thread.current?.scrollTo({ top: thread.current.scrollHeight })
  useEffect(toFoot, [news])
  useEffect(() => {
    if (!thread.current) return
    const room = new ResizeObserver(toFoot)
    room.observe(thread.current)
    return () => room.disconnect()
  }, [])
  return thread
}

/** Runs a read; asked again meanwhile, runs it once more after. A failed read waits for the next call. */
function onceAtATime(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  const run = async () => {
    again = true
    if (running) return
    running = true
    while (again) {
      again = false
      await work().catch(() => undefined)
    }
    running = false
  }
  return () => void run()
}
