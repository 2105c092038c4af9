import { createClient } from 'redis'
import type { Logger } from 'pino'
import { makeWatchers } from './in-process.ts'
import type { Live } from './live.ts'

export interface RedisLiveConfig {
  url: string
  /** This process, so that it does not hear its own news a second time. */
  id: string
  log: Pick<Logger, 'warn' | 'info'>
}

/** One for all hubs on this Redis: a topic is small, and a watcher costs no round trip. */
const channel = 'amiable:live'
const longestPauseMs = 5_000

/**
 * News between processes over Redis pub/sub, which keeps nothing: what is said while a connection is
 * down is lost, so after every reconnection all watchers read again. Redis away means news only within
 * the process, never an error in a turn.
 */
export function makeRedisLive({ url, id, log }: RedisLiveConfig): Live {
  const { tell, tellEveryone, watch, forget } = makeWatchers()
  const publisher = connect(url, log)
  const subscriber = connect(url, log)

  const hear = (message: string) => {
    const cut = message.indexOf(' ')
    if (message.slice(0, cut) !== id) tell(message.slice(cut + 1))
  }
  subscriber.on('ready', tellEveryone)
  // Waits for the connection in the client's own queue, and is repeated after each reconnection.
  subscriber.subscribe(channel, hear).catch(() => {})

  return {
    publish: (topic) => {
      tell(topic)
      if (publisher.isReady) publisher.publish(channel, `${id} ${topic}`).catch(() => {})
    },
    watch,
    close: async () => {
      forget()
      publisher.destroy()
      subscriber.destroy()
    },
  }
}

function connect(url: string, log: RedisLiveConfig['log']) {
  let down = false
  const client = createClient({
    url,
    pingInterval: 10_000,
    socket: { connectTimeout: 3_000, reconnectStrategy: pause },
  })
  // Without a listener the process would end; one line each time it goes and comes is enough.
  client.on('error', (err: Error) => {
    if (!down) log.warn({ err }, 'Redis is away: news stays within this process')
    down = true
  })
  client.on('ready', () => {
    if (down) log.info('Redis is back')
    down = false
  })
  client.connect().catch(() => {})
  return client
}

/** Milliseconds before the next attempt: full jitter, so that not everybody comes back at once. */
function pause(attempts: number): number {
  return Math.ceil(Math.random() * Math.min(100 * 2 ** attempts, longestPauseMs))
}
