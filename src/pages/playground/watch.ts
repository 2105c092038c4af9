import type { FastifyReply } from 'fastify'

const heartbeatMs = 25_000

export interface ChangeStreams {
  /** Turns a reply into a stream of server-sent events, one `changed` for each call of its watcher. */
  open(reply: FastifyReply, watch: (changed: () => void) => () => void): void
  /** Ends every stream, for a stop that waits for nobody. */
  closeAll(): void
}

/** Streams that tell browsers when to read again; they carry no words. */
export function makeChangeStreams(): ChangeStreams {
  const closers = new Set<() => void>()
  return {
    open(reply, watch) {
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      raw.write('retry: 1000\n\nevent: changed\ndata: {}\n\n')
      const unwatch = watch(() => raw.write('event: changed\ndata: {}\n\n'))
      const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
      const close = () => {
        clearInterval(heartbeat)
        unwatch()
        closers.delete(close)
        raw.end()
      }
      closers.add(close)
      raw.on('close', close)
    },
    closeAll: () => closers.forEach((close) => close()),
  }
}
