import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { crawlDefaults } from './crawl-options.ts'
import { optOutRows, type OptOutRow, ownOptOutFile, writeOptOut } from './own-opt-out.ts'

interface OptOutFlags {
  readonly add?: string
  readonly remove?: string
  readonly reason: string
  readonly json?: true
}

/** `opt-out`: the hosts and prefixes that no crawl of this user asks. */
export const optOutCommand = (around: Surroundings): Command =>
  new Command('opt-out')
    .description('Lists the hosts and prefixes that no crawl of yours asks, and adds to them or takes away.')
    .option('--add <place>', "never ask it again: a host, a host and path, or '*.' and a host with all below it")
    .option('--remove <place>', 'take it off your own list, as it stands there')
    .addOption(new Option('--reason <text>', 'with --add: why, kept with the line').default('', 'none'))
    .addOption(new Option('--json', 'JSON lines on standard output'))
    .action((flags: OptOutFlags) => changeList(around, flags))

function changeList(around: Surroundings, { add, remove, reason, json }: OptOutFlags): void {
  const file = ownOptOutFile(around.env)
  const own = optOutRows(file)
  const kept = own.filter(({ prefix }) => prefix !== remove)
  if (remove !== undefined && kept.length === own.length)
    throw new Mistake(`--remove: '${remove}' is not on your own list; expected one of its lines, see \`opt-out\``)
  const isNew = add !== undefined && !kept.some(({ prefix }) => prefix === add)
  const since = new Date(around.now()).toISOString().slice(0, 10)
  const rows = isNew ? [...kept, { prefix: add, since, reason }] : kept
  if (isNew || remove !== undefined) {
    if (file === null) throw new Mistake('no home was found for your own list; expected HOME or XDG_STATE_HOME')
    writeOptOut(file, rows)
  }
  tell(around, rows, json === true)
}

function tell(around: Surroundings, own: readonly OptOutRow[], asJson: boolean): void {
  const all = [
    ...optOutRows(crawlDefaults.optOut).map(row => ({ ...row, isOwn: false })),
    ...own.map(row => ({ ...row, isOwn: true })),
  ]
  if (asJson) return all.forEach(row => around.out(`${JSON.stringify(row)}\n`))
  around.out(
    all.length === 0
      ? 'The list is empty.\n'
      : printedColumns([
          ['PLACE', 'SINCE', 'REASON', 'LIST'],
          ...all.map(({ prefix, since, reason, isOwn }) => [prefix, since, reason, isOwn ? 'your own' : "Toile's"]),
        ]),
  )
}
