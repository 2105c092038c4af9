import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const bills = join(root, 'flows/creditors/helia/sample/bills')
const higher = join(bills, 'HEL-2026-10-0417.xml')
const before = join(bills, 'HEL-2026-08-0392.xml')

interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Runs the command as npm does: in the project's folder, for somebody who stands elsewhere. */
function run(...args: string[]): Promise<Ran> {
  const options = { cwd: root, env: { ...process.env, INIT_CWD: bills } }
  const command = [join(root, 'src/cli/bill.ts'), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

describe('npm run bill', () => {
  it('explains a bill as JSON, with the change from the one before', async () => {
    const { code, stdout, stderr } = await run(
      'HEL-2026-10-0417.xml',
      '--previous',
      before,
      '--json',
    )
    expect([code, stderr]).toEqual([0, ''])
    const told = JSON.parse(stdout)
    expect(told).toMatchObject({
      number: 'HEL-2026-10-0417',
      seller: 'Hélia',
      currency: 'EUR',
      issued: '2026-10-02',
      due: '2026-10-16',
      period: { from: '2026-08-01', to: '2026-09-30' },
      totalCents: 15282,
      paidCents: 0,
      dueCents: 15282,
      taxCents: 2547,
    })
    expect(told.lines[1]).toMatchObject({
      kind: 'consumption',
      quantity: '620',
      unit: 'kWh',
      cents: 8227,
    })
    expect(told.change).toEqual({
      fromCents: 12010,
      toCents: 15282,
      parts: [
        { kind: 'volume', cents: 1791 },
        { kind: 'taxes', cents: 1001 },
        { kind: 'days', cents: 480 },
      ],
    })
    expect(told.steps.map(({ id }: { id: string }) => id)).toEqual([
      'total',
      'change',
      'fixed',
      'used',
      'taxes',
      'remains',
    ])
    expect(told.steps[0].text).toMatch(/152,82/)
  })

  it('explains it in words, in the language and level asked for', async () => {
    const english = await run(higher, '--language', 'en', '--level', 'simple')
    expect(english.code).toBe(0)
    expect(english.stdout).toContain('€152.82')
    expect(english.stdout).toContain('The State decides.')
    const { stdout } = await run(join(bills, 'HEL-2026-10-0815.json'))
    expect(stdout.replace(/\s/g, ' ')).toContain('87,40 €')
  })

  it('leaves the change out without a bill before', async () => {
    expect(JSON.parse((await run(higher, '--json')).stdout)).not.toHaveProperty('change')
  })

  it.each([
    [['../accounts.yaml'], '../accounts.yaml:1:1: neither JSON nor XML'],
    [['none.xml'], 'none.xml: cannot be read (ENOENT)'],
    [[], 'one FILE was expected'],
    [[higher, '--language', 'de'], '--language de: expected fr or en'],
    [[higher, '--level', 'child'], '--level child: expected simple, standard, expert'],
    [[higher, '--wrong'], "Unknown option '--wrong'"],
  ])('exits 1 and says what and where: %j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain(message)
  })
})
