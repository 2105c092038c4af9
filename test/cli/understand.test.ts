import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const command = fileURLToPath(new URL('../../src/cli/understand.ts', import.meta.url))

async function run(lines: string[]): Promise<{ code: number; out: Record<string, unknown>[] }> {
  const child = spawn(process.execPath, [command], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(lines.join('\n'))
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  const answers = out.split('\n').filter(Boolean)
  return {
    code: code as number,
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
})
