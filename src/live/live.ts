/**
 * What processes tell each other and may lose at any moment without harm: "read again". Everything
 * that counts lies in the database; here travels only the news that there is news.
 */
export interface Live {
  /** Tells every watcher of a topic, here and on other processes. Never throws, never waits. */
  publish(topic: string): void
  /** Hears of a topic, perhaps late, twice or (rarely) not at all; returns the way to stop. */
  watch(topic: string, changed: () => void): () => void
  close(): Promise<void>
}
