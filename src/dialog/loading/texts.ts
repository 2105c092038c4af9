import { judge } from './yaml.ts'
import { z } from 'zod'
import type { Fault } from '../flow.ts'
import type { TextForms, Variants, WordedOption } from '../wording/book.ts'
import type { Yaml } from './yaml.ts'

const wording = z.string().min(1)
const variants = z.strictObject({
  default: wording.optional(),
  sms: wording.optional(),
  chat: wording.optional(),
  voice: wording.optional(),
})
const variant = z.union(
  [wording, variants],
  'expected words, or words by sms, chat, voice, default',
)
const text = z.union(
  [
    wording,
    variants.extend({
      simple: variant.optional(),
      expert: variant.optional(),
      again: variant.optional(),
    }),
  ],
  'expected words, or words by default, sms, chat, voice, simple, expert, again',
)
const options = z.record(
  z.string(),
  z.record(
    z.string(),
    z.strictObject({
      label: wording,
      match: z.array(z.coerce.string().min(1)).default([]),
      hidden: z.boolean().default(false),
    }),
  ),
)

type RawVariant = z.infer<typeof variant>

/** The texts and choices of one `fr.yaml` or `en.yaml`, by id. */
export interface TextFile {
  texts: Map<string, TextForms>
  options: Map<string, WordedOption[]>
}

/** Reads a text file; each text is judged alone, so one fault does not hide another. */
export function compileTexts(yaml: Yaml, faults: Fault[]): TextFile {
  const found: TextFile = { texts: new Map(), options: new Map() }
  const all = judge(yaml, [], z.record(z.string(), z.unknown()), yaml.value ?? {}, faults) ?? {}
  for (const [id, raw] of Object.entries(all)) {
    if (id === 'options') addOptions(yaml, raw, found, faults)
    else addText(yaml, id, raw, found, faults)
  }
  return found
}

function addText(yaml: Yaml, id: string, raw: unknown, found: TextFile, faults: Fault[]): void {
  const judged = judge(yaml, [id], text, raw, faults)
  if (judged === null) return
  const place = yaml.keyPlaceOf([id])
  const whole = typeof judged === 'string' ? { default: judged } : judged
  const { simple, expert, again, ...standard } = whole
  found.texts.set(id, {
    standard,
    simple: variantsOf(simple),
    expert: variantsOf(expert),
    again: variantsOf(again),
    place,
  })
}

function variantsOf(raw: RawVariant | undefined): Variants | null {
  if (raw === undefined) return null
  return typeof raw === 'string' ? { default: raw } : raw
}

function addOptions(yaml: Yaml, raw: unknown, found: TextFile, faults: Fault[]): void {
  const judged = judge(yaml, ['options'], options, raw, faults) ?? {}
  for (const [slot, choices] of Object.entries(judged))
    found.options.set(
      slot,
      Object.entries(choices).map(([key, worded]) => ({
        key,
        ...worded,
        place: yaml.keyPlaceOf(['options', slot, key]),
      })),
    )
}
