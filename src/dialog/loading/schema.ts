import { intents } from '../../conversation/understanding.ts'
import { repairs } from '../flow.ts'
import { z } from 'zod'

const name = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'a flow name in small letters, like promise-to-pay')
const word = z.string().regex(/^[a-z]\w*$/, 'a name in small letters, like amount')
const stepId = z.string().min(1)
const textId = z.string().regex(/^[a-z][\w{}-]*$/, 'a text id in small letters, like more_than_due')
/** YAML reads `if: true` and `accept: 5` as no text. */
const expression = z.union([z.string().min(1), z.boolean(), z.number()]).transform(String)

const goTo = z.strictObject({ goto: stepId })
const call = z.strictObject({ call: name })
const target = z.union([goTo, call], 'expected {goto: step} or {call: flow}')
const outcome = z.union(
  [stepId.transform((step) => ({ goto: step })), goTo, call],
  'expected a step or {call: flow}',
)
const condition = { if: expression.optional(), id: stepId.optional() }

const otherwiseCase = z.strictObject({
  if: expression.optional(),
  else: z.literal(true).optional(),
  say: textId.optional(),
  goto: stepId.optional(),
  call: name.optional(),
})
const otherwise = z.union(
  [
    textId.transform((say) => [{ say }]),
    otherwiseCase.transform((one) => [one]),
    z.array(otherwiseCase).min(1),
  ],
  'expected a text id, {goto: step}, {call: flow} or a list of {if, say, goto, call}',
)

/** What may stand under each kind of step. */
export const stepSchemas = {
  say: z.strictObject({ ...condition, say: textId }),
  ask: z.strictObject({
    ...condition,
    ask: word,
    text: textId.optional(),
    accept: expression.optional(),
    otherwise: otherwise.optional(),
    on_refuse: z
      .union(
        [goTo, call, z.strictObject({ fill: z.union([z.string(), z.number(), z.boolean()]) })],
        'expected {goto: step}, {call: flow} or {fill: value}',
      )
      .optional(),
    on_other: target.optional(),
    on_silence: target.optional(),
    past: z.boolean().default(false),
    tries: z.int().min(1).max(5).default(2),
  }),
  branch: z.strictObject({
    ...condition,
    branch: z
      .array(
        z.strictObject({
          if: expression.optional(),
          else: z.literal(true).optional(),
          goto: stepId.optional(),
          call: name.optional(),
        }),
      )
      .min(1),
  }),
  do: z.strictObject({
    ...condition,
    do: word,
    with: z.record(word, z.union([z.string(), z.number(), z.boolean()])).default({}),
    on: z.record(word, outcome).default({}),
  }),
  confirm: z.strictObject({
    ...condition,
    confirm: z.array(word),
    text: textId.default('confirm'),
    on_no: target.optional(),
    on_change: target.optional(),
  }),
  set: z.strictObject({
    ...condition,
    set: z.record(word, z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  call: z.strictObject({ ...condition, call: name }),
  guard: z.strictObject({
    ...condition,
    guard: expression,
    else: z.union(
      [goTo, call, z.strictObject({ say: textId, end: z.literal(true).optional() })],
      'expected {goto: step}, {call: flow} or {say: text, end: true}',
    ),
  }),
  handover: z.strictObject({ ...condition, handover: word }),
  goto: z.strictObject({ ...condition, goto: stepId }),
  end: z.strictObject({ ...condition, end: z.literal(true) }),
} as const

export type StepKind = keyof typeof stepSchemas

export const stepKinds = Object.keys(stepSchemas) as StepKind[]

const slotMessage = 'expected money, date, count, text, yes_no, code or one_of [a, b]'
const slot = z.union(
  [
    z
      .string()
      .regex(
        /^(money|date|count|text|yes_no|code|one_of \[\s*[\w-]+(\s*,\s*[\w-]+)*\s*\])$/,
        slotMessage,
      ),
    z.array(z.string().regex(/^[\w-]+$/)).transform((keys) => `one_of [${keys.join(', ')}]`),
  ],
  slotMessage,
)

/** `flow.yaml` without its steps, which are judged one by one. */
export const flowSchema = z.strictObject({
  flow: name,
  purpose: z.string().min(1),
  starts_on: z.array(z.enum([...intents, 'term'])).default([]),
  repair: z.enum(repairs).optional(),
  requires: z.enum(['none', 'proven']).default('none'),
  interrupts: z.boolean().default(false),
  clears: z.boolean().default(false),
  skippable: z.union([z.boolean(), z.array(z.enum(intents))]).optional(),
  priority: z.enum(['normal', 'care', 'security']).default('normal'),
  slots: z.record(word, slot).default({}),
  steps: z.array(z.record(z.string(), z.unknown())).min(1),
})
