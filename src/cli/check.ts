import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../flow-set.ts'

/* `npm run check`: what CI runs. Stops at the first step that fails and says which. */

interface Step {
  name: string
  command: string
  args: string[]
}

const bin = (name: string) => join(projectRoot, 'node_modules', '.bin', name)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

const steps: Step[] = [
  { name: 'format', command: bin('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: bin('eslint'), args: ['.'] },
  { name: 'types', command: bin('tsc'), args: [] },
  { name: 'types of the pages', command: bin('tsc'), args: ['-p', 'tsconfig.web.json'] },
  { name: 'types of the widget', command: bin('tsc'), args: ['-p', 'src/channels/chat/web'] },
  { name: 'unused exports', command: process.execPath, args: ['src/cli/check-unused.ts'] },
  { name: 'flows', command: process.execPath, args: ['src/cli/flows.ts'] },
  { name: 'start under plain node', command: process.execPath, args: ['src/cli/check-start.ts'] },
  { name: 'tests', command: npm, args: ['test'] },
]

function run({ command, args }: Step, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

for (const step of steps) {
  console.log(`\n— ${step.name}`)
  const code = await run(step, process.env)
  if (code !== 0) {
    console.error(`\ncheck failed at: ${step.name}`)
    process.exit(code)
  }
}
console.log('\ncheck passed')
