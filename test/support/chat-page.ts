import { once } from 'node:events'
import { WebSocket } from 'ws'

type Frame = Record<string, unknown> & { type: string }

/** A page of the web chat without a browser: sends frames, waits for the ones it expects. */
export async function openPage(base: string, origin = base) {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/chat`, { origin })
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  let closed: number | null = null
  const tell = () => waiting.forEach((look) => look())
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)))
    tell()
  })
  socket.on('close', (code) => {
    closed = code
    tell()
  })
  await once(socket, 'open')

  /** Resolves once `find` has a result on what came in so far. */
  const until = <T>(find: () => T | undefined | null | false) =>
    new Promise<T>((done) => {
      const look = () => {
        const found = find()
        if (!found) return
        waiting.delete(look)
        done(found)
      }
      waiting.add(look)
      look()
    })

  return {
    socket,
    frames,
    say: (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    /** The nth frame of a type (1 is the first). */
    gets: (type: string, n = 1) =>
      until(() => frames.filter((frame) => frame.type === type)[n - 1]),
    /** The close code. */
    closed: () => until(() => closed),
    [Symbol.asyncDispose]: async () => {
      if (closed !== null) return
      const gone = once(socket, 'close')
      socket.terminate()
      await gone
    },
  }
}

/** A token of `POST /chat/sessions`. */
export async function startSession(base: string, origin = base, body: object = {}) {
  const response = await fetch(`${base}/chat/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ creditor: 'helia', ...body }),
  })
  return (await response.json()) as { session: string; token: string; renewed: boolean }
}
