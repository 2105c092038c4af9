import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Pending, TalkState } from './talk-state.ts'
import type { Entry } from './wire.ts'
import type { Words } from './words.ts'

export interface MessagesProps {
  state: TalkState
  words: Words
  choose(label: string): void
}

const near = 120

/** The log: polite, so that a screen reader finishes its sentence; silent while history is read back. */
export function Messages({ state, words, choose }: MessagesProps) {
  const { entries, pending, link } = state
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const live = useRef(false)
  const shown = entries.filter(({ text }) => text !== '')

  useLayoutEffect(() => {
    const box = log.current
    if (box && (atEnd.current || pending.length > 0)) box.scrollTop = box.scrollHeight
  }, [entries.length, pending.length, state.typing])
  // Only what comes after the first reading is news.
  useEffect(() => {
    if (link === 'online') live.current = true
  }, [link])

  const last = shown.at(-1)
  const asked = pending.length === 0 && last?.who !== 'customer' ? (last?.options ?? []) : []

  return (
    <div
      ref={log}
      class="log"
      role="log"
      aria-live={live.current ? 'polite' : 'off'}
      aria-relevant="additions"
      aria-label={words.log}
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < near
      }}
    >
      {shown.map((entry, at) => (
        <Bubble key={entry.entry} entry={entry} words={words} first={isFirst(shown, at)} />
      ))}
      {pending.map((one) => (
        <Waiting key={one.id} pending={one} words={words} />
      ))}
      {asked.length > 0 && (
        <div class="choices" role="group" aria-label={words.choices}>
          {asked.map(({ key, label }) => (
            <button key={key} type="button" onClick={() => choose(label)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** Who speaks is written once for several messages in a row. */
function isFirst(entries: Entry[], at: number): boolean {
  return entries[at - 1]?.who !== entries[at]?.who
}

function Bubble({ entry, words, first }: { entry: Entry; words: Words; first: boolean }) {
  const { who, text, language, at } = entry
  const author = who === 'customer' ? words.you : words[who]
  const time = new Date(at)
  const clock = time.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  return (
    <article class={`bubble ${who}${first ? ' first' : ''}`}>
      <p class={first && who !== 'customer' ? 'by' : 'by hidden'}>{author}</p>
      <p class="text" lang={language}>
        {text}
      </p>
      <time class="at" dateTime={at}>
        {clock}
        {who === 'customer' && ` · ${words.held}`}
      </time>
    </article>
  )
}

function Waiting({ pending, words }: { pending: Pending; words: Words }) {
  return (
    <article class={`bubble customer pending ${pending.state}`}>
      <p class="by hidden">{words.you}</p>
      <p class="text">{pending.text}</p>
      <p class="at">{pending.state === 'held' ? words.held : words.waiting}</p>
    </article>
  )
}
