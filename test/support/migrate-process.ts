// A process of its own that migrates a database. Arguments: its URL and a folder of migrations.
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import { openPool } from '../../src/store/pool.ts'

const [url = '', folder] = process.argv.slice(2)
const pool = openPool(url)
console.log(JSON.stringify(await migrate(pool, await readMigrations(folder))))
await pool.end()
