import pino from 'pino'
import { environment, secretsOf } from '../../config.ts'
import { openDatabase } from '../../database.ts'
import { readFlowSet } from '../../flow-set.ts'
import { readSamples } from '../../store/sample.ts'
import { reference } from './reference.ts'
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

const references = Array.from({ length: accounts }, (_, n) => reference(n))
await database.pool.query(
  `with n as (select n::text as n, reference from unnest($1::text[]) with ordinality as one (reference, n)),
   first as (select * from account where reference = $2),
   people as (insert into customer select creditor, 'bench-' || n, 'Madame Banc', 'fr' from first, n),
   phones as (insert into contact select creditor, 'bench-' || n, 'phone', '+3363998' || lpad(n, 4, '0') from first, n),
   owed as (insert into account (creditor, reference, customer, currency)
            select creditor, n.reference, 'bench-' || n, currency from first, n),
   bills as (insert into bill select b.creditor, b.number || '-' || n, n.reference, b.issued, b.body
     from bill b, n where b.account = $2),
   owed_before as (select sum((body->>'dueCents')::bigint) as cents from bill where account = $2)
   insert into payment select creditor, 'bench-' || n, n.reference, cents - 6000, '2026-11-01', 'transfer'
     from first, n, owed_before`,
  [references, first.reference],
)
samples.accounts = references.map((one) => ({ ...first, reference: one }))

const app = await startApp({ env, secrets: secretsOf(env, true), database, flows, log, samples })
console.log(
  JSON.stringify({ address: app.address, url: database.url, code: first.verification.code }),
)
process.on('SIGTERM', () => {
  void app
    .close()
    .then(() => database.close())
    .then(() => process.exit(0))
})
