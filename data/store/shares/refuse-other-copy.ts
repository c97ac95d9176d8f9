import { realpathSync } from 'node:fs'
import { Mistake } from '#data/mistake.ts'
import { openCorpus } from '../base/open-corpus.ts'
import { isThere } from './copy-corpus.ts'
import { readShard, type Shard } from './shard.ts'

/**
 * A share's file that another crawl, or another wave, left on this machine is no earlier state of the copy in the shared folder: to go on with it would be to
 * crawl for nothing what no merge takes.
 * @throws Mistake when both are there and are not one share, or are one file.
 */
export function refuseOtherCopy(corpus: string, copy: string): void {
  // A copy takes its place by a new file: what is written into the old one then is lost.
  if (corpus === copy || (isThere(corpus) && isThere(copy) && realpathSync(corpus) === realpathSync(copy)))
    throw new Mistake(
      `--copy-to ${copy}: this is --corpus itself; expected another file, in the shared folder, and --corpus on a disk of this machine`,
    )
  const [here, there] = [shareIn(corpus), shareIn(copy)]
  if (here === null || there === null || JSON.stringify(here) === JSON.stringify(there)) return
  throw new Mistake(
    `--corpus ${corpus}: it is another share than its copy ${copy} (here ${saidOf(here)}, there ${saidOf(there)}); expected one and the same: ` +
      'name a new file, or remove the one that is over',
  )
}

function shareIn(file: string): Shard | null {
  if (!isThere(file)) return null
  const corpus = openCorpus(file, 'read')
  try {
    return readShard(corpus)
  } finally {
    corpus.close()
  }
}

const saidOf = ({ share, of, dealt }: Shard): string =>
  dealt === undefined
    ? `share ${share}/${of} of a seed list`
    : `share ${share}/${of} of a corpus, dealt out after its wave ${dealt.wave}`
