import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../src/cli/understand.ts', import.meta.url))

async function run(
  lines: string[],
  flags: string[] = [],
): Promise<{ code: number; out: Record<string, unknown>[]; fault: string }> {
  const child = spawn(process.execPath, [command, ...flags], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(lines.join('\n'))
  const ends = [text(child.stdout), text(child.stderr), once(child, 'close')] as const
  const [out, fault, [code]] = await Promise.all(ends)
  const answers = out.split('\n').filter(Boolean)
  return {
    code: code as number,
    fault,
    out: answers.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}

describe('npm run understand', () => {
  test('answers each line in order, in the order of the contract', async () => {
    const at = '2026-11-21T10:00:00+01:00'
    const { code, out } = await run([
      JSON.stringify({ text: '60', asked: 'amount', at }),
      JSON.stringify({ text: 'half please' }),
      JSON.stringify({ text: 'le 5', asked: 'date', language: 'fr-FR', at }),
    ])
    expect(code).toBe(0)
    expect(out[0]!.commands).toEqual([{ fill: 'amount', cents: 6000 }])
    expect(out[1]!.language).toBe('en')
    expect(out[2]!.dates).toEqual([{ from: '2026-12-05', to: '2026-12-05', text: 'le 5' }])
    expect(Object.keys(out[0]!).join(' ')).toBe(
      'text language intents amounts dates signals grade optOut commands confidence',
    )
  })

  test('names a bad line, loses no other, and ends with 1', async () => {
    const { code, out } = await run(['{"text":"oui"}', 'nope', '{"texte":"oui"}', '{"text":"non"}'])
    expect(code).toBe(1)
    expect(out.map(({ line }) => line)).toEqual([undefined, 2, 3, undefined])
    expect(out[1]!.error).toEqual(expect.any(String))
    expect(out[3]!.intents).toEqual(['deny'])
  })

  test('reads past the byte order mark of the first line', async () => {
    const { code, out } = await run(['\uFEFF{"text":"oui"}', '{"text":"non"}'])
    expect(code).toBe(0)
    expect(out.map(({ intents }) => intents)).toEqual([['affirm'], ['deny']])
  })

  test('refuses a flag it does not know with its usage, and ends with 2', async () => {
    const { code, out, fault } = await run(['{"text":"oui"}'], ['--zz'])
    expect(code).toBe(2)
    expect(out).toEqual([])
    expect(fault).toMatch(/--zz[\s\S]*usage: npm run -s understand/)
  })
})
