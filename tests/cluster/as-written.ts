import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from './shell.ts'

export interface WrittenAsked {
  /** Where the README and the program are. */
  readonly root: string
  /** Made: where the commands are called. */
  readonly folder: string
  readonly seeds: string
  /** With the pages, so that nobody is asked. */
  readonly archive: string
}

/**
 * Calls the commands of the README's section "More than one machine" one after the other, as they stand there, but for the seed list, the archive that
 * is read instead of the Web, and the two that serve until they are stopped. Returns the corpus that `merge` made.
 */
export function callAsWritten(asked: WrittenAsked, say: (text: string) => void): string {
  const readme = readFileSync(join(asked.root, 'README.md'), 'utf8')
  const [, section = ''] = /^## More than one machine\n(.*?)^## /ms.exec(readme) ?? []
  const commands = section.split('\n').flatMap(line => (line.startsWith('    ./toile ') ? [line.trim()] : []))
  const called = commands.filter(command => !command.startsWith('./toile view '))
  if (called.length < 7) throw new Error(`README: ${called.length} commands were found in "More than one machine"`)
  mkdirSync(join(asked.folder, 'disk'), { recursive: true })
  for (const command of called) {
    say(`  ${command}`)
    call('sh', ['-c', `cd '${asked.folder}' && ${here(command, asked)}`], { TMPDIR: join(asked.folder, 'disk') })
  }
  return join(asked.folder, 'data', 'corpora', 'study.sqlite')
}

/** The same command with this machine's list and pages. */
function here(command: string, { root, seeds, archive }: WrittenAsked): string {
  const [warc] = readdirSync(archive).filter(name => name.endsWith('.warc.gz'))
  const own = command
    .replace('./toile', join(root, 'toile'))
    .replace(/\bseeds(?:\/data-strategists)?\.csv\b/, seeds)
    .replace('FILE.warc.gz', join(archive, warc ?? ''))
  return command.startsWith('./toile crawl ')
    ? `${own.replace(/ {2,}#.*/, '')} --depth 1 --from-archive '${archive}'`
    : own
}
