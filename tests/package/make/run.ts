import { join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { makeNpmPackage } from './make-npm-package.ts'
import { makePackage } from './make-package.ts'
import { platforms } from './platforms.ts'

/** `npm run package`: an archive per platform and the npm package, in the folder `package`, with their sizes. */
const root = join(import.meta.dirname, '..', '..', '..')
/** Zip knows no time before 1980, and no release needs its own. */
const always = new Date('2000-01-01T00:00:00Z')

interface Wish {
  readonly platform: string
  readonly out: string
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const program = new Command('package')
  .addOption(
    new Option('--platform <name>', 'one of them')
      .choices([...platforms.map(({ name }) => name), 'npm', 'all'])
      .default('all'),
  )
  .option('--out <folder>', 'where they are written', 'package')
  .action(async ({ platform, out }: Wish) => {
    const folder = resolve(root, out)
    for (const one of platforms) {
      if (platform !== 'all' && platform !== one.name) continue
      const { file, toDownload, onDisk } = await makePackage(root, folder, one, always)
      process.stdout.write(`${file}\t${mb(toDownload)} to download\t${mb(onDisk)} on disk\n`)
    }
    if (platform === 'all' || platform === 'npm') process.stdout.write(`${await makeNpmPackage(root, folder)}\n`)
  })
await program.parseAsync()
