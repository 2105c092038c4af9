import { useEffect, useRef, useState } from 'preact/hooks'
import type { TurnAnswer } from '../../../conversation/hub.ts'
import type { WhyTurn } from '../views.ts'
import { Chips, Composer, ideasFor } from './composer.tsx'
import type { LaneProps } from './phone.tsx'
import type { CallEvent } from './talk.ts'
import { api, useFoot, useJournal } from './talk.ts'
import { bound } from './typography.ts'
import { Why } from './why.tsx'
import { useWords } from './words.ts'

/*
 * Life of a call:   idle --call--> calling --answer--> live --hang up, transfer--> over
 *                                     |                                              |
 *                                     +--no answer--> lost --call--> calling <--call-+
 */
type Phase = 'idle' | 'calling' | 'live' | 'over' | 'lost'

interface Step {
  eventId: string
  /** What the customer said; null where an event has no words. */
  said: string | null
  answer: TurnAnswer | null
}

/** A call to the hub, typed: its words are what a callbot would have heard. */
export function Call({ sample, brand, onWhys }: LaneProps) {
  const [callId, setCallId] = useState(() => crypto.randomUUID())
  const next = () => setCallId(crypto.randomUUID())
  return <OneCall key={callId} {...{ callId, next, sample, brand, onWhys }} />
}

function OneCall({
  callId,
  next,
  sample,
  brand,
  onWhys,
}: LaneProps & { callId: string; next: () => void }) {
  const { say } = useWords()
  const [aloud, setAloud] = useState(false)
  const { whys, reread } = useJournal('voice', callId)
  const call = useCall(callId, sample.phone, async (answer) => {
    if (aloud) speak(answer)
    await reread()
  })
  useEffect(() => onWhys(whys), [whys.length])
  const live = call.phase === 'live'
  const ideas = ideasFor(sample, { said: call.steps.map((step) => step.said), whys })
  return (
    <div class={`phone call ${call.phase}`}>
      <Caller brand={brand} phase={call.phase} aloud={aloud} setAloud={setAloud} />
      <Transcript steps={call.steps} whys={whys} phase={call.phase} language={sample.language} />
      {live && <Chips ideas={ideas} use={(text) => call.tell('utterance', text)} />}
      {live && <Composer label={say('say')} send={(text) => call.tell('utterance', text)} />}
      {live && <Keypad press={(keys) => call.tell('dtmf', keys)} />}
      <CallButtons phase={call.phase} tell={call.tell} next={next} brand={brand} />
    </div>
  )
}

interface CallButtonsProps {
  phase: Phase
  tell: (type: CallEvent['type']) => void
  next: () => void
  brand: string
}

function CallButtons({ phase, tell, next, brand }: CallButtonsProps) {
  const { say } = useWords()
  const button = (style: string, words: string, press: () => void) => (
    <button type="button" class={style} onClick={press}>
      {words}
    </button>
  )
  return (
    <div class="call-buttons">
      {phase === 'idle' && button('dial', say('call', { brand }), () => tell('call.started'))}
      {phase === 'live' && button('quiet', say('quiet'), () => tell('silence'))}
      {phase === 'live' && button('stop', say('hang_up'), () => tell('call.ended'))}
      {(phase === 'over' || phase === 'lost') && button('dial', say('call_again'), next)}
    </div>
  )
}

/** Plays one call: each event waits for its answer, as on a real line. */
function useCall(callId: string, from: string, answered: (answer: TurnAnswer) => Promise<void>) {
  const [phase, setPhase] = useState<Phase>('idle')
  const [steps, setSteps] = useState<Step[]>([])
  const queue = useRef(Promise.resolve())
  const play = async (type: CallEvent['type'], text: string) => {
    const eventId = crypto.randomUUID()
    const said = type === 'call.started' || type === 'call.ended' ? null : text
    const show = (answer: TurnAnswer | null) =>
      setSteps((all) => [
        ...all.filter((step) => step.eventId !== eventId),
        { eventId, said, answer },
      ])
    if (type === 'call.started') setPhase('calling')
    show(null)
    const answer = await api.call({ callId, eventId, from, type, text })
    show(answer)
    setPhase(type === 'call.ended' || answer.hangup || answer.transfer ? 'over' : 'live')
    await answered(answer)
  }
  const tell = (type: CallEvent['type'], text = '') => {
    queue.current = queue.current.then(() => play(type, text)).catch(() => setPhase('lost'))
  }
  return { phase, steps, tell }
}

interface CallerProps {
  brand: string
  phase: Phase
  aloud: boolean
  setAloud: (aloud: boolean) => void
}

function Caller({ brand, phase, aloud, setAloud }: CallerProps) {
  const { say } = useWords()
  const status = {
    idle: 'status_bot',
    calling: 'calling',
    live: 'call_live',
    over: 'call_over',
    lost: 'call_lost',
  } as const
  return (
    <div class="contact">
      <span class="avatar" aria-hidden="true">
        {brand.slice(0, 1)}
      </span>
      <div>
        <b>{brand}</b>
        <small role="status">{say(status[phase])}</small>
      </div>
      <label class="switch">
        <input
          type="checkbox"
          checked={aloud}
          onChange={(event) => setAloud(event.currentTarget.checked)}
        />
        {say('aloud')}
      </label>
    </div>
  )
}

interface TranscriptProps {
  steps: Step[]
  whys: WhyTurn[]
  phase: Phase
  language: string
}

function Transcript({ steps, whys, phase, language }: TranscriptProps) {
  const { say } = useWords()
  const log = useFoot(`${steps.length} ${whys.length}`)
  return (
    <div class="thread" role="log" aria-label={say('log_call')} tabIndex={0} ref={log}>
      {phase === 'idle' && (
        <div class="opening">
          <Waves />
          <p>{say('call_idle')}</p>
        </div>
      )}
      {steps.map((step) => (
        <div class="exchange" key={step.eventId}>
          {step.said !== null && (
            <p class="heard" lang={step.said ? language : undefined}>
              <span class="hidden">{say('you')} : </span>
              {step.said || say('quiet_said')}
            </p>
          )}
          {step.answer?.replies.map((reply, index) => (
            <p class="spoken" lang={reply.language} key={index}>
              <span class="hidden">{say('bot')} : </span>
              {bound(reply.text, reply.language)}
            </p>
          ))}
          {step.answer?.transfer && <p class="transfer">{say('transfer')}</p>}
          <Why whys={whys.filter((why) => why.heard.some(({ id }) => id === step.eventId))} />
        </div>
      ))}
    </div>
  )
}

function Waves() {
  return (
    <svg class="waves" viewBox="0 0 120 40" aria-hidden="true">
      {[6, 14, 24, 34, 22, 30, 12, 20, 8].map((height, index) => (
        <rect key={index} x={8 + index * 12} y={20 - height / 2} width="4" height={height} rx="2" />
      ))}
    </svg>
  )
}

function Keypad({ press }: { press: (keys: string) => void }) {
  const { say } = useWords()
  const [keys, setKeys] = useState('')
  const send = () => {
    if (keys) press(keys)
    setKeys('')
  }
  return (
    <details class="keypad">
      <summary>{say('keypad')}</summary>
      <output aria-label={say('keys')}>{keys || ' '}</output>
      <div class="keys">
        {['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'].map((key) => (
          <button
            type="button"
            key={key}
            onClick={() => setKeys((all) => (all + key).slice(0, 20))}
          >
            {key}
          </button>
        ))}
      </div>
      <div class="key-actions">
        <button type="button" class="quiet" onClick={() => setKeys('')}>
          {say('key_clear')}
        </button>
        <button type="button" class="quiet" onClick={send}>
          {say('key_send')}
        </button>
      </div>
    </details>
  )
}

/** Reads an answer aloud with the browser's own voice, where it has one. */
function speak(answer: TurnAnswer): void {
  if (!('speechSynthesis' in window)) return
  for (const reply of answer.replies) {
    const words = new SpeechSynthesisUtterance(reply.text)
    words.lang = reply.language === 'fr' ? 'fr-FR' : 'en-GB'
    window.speechSynthesis.speak(words)
  }
}
