import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Fault } from '#data/mistake.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { publishedManifest } from './npm-manifest.ts'
import { programFiles } from './program-files.ts'

/** Threads and processes of its own are files that no import names. */
const startedFile = /new URL\('(\.\/[\w-]+)\.ts', import\.meta\.url\)/g

/** TypeScript's compiler writes one module as JavaScript; its relative imports then end in .js, doors are mapped by package.json. */
async function compileModule(source: string): Promise<string> {
  const { ModuleKind, ScriptTarget, transpileModule } = (await import('typescript')).default
  const { outputText } = transpileModule(source, {
    compilerOptions: {
      target: ScriptTarget.ES2023,
      module: ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  })
  return outputText.replace(startedFile, "new URL('$1.js', import.meta.url)")
}

async function writeProgram(root: string, folder: string): Promise<void> {
  for (const path of programFiles(root)) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    if (!path.endsWith('.ts')) cpSync(join(root, path), target)
    else writeFileSync(target.replace(/\.ts$/, '.js'), await compileModule(readFileSync(join(root, path), 'utf8')))
  }
  chmodSync(join(folder, 'toile'), 0o755)
}

/**
 * Writes toile-<version>.tgz into `out`, as `npm pack` does; returns its path. Installed, it needs Node.js 22.18 or one of the
 * runtimes that it names as optional.
 * @throws Fault when npm fails.
 */
export async function makeNpmPackage(root: string, out: string): Promise<string> {
  await buildClient()
  const folder = mkdtempSync(join(tmpdir(), 'toile-npm-'))
  try {
    await writeProgram(root, folder)
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(root), null, 2)}\n`)
    mkdirSync(out, { recursive: true })
    const onWindows = process.platform === 'win32'
    const pack = spawnSync(onWindows ? 'npm.cmd' : 'npm', ['pack', '--silent', '--pack-destination', out], {
      cwd: folder,
      encoding: 'utf8',
      shell: onWindows,
    })
    if (pack.status !== 0) throw new Fault(`npm could not pack the program: ${pack.stderr}`)
    return join(out, pack.stdout.trim())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
