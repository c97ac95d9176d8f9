import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly type: string
  readonly imports: Readonly<Record<string, string>>
  readonly engines: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

/** Built into the page: needed to build it, never to serve it. */
const inPage = new Set(['vite', '@vitejs/plugin-react', 'react', 'react-dom', 'sigma'])

const readManifest = (root: string): Manifest =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest

const pick = (
  all: Readonly<Record<string, string>>,
  wanted: (name: string) => boolean,
): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(all).filter(([name]) => wanted(name)))

/** package.json of a packaged program: what it needs to run, with the one runtime named. */
export function packagedManifest(root: string, runtime: string): Readonly<Record<string, unknown>> {
  const { name, version, description, type, imports, dependencies, optionalDependencies } = readManifest(root)
  return {
    name,
    version,
    description,
    private: true,
    type,
    imports: pick(imports, door => door !== '#tests/*'),
    dependencies: pick(dependencies, one => !inPage.has(one)),
    // Optional, so that npm asks the system it installs for (--os, --cpu) and not the one it runs on.
    optionalDependencies: pick(optionalDependencies, one => one === runtime),
  }
}

/** package.json of the npm package: JavaScript, since Node strips no types below node_modules. */
export function publishedManifest(root: string): Readonly<Record<string, unknown>> {
  const { name, version, description, type, imports, engines, dependencies, optionalDependencies } = readManifest(root)
  const doors = Object.entries(imports).filter(([door]) => door !== '#tests/*')
  return {
    name,
    version,
    description,
    type,
    bin: { toile: 'toile' },
    imports: Object.fromEntries(doors.map(([door, place]) => [door.replace('*', '*.ts'), place.replace('*', '*.js')])),
    engines,
    dependencies: pick(dependencies, one => !inPage.has(one)),
    optionalDependencies,
  }
}
