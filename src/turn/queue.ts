/** Runs tasks of one key one after the other, in the order they came; keys run side by side. */
export interface SerialQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
}

export function makeSerialQueue(): SerialQueue {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(key, task) {
      const before = tails.get(key)
      const result = before ? before.then(task, task) : task()
      tails.set(key, result)
      const forget = () => void (tails.get(key) === result && tails.delete(key))
      result.then(forget, forget)
      return result
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values())
    },
  }
}
