import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../support/postgres.ts'
describe('x', () => { it('y', async () => { const t=performance.now(); const d = await freshDatabase(); console.log(performance.now()-t)
 const r = await d.pool.query('select * from migration'); expect(r.rows.length).toBeGreaterThan(0); const t2=performance.now(); await d.drop(); console.log(performance.now()-t2);
 const d2 = await freshDatabase(); console.log(performance.now()-t2); await d2.drop() }) })
