import type { ComponentChildren } from 'preact'
import type { Trace } from '../../../conversation/decision.ts'
import type { AmountFound, DateFound } from '../../../conversation/understanding.ts'
import type { EffectView, UnderstoodView, WhyTurn } from '../views.ts'
import { stepsIn } from './trace.ts'
import type { Words } from './words.ts'
import { filled, useWords } from './words.ts'

/** Under an exchange, folded: what was understood, why the reply is what it is, what it changed. */
export function Why({ whys }: { whys: WhyTurn[] }) {
  const words = useWords()
  if (whys.length === 0) return null
  return (
    <details class="why" lang={words.language} onToggle={showWhole}>
      <summary>{words.say('why')}</summary>
      {whys.map((why) => (
        <div class="why-turn" key={why.hash}>
          <Understood why={why} />
          <Steps trace={why.trace} />
          <Effects effects={why.effects} />
          <Proofs why={why} />
        </div>
      ))}
    </details>
  )
}

/** Opened at the foot of a thread, it would else unfold out of sight. */
function showWhole({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
}

function Understood({ why }: { why: WhyTurn }) {
  const words = useWords()
  const { understood } = why
  const event = words.name('event', why.heard[0]?.kind ?? 'message')
  return (
    <section>
      <h4>{words.say('why_understood')}</h4>
      {understood ? (
        <Facts rows={understoodRows(understood, words)} />
      ) : (
        <p>{words.say('why_nothing', { event })}</p>
      )}
    </section>
  )
}

function Facts({ rows }: { rows: [string, ComponentChildren][] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={`${name} ${String(value)}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function understoodRows(read: UnderstoodView, words: Words): [string, string][] {
  const { say, name } = words
  const intents = read.intents.map((intent) => name('intent', intent)).join(', ')
  return [
    [say('why_intent'), intents || say('why_unsure')],
    ...read.amounts.map((found): [string, string] => [say('why_amount'), amountIn(found, words)]),
    ...read.dates.map((found): [string, string] => [say('why_date'), dateIn(found, words)]),
    ...read.signals.map((signal): [string, string] => [
      say('why_signal'),
      say('quoted', { name: name('signal', signal.kind), words: signal.text }),
    ]),
    ...(read.grade > 0
      ? [[say('why_grade'), name('grade', String(read.grade))] as [string, string]]
      : []),
    [say('why_language'), name('language', read.language)],
    [say('why_sure'), words.percent(read.confidence)],
  ]
}

function amountIn(found: AmountFound, { say, money, percent }: Words): string {
  const parts = [
    found.cents === undefined ? null : money(found.cents, found.currency),
    found.minCents === undefined
      ? null
      : say('at_least', { money: money(found.minCents, found.currency) }),
    found.maxCents === undefined
      ? null
      : say('up_to', { money: money(found.maxCents, found.currency) }),
    found.share === undefined ? null : say('share', { share: percent(found.share) }),
    found.times === undefined ? null : say('times', { times: String(found.times) }),
    found.every === undefined ? null : say(`every_${found.every}`),
  ]
  return parts.filter(Boolean).join(' ') || found.text
}

function dateIn(found: DateFound, { say, day }: Words): string {
  const { from, to } = found
  const both =
    from && to && (from === to ? day(from) : say('from_until', { from: day(from), to: day(to) }))
  const open = from ? say('from', { day: day(from) }) : to ? say('until', { day: day(to) }) : ''
  return [both || open || found.text, found.time, found.ambiguous && say('unclear_date')]
    .filter(Boolean)
    .join(', ')
}

function Steps({ trace }: { trace: Trace[] }) {
  const words = useWords()
  const steps = stepsIn(trace, words)
  if (steps.length === 0) return null
  return (
    <section>
      <h4>{words.say('why_why')}</h4>
      <ol>
        {steps.map(({ what, text }, index) => (
          <li key={index} class={what === 'care' ? 'care' : undefined}>
            <b>{words.name('trace', what)}</b> {text}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Effects({ effects }: { effects: EffectView[] }) {
  const words = useWords()
  if (effects.length === 0) return null
  return (
    <section>
      <h4>{words.say('why_effects')}</h4>
      <ul>
        {effects.map((effect, index) => (
          <li key={index}>{effectIn(effect, words)}</li>
        ))}
      </ul>
    </section>
  )
}

function effectIn(effect: EffectView, words: Words): string {
  const { commitment, until, reference = '' } = effect
  const values: Record<string, string> = { reference }
  if (until) {
    values.until = words.moment(until)
    values.day = words.day(until)
  }
  if (effect.to) values.to = words.name('effect', effect.to)
  if (commitment) {
    values.money = words.money(commitment.cents, 'EUR')
    if (commitment.kind === 'promise') values.day = words.day(commitment.date)
    else values.times = String(commitment.instalments.length)
  }
  const key = commitment ? `commitment_${commitment.kind}` : effect.kind
  const nobody = effect.kind === 'challenge' && !effect.to
  return filled(words.name('effect', nobody ? 'challenge_nobody' : key), values)
}

function Proofs({ why }: { why: WhyTurn }) {
  const { say } = useWords()
  const kinds = ['flows', 'texts', 'policy', 'facts'] as const
  const code = (hash: string) => <code>{hash || '·'}</code>
  return (
    <details class="why-more">
      <summary>{say('why_proof')}</summary>
      <p>{say('why_proof_note')}</p>
      <Facts
        rows={[
          ...kinds.map((kind): [string, ComponentChildren] => [
            say(`hash_${kind}`),
            code(why.ran[kind]),
          ]),
          [say('hash_turn'), code(why.hash)],
          [say('hash_previous'), code(why.previousHash)],
        ]}
      />
      <details>
        <summary>{say('why_raw')}</summary>
        <pre tabIndex={0}>{JSON.stringify(why, null, 2)}</pre>
      </details>
    </details>
  )
}
