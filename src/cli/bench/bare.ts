import Fastify from 'fastify'
import pg from 'pg'

/*
 * The bare limit: one Fastify route, one PostgreSQL transaction of five statements (begin, select for
 * update, insert, update, commit). No signature, no deduplication, no dialog: what a turn cannot beat
 * without fewer round trips. Started by the bench with the database's address as its argument.
 */

const pool = new pg.Pool({ connectionString: process.argv[2], max: 16 })
await pool.query(`drop table if exists bare_state, bare_transcript;
  create table bare_state (id text primary key, step int not null);
  create table bare_transcript (id bigint generated always as identity, call text, heard text, said text)`)

const app = Fastify()

app.post<{ Body: { callId: string; text: string } }>('/turn', async (request) => {
  const { callId, text } = request.body
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ step: number }>({
      name: 'lock',
      text: 'select step from bare_state where id = $1 for update',
      values: [callId],
    })
    const step = ((rows[0]?.step ?? 0) + 1) % 6
    const said = `step ${step}`
    await client.query({
      name: 'insert',
      text: 'insert into bare_transcript (call, heard, said) values ($1, $2, $3)',
      values: [callId, text, said],
    })
    await client.query({
      name: 'update',
      text: 'insert into bare_state values ($1, $2) on conflict (id) do update set step = excluded.step',
      values: [callId, step],
    })
    await client.query('commit')
    return { conversationId: callId, turn: step, say: [{ text: said }] }
  } finally {
    client.release()
  }
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ address }))
