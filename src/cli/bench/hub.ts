import pino from 'pino'
import { environment, secretsOf } from '../../config.ts'
import { openDatabase } from '../../database.ts'
import { readFlowSet } from '../../flow-set.ts'
import { readSamples } from '../../store/sample.ts'
import { startApp } from '../../app.ts'

/*
 * The hub as `npm start` runs it, with enough accounts for every conversation of the bench: copies of
 * the first sample account under references of their own. Prints its address when ready.
 */

const accounts = Number(process.argv[2])
const env = environment()
const log = pino({ level: 'error' })
const flows = await readFlowSet()
const database = await openDatabase(env, { hub: true, log })
const samples = await readSamples()
const [first] = samples.accounts
if (!first) throw new Error('there is no sample account')

const numbers = Array.from({ length: accounts }, (_, n) => n)
const reference = (n: number) => `BENCH-${n}`
await database.pool.query(
  `with n as (select generate_series(0, $1 - 1) as n),
   people as (insert into customer select a.creditor, 'bench-' || n, 'Madame Banc', 'fr' from account a, n where a.reference = $2),
   phones as (insert into contact select a.creditor, 'bench-' || n, 'phone', '+3363998' || lpad((n + 100)::text, 4, '0') from account a, n where a.reference = $2),
   owed as (insert into account (creditor, reference, customer, currency) select a.creditor, 'BENCH-' || n, 'bench-' || n, a.currency from account a, n where a.reference = $2)
   insert into bill select b.creditor, b.number || '-' || n, 'BENCH-' || n, b.issued, b.body from bill b, n where b.account = $2`,
  [accounts, first.reference],
)
samples.accounts = numbers.map((n) => ({ ...first, reference: reference(n) }))

const app = await startApp({ env, secrets: secretsOf(env, true), database, flows, log, samples })
console.log(JSON.stringify({ address: app.address, url: database.url, code: first.verification.code }))
process.on('SIGTERM', () => {
  void app.close().then(() => database.close()).then(() => process.exit(0))
})
