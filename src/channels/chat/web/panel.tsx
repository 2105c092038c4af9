import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.tsx'
import { CloseIcon } from './icons.tsx'
import { Messages } from './messages.tsx'
import type { TalkState } from './talk-state.ts'
import type { Words } from './words.ts'

export interface PanelProps {
  state: TalkState
  words: Words
  title: string
  say(text: string): void
  close(): void
  forget(): void
}

/** The open conversation. Escape closes it; focus begins in the input and is never taken away. */
export function Panel({ state, words, title, say, close, forget }: PanelProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => input.current?.focus(), [])

  return (
    <section
      id="amiable-panel"
      class="panel"
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && close()}
    >
      <header class="head">
        <div>
          <h2>{title}</h2>
          <p>{words.subtitle}</p>
        </div>
        <button type="button" class="icon" onClick={close} aria-label={words.close}>
          <CloseIcon />
        </button>
      </header>
      <Messages
        state={state}
        words={words}
        choose={(label) => {
          say(label)
          input.current?.focus()
        }}
      />
      <Status state={state} words={words} />
      <Composer input={input} words={words} say={say} />
      <footer class="foot">
        <button type="button" class="link" onClick={() => say(words.askPerson)}>
          {words.person}
        </button>
        <Forget words={words} forget={forget} />
      </footer>
    </section>
  )
}

/** What happens right now; announced, but not part of the talk. */
function Status({ state, words }: Pick<PanelProps, 'state' | 'words'>) {
  const away = state.link === 'away'
  const connecting = state.link === 'connecting' && state.entries.length === 0
  const text = away ? words.away : connecting ? words.connecting : state.typing ? words.typing : ''
  return (
    <p class={away ? 'status away' : 'status'} role="status">
      {text}
      {text && !away && (
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      )}
    </p>
  )
}

function Forget({ words, forget }: Pick<PanelProps, 'words' | 'forget'>) {
  const [sure, setSure] = useState(false)
  return (
    <button
      type="button"
      class="link quiet"
      onClick={() => (sure ? forget() : setSure(true))}
      onBlur={() => setSure(false)}
    >
      {sure ? words.forgetSure : words.forget}
    </button>
  )
}
