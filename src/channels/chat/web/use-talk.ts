import { useEffect, useMemo, useState } from 'preact/hooks'
import { hasTalk, makeBrowserEnv } from './browser-env.ts'
import { quiet } from './talk-state.ts'
import type { TalkState } from './talk-state.ts'
import { makeTalk } from './talk.ts'

/** The talk of this tab: its state, how to say something, and how to forget it and begin anew. */
export function useTalk(hub: string, creditor: string, language: string, isOpen: boolean) {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<TalkState>(quiet)

  const { talk, forget } = useMemo(() => {
    const env = makeBrowserEnv(hub, creditor)
    return { talk: makeTalk(env, language, setState), forget: env.forget }
  }, [round])

  // Nothing is sent before somebody opens the chat, unless they did so earlier in this tab.
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

  const startOver = () => {
    talk.stop()
    forget()
    setState(quiet)
    setRound(round + 1)
  }
  return { state, say: talk.say, startOver }
}
