import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run check`: each gate in turn; the first that fails ends the run with its own code. */
const root = join(import.meta.dirname, '..')

function run(title: string, tool: string, ...args: string[]): void {
  process.stderr.write(`\n== ${title}\n`)
  const { status, signal } = spawnSync(process.execPath, [binOf(tool), ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    process.stderr.write(`${title}: failed (${signal ?? `code ${status}`})\n`)
    process.exit(status ?? 1)
  }
}

function binOf(tool: string): string {
  const [name = tool, command = name] = tool.split('#')
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(folder, typeof bin === 'string' ? bin : (bin[command] ?? Object.values(bin)[0]!))
}

run('types', 'typescript#tsc', '-p', '.')
run('lint', 'oxlint', '--deny-warnings')
run('format', 'prettier', '--check', '.')
run('borders', 'vitest', 'run', '--project', 'unit', 'tests/borders')
run('dead code', 'knip', '--no-progress')
// A module that only its test imports is dead, too.
run('dead code but for tests', 'knip', '--no-progress', '--production')
if (!process.argv.includes('--quick')) run('tests', 'vitest', 'run', '--project', 'unit', '--project', 'browser')
