import type { Accepted, TurnAnswer } from '../../../conversation/hub.ts'
import type { ChannelName } from '../../../conversation/line.ts'
import type { EntriesView, JournalView, SamplesView } from '../views.ts'

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
