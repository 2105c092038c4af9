import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareBills } from '../billing/compare.ts'
import type { Change } from '../billing/compare.ts'
import { bySteps, explainBill, stepOf } from '../billing/explain.ts'
import { readBill } from '../billing/read-bill.ts'
import { callerFolder } from '../config.ts'
import type { Bill } from '../conversation/bill.ts'
import { languages } from '../conversation/language.ts'
import type { Language } from '../conversation/language.ts'
import type { Level } from '../conversation/state.ts'
import type { FlowSet } from '../dialog/load.ts'
import { renderText } from '../dialog/render.ts'
import { fail, isAmiableError } from '../errors.ts'
import { readFlowSet } from '../flow-set.ts'

/* `npm run -s bill`: explains a bill, in words or as JSON. */
const usage =
  'usage: npm run -s bill -- FILE [--previous FILE] [--language fr|en] [--level simple|standard|expert] [--json]'
const levels: Level[] = ['simple', 'standard', 'expert']

interface Asked {
  file: string
  previous: string | undefined
  language: Language
  level: Level
  json: boolean
}

interface Report {
  bill: Bill
  steps: { id: string; text: string }[]
  change: Change | null
}

function readArguments(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      previous: { type: 'string' },
      language: { type: 'string', default: 'fr' },
      level: { type: 'string', default: 'standard' },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  const language = languages.find((known) => known === values.language)
  const level = levels.find((known) => known === values.level)
  if (!file || more.length > 0) throw fail('bad_request', `one FILE was expected\n${usage}`)
  if (!language) throw fail('bad_request', `--language ${values.language}: expected fr or en`)
  if (!level) throw fail('bad_request', `--level ${values.level}: expected ${levels.join(', ')}`)
  return { file, previous: values.previous, language, level, json: values.json }
}

async function readBillFile(path: string): Promise<Bill> {
  const bytes = await readFile(resolve(callerFolder(), path)).catch(
    (error: NodeJS.ErrnoException) => {
      throw fail('bill_invalid', `${path}: cannot be read (${error.code ?? error.message})`, error)
    },
  )
  return readBill(bytes, path)
}

/** The seller's own texts where it is one of our creditors, else those of the first. */
async function dialogFor(bill: Bill) {
  const set = await readFlowSet()
  const creditor = sellerOf(bill, set) ?? set.creditors.values().next().value
  if (!creditor) throw fail('flows_invalid', 'flows/creditors holds no creditor')
  return { creditor, dialog: set.of(creditor.id) }
}

function sellerOf(bill: Bill, set: FlowSet) {
  return [...set.creditors.values()].find(({ brand }) => brand === bill.seller)
}

async function reportOn(asked: Asked): Promise<Report> {
  const bill = await readBillFile(asked.file)
  const previous = asked.previous === undefined ? undefined : await readBillFile(asked.previous)
  const change = previous ? compareBills(previous, bill) : null
  const { creditor, dialog } = await dialogFor(bill)
  const today = Temporal.Now.plainDateISO(creditor.zone)
  const how = { ...asked, channel: 'chat', zone: creditor.zone, today } as const
  const sentences = explainBill(bill, { today, ...(previous && { previous }) })
  const steps = bySteps(sentences).map((step) => ({
    id: step[0] ? stepOf(step[0]) : '',
    text: step
      .map(({ flow, text, params }) => renderText(dialog, flow, text, params, how))
      .join(' '),
  }))
  return { bill, steps, change }
}

function toJson({ bill, steps, change }: Report): string {
  const { number, kind, seller, currency, issued, due, period } = bill
  const { totalCents, paidCents, dueCents, taxCents } = bill
  const lines = bill.lines.map(({ id, kind, tax, label, quantity, unit, unitPrice, cents }) => ({
    id,
    kind,
    tax,
    label,
    quantity,
    unit,
    unitPrice,
    cents,
  }))
  const head = { number, kind, seller, currency, issued, due, period }
  const figures = { totalCents, paidCents, dueCents, taxCents }
  const told = change && {
    ...change,
    parts: change.parts.map(({ kind, cents }) => ({ kind, cents })),
  }
  return JSON.stringify({ ...head, ...figures, lines, steps, ...(told && { change: told }) })
}

try {
  const asked = readArguments()
  const report = await reportOn(asked)
  console.log(asked.json ? toJson(report) : report.steps.map(({ text }) => text).join('\n\n'))
} catch (error) {
  const known = isAmiableError(error) || error instanceof TypeError
  if (!known) throw error
  console.error(error.message)
  process.exitCode = 1
}
