import type { Pending } from './talk-state.ts'
import type { TalkEnv } from './talk.ts'
import type { Session, WireEvents } from './wire.ts'

const renewAfterMs = 12 * 3600_000

interface Kept extends Session {
  since: number
}

/**
 * The browser's side of a talk. What is kept lives in `sessionStorage`: it ends with the tab, because
 * a computer may be shared with people who must not read this.
 */
export function makeBrowserEnv(hub: string, creditor: string): TalkEnv & { forget(): void } {
  const store = openStore(`amiable:${creditor}:`)
  const dialAddress = `${hub.replace(/^http/, 'ws')}/chat`

  const session = async (refused: boolean): Promise<Session> => {
    const kept = store.read<Kept>('session')
    if (kept && !refused && Date.now() - kept.since < renewAfterMs) return kept
    const response = await fetch(`${hub}/chat/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ creditor, token: kept?.token }),
      credentials: 'omit',
    })
    if (!response.ok) throw new Error(`no session: ${response.status}`)
    const fresh: Session = await response.json()
    store.write('session', { ...fresh, since: Date.now() } satisfies Kept)
    return fresh
  }

  const dial = ({ opened, received, closed }: WireEvents) => {
    const socket = new WebSocket(dialAddress)
    socket.onopen = opened
    socket.onmessage = (event) => received(event.data)
    socket.onclose = (event) => closed(event.code)
    return {
      send: (data: string) => socket.readyState === WebSocket.OPEN && socket.send(data),
      close: () => socket.close(),
    }
  }

  return {
    dial,
    session,
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    chance: Math.random,
    now: Date.now,
    newId,
    kept: () => store.read<Pending[]>('pending') ?? [],
    keep: (pending) => store.write('pending', pending),
    forget: store.clear,
  }
}

/** `crypto.randomUUID` exists only on secure pages. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Storage that may be forbidden or full: then nothing is kept, and the talk goes on. */
function openStore(prefix: string) {
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act()
    } catch {
      return null
    }
  }
  return {
    read: <T>(key: string) =>
      attempt(() => JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as T | null),
    write: (key: string, value: unknown) =>
      void attempt(() => sessionStorage.setItem(prefix + key, JSON.stringify(value))),
    clear: () =>
      ['session', 'pending'].forEach((key) =>
        attempt(() => sessionStorage.removeItem(prefix + key)),
      ),
  }
}

/** True where a talk of this creditor is already under way in this tab. */
export function hasTalk(creditor: string): boolean {
  return openStore(`amiable:${creditor}:`).read('session') !== null
}
