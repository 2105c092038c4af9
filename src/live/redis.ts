import { createClient } from 'redis'
import type { Logger } from 'pino'
import { makeWatchers } from './in-process.ts'
import type { Live } from './live.ts'

interface RedisLiveConfig {
  url: string
  /** This process, so that it does not hear its own news a second time. */
  id: string
  /** A number from 0 to 1, so that hubs do not come back to Redis all at once. */
  chance: () => number
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
export function makeRedisLive(config: RedisLiveConfig): Live {
  const { tell, tellEveryone, watch, forget } = makeWatchers()
  const { id } = config
  const publisher = connect(config)
  const subscriber = connect(config)

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

function connect({ url, chance, log }: RedisLiveConfig) {
  let down = false
  const client = createClient({
    url,
    pingInterval: 10_000,
    // A Redis that takes connections and answers nothing must not fill our memory.
    commandsQueueMaxLength: 1_000,
    socket: { connectTimeout: 3_000, reconnectStrategy: (attempts) => pause(attempts, chance) },
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

/** Milliseconds before the next attempt, with full jitter. */
function pause(attempts: number, chance: () => number): number {
  return Math.ceil(chance() * Math.min(100 * 2 ** attempts, longestPauseMs))
}
