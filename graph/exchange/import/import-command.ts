import { setImmediate } from 'node:timers/promises'
import { Command, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { Stopped } from '#data/mistake.ts'
import { stepDisplay } from '#data/command/progress.ts'
import { type ImportKind, importKinds } from './choose-kind.ts'
import { importRemarks, importSummary } from './describe-import.ts'
import { patienceOf } from '#data/store/base/lock-corpus.ts'
import { importCorpus } from './import-corpus.ts'

const details = `
Reads GEXF, GraphML, GML, Pajek (.net), UCINET DL, JSON (graphology, Gephi Lite, Cytoscape, node-link, Hyphe), tables and
matrices (.csv, .tsv), workbooks (.xlsx), and the folder that
\`toile export --format csv\` writes. Sites are IN unless the file says otherwise; ids stay as they are.
What the corpus has keeps what a person set: empty fields are filled, tags and prefixes added, nothing is replaced.
The same file again changes nothing. A file that can't be read whole is not read at all.

A table is taken for a network when it has columns source and target, for entities when it has addresses
(url, prefixes …), else for attributes of entities that the corpus has, joined by id, address or name: each further
column becomes a tag of its name. With --corpus naming a corpus that has entities, a table of addresses with such
columns and none of prefixes or status is taken for attributes too; --as decides otherwise.`

interface ImportFlags {
  readonly corpus?: string
  readonly as?: ImportKind
  readonly wave?: string
  readonly json?: true
}

/** `import FILE`. */
export const importCommand = (surroundings: Surroundings): Command =>
  new Command('import')
    .description("Makes a corpus of, or adds to one from, another tool's network, entity list, or attribute table.")
    .argument('<file>', 'file, or a folder of tables')
    .option(
      '--corpus <file>',
      "the corpus, one SQLite file (default: data/corpora/<file's name>.sqlite; for attributes the one most recently written there)",
    )
    .addOption(
      new Option('--as <kind>', 'what to take the file for (default: as it looks, see below)').choices(importKinds),
    )
    .option(
      '--wave <label>',
      "of a GEXF file that says when ties were there: a wave's label, a day, a number, or all (default: the last wave of a file of ours, else all)",
    )
    .option('--json', 'the result as one JSON line')
    .addHelpText('after', details)
    .action((file: string, flags: ImportFlags) => runImport(surroundings, file, flags))

/** Share of the whole that is done when a step begins, roughly. */
const shares: Readonly<Record<string, number>> = {
  entities: 0.3,
  'pages and hyperlinks': 0.4,
  edges: 0.6,
  measures: 0.8,
}

async function runImport(
  surroundings: Surroundings,
  path: string,
  { corpus, as, wave, json }: ImportFlags,
): Promise<void> {
  const { cwd, env, now, stop, out, err } = surroundings
  const display = stepDisplay(surroundings)
  const between = async (step: string): Promise<void> => {
    display.show(step, shares[step] ?? 0)
    await setImmediate()
    if (stop.aborted) throw new Stopped('stopped')
  }
  try {
    const report = await importCorpus(
      { path, corpus, as, ...(wave !== undefined && { wave }) },
      { cwd, env, now, between, patience: patienceOf(surroundings) },
    )
    display.end()
    for (const remark of importRemarks(report, path)) err(`${remark}\n`)
    out(json ? `${JSON.stringify(report)}\n` : importSummary(report))
  } finally {
    display.end()
  }
}
