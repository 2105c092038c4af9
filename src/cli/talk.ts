import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { channels, type ChannelName } from '../conversation/line.ts'
import { languages, type Language } from '../conversation/language.ts'
import { openRehearsal, type Rehearsal } from './rehearsal.ts'

/*
 * `npm run talk -- --account REF --channel sms --language fr [--at INSTANT] [--conversation ID] [--json]`
 * From a pipe it reads one message a line and prints each reply.
 */

const usage = `usage: npm run talk -- [--account REF] [--channel ${channels.join('|')}] [--language fr|en]
                    [--at 2026-11-21T10:00:00+01:00] [--conversation ID] [--json]`

const optionsSchema = z.strictObject({
  account: z.string().default('HEL-7KQ2M9'),
  channel: z.enum(channels).default('sms'),
  language: z.enum(languages).default('fr'),
  at: z
    .string()
    .refine((at) => isInstant(at), 'an instant with its offset, like 2026-11-21T10:00:00+01:00')
    .optional(),
  conversation: z.uuid().optional(),
  json: z.boolean().default(false),
})

function isInstant(text: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(text))
  } catch {
    return false
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        account: { type: 'string' },
        channel: { type: 'string' },
        language: { type: 'string' },
        at: { type: 'string' },
        conversation: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const parsed = optionsSchema.safeParse(values)
    if (parsed.success) return parsed.data
    console.error(`${z.prettifyError(parsed.error)}\n${usage}`)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  return process.exit(2)
}

type Told = Awaited<ReturnType<Rehearsal['say']>>

function print(told: Told, json: boolean): void {
  if (json) console.log(JSON.stringify(told))
  else for (const reply of told.replies) console.log(process.stdin.isTTY ? `\n${reply}\n` : reply)
}

async function main(): Promise<void> {
  const options = readOptions()
  const rehearsal = await openRehearsal({
    account: options.account,
    channel: options.channel as ChannelName,
    language: options.language as Language,
    ...(options.at ? { at: options.at } : {}),
    ...(options.conversation ? { conversation: options.conversation } : {}),
    session: randomUUID(),
  })
  try {
    const opening = options.conversation ? null : await rehearsal.open()
    if (opening && opening.replies.length > 0) print(opening, options.json)
    const lines = createInterface({
      input: process.stdin,
      ...(process.stdin.isTTY ? { output: process.stdout, prompt: '> ' } : {}),
    })
    if (process.stdin.isTTY) lines.prompt()
    for await (const line of lines) {
      if (line.trim()) print(await rehearsal.say(line), options.json)
      if (process.stdin.isTTY) lines.prompt()
    }
    const conversation = await rehearsal.conversation()
    if (conversation) console.error(`conversation ${conversation}`)
  } finally {
    await rehearsal.close()
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
