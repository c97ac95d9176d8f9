import { join } from 'node:path'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { readPage, seed, someTime, temporaryFolder } from '../store/invented-corpus.ts'
import { livingState } from '../store/living-state.ts'
import { runToile, type Ended } from '../../cli/run-toile.ts'
import { runHere } from './run-here.ts'

/** A corpus in a folder of its own, and commands run on it. */
export interface CuratedCorpus {
  readonly folder: string
  readonly file: string
  /** `./toile <args> --corpus FILE`, as a user starts it. */
  readonly launch: (...args: string[]) => Promise<Ended>
  /** The same in this process, without starting one. */
  readonly toile: (...args: string[]) => Promise<Ended>
  /** The same with --json: the lines of standard output. */
  readonly lines: (...args: string[]) => Promise<Record<string, unknown>[]>
  /** All that a reader can see of it. */
  readonly state: () => unknown
}

/** Three invented sites that cite two blogs of one host, an agency at three of its addresses, and a stranger. */
export function curatedCorpus(): CuratedCorpus {
  const folder = temporaryFolder()
  const file = join(folder, 'invented.sqlite')
  const corpus = openCorpus(file, 'create')
  corpus.sql(`INSERT INTO wave (label, started_at) VALUES ('first', ?)`).run(someTime)
  beginRun(corpus, { command: 'crawl', waveId: 1, options: {}, version: 'test' }, someTime)
  storeSeeds(
    corpus,
    ['one', 'two', 'three'].map((name, at) =>
      seed(`http://${name}.example/`, { name, country: at === 0 ? 'US' : 'FR' }),
    ),
    someTime,
  )
  readPage(corpus, 'http://one.example/', [
    { to: 'http://agence.example/', anchor: 'Agence Exemple' },
    { to: 'http://blogs.example/anna/', anchor: "Anna's blog" },
    { to: 'http://stranger.example/' },
  ])
  readPage(corpus, 'http://two.example/', [
    { to: 'http://agence.example/equipe', anchor: 'Agence Exemple' },
    { to: 'http://blogs.example/bert/', anchor: 'Bert', zone: 'blogroll' },
  ])
  readPage(corpus, 'http://three.example/', [{ to: 'http://www.agence.example/', anchor: '=HYPERLINK("x")' }])
  corpus.close()
  const launch = (...args: string[]): Promise<Ended> => runToile([...args, '--corpus', file], { cwd: folder })
  const toile = (...args: string[]): Promise<Ended> => runHere([...args, '--corpus', file], folder)
  const lines = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const { out, err, code } = await toile(...args, '--json')
    if (code !== 0) throw new Error(`exit ${code}: ${err}`)
    return out
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Record<string, unknown>)
  }
  const state = (): unknown => {
    const open = openCorpus(file, 'read')
    try {
      return livingState(open)
    } finally {
      open.close()
    }
  }
  return { folder, file, launch, toile, lines, state }
}
