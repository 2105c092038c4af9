import { Agent, request } from 'node:http'

/** What one window measured. */
export interface Window {
  turns: number
  seconds: number
  /** Milliseconds from request to answer, sorted. */
  latencies: number[]
}

/** Makes the next request of a conversation, and looks at each answer. */
export interface Talker {
  path: string
  next(): { headers: Record<string, string>; body: string }
  heard(body: string, status: number): void
}

function post(agent: Agent, address: URL, talker: Talker): Promise<void> {
  const { headers, body } = talker.next()
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: address.hostname,
        port: address.port,
        method: 'POST',
        path: talker.path,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => {
          talker.heard(text, answer.statusCode ?? 0)
          resolve()
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Runs a closed loop for some milliseconds: each conversation waits for its answer, then goes on. */
export async function runWindow(address: string, talkers: Talker[], ms: number): Promise<Window> {
  const url = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: talkers.length })
  const latencies: number[] = []
  const start = performance.now()
  const until = start + ms
  const loop = async (talker: Talker) => {
    while (performance.now() < until) {
      const began = performance.now()
      await post(agent, url, talker)
      latencies.push(performance.now() - began)
    }
  }
  await Promise.all(talkers.map(loop))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { turns: latencies.length, seconds, latencies: latencies.sort((a, b) => a - b) }
}

/** Sends some turns of one conversation one after the other; returns each turn's milliseconds. */
export async function runTurns(address: string, talker: Talker, turns: number): Promise<number[]> {
  const url = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now()
    await post(agent, url, talker)
    times.push(performance.now() - began)
  }
  agent.destroy()
  return times
}

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
