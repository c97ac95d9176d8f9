import { execFileSync, spawnSync } from 'node:child_process'

/** The Python that has these modules, or null. One of Debian's packages is not seen by a Python of one's own. */
export function pythonWith(...modules: readonly string[]): string | null {
  const pythons = ['python3', '/usr/bin/python3']
  return pythons.find(python => spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0) ?? null
}

/** Whether R has these packages. */
export const hasR = (...packages: readonly string[]): boolean =>
  spawnSync('Rscript', ['-e', packages.map(name => `library(${name})`).join(';') || '1']).status === 0

/** What a script prints, as JSON. */
export const printed = (program: string, script: string, ...args: readonly string[]): unknown =>
  JSON.parse(
    execFileSync(program, [program === 'Rscript' ? '-e' : '-c', script, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
