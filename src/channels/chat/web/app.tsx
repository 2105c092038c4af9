import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { hasTalk, makeBrowserEnv } from './browser-env.ts'
import { CloudIcon } from './icons.tsx'
import { Panel } from './panel.tsx'
import { makeTalk } from './talk.ts'
import type { TalkState } from './talk.ts'
import type { Words } from './words.ts'

export interface AppProps {
  hub: string
  creditor: string
  language: 'fr' | 'en'
  words: Words
  title: string
  open: boolean
}

const quiet: TalkState = { entries: [], pending: [], link: 'idle', typing: false }

/** The button, and the panel it opens. Nothing is sent before somebody opens it. */
export function App({ hub, creditor, language, words, title, open }: AppProps) {
  const [isOpen, setOpen] = useState(open)
  const [round, setRound] = useState(0)
  const [state, setState] = useState<TalkState>(quiet)
  const [seen, setSeen] = useState(0)
  const launcher = useRef<HTMLButtonElement>(null)

  const { talk, forget } = useMemo(() => {
    const env = makeBrowserEnv(hub, creditor)
    return { talk: makeTalk(env, language, setState), forget: env.forget }
  }, [round])

  useEffect(() => {
    if (isOpen || hasTalk(creditor)) talk.start()
  }, [isOpen, talk])

  useEffect(() => {
    addEventListener('online', talk.hurry)
    return () => {
      removeEventListener('online', talk.hurry)
      talk.stop()
    }
  }, [talk])

  const spoken = state.entries.filter(({ who }) => who !== 'customer').length
  useEffect(() => {
    if (isOpen) setSeen(spoken)
  }, [isOpen, spoken])
  const unread = isOpen ? 0 : Math.max(0, spoken - seen)

  const close = () => {
    setOpen(false)
    launcher.current?.focus()
  }
  const startOver = () => {
    talk.stop()
    forget()
    setState(quiet)
    setSeen(0)
    setRound(round + 1)
    close()
  }

  return (
    <div class="amiable" lang={language}>
      {isOpen && (
        <Panel
          state={state}
          words={words}
          title={title}
          say={talk.say}
          close={close}
          forget={startOver}
        />
      )}
      <button
        ref={launcher}
        type="button"
        class="launcher"
        aria-expanded={isOpen}
        aria-controls="amiable-panel"
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        <CloudIcon />
        <span>{words.launcher}</span>
        {unread > 0 && (
          <span class="unread">
            <span aria-hidden="true">{unread}</span>
            <span class="hidden">{words.unread(unread)}</span>
          </span>
        )}
      </button>
    </div>
  )
}
