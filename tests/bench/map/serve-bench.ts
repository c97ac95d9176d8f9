import type { Corpus } from '#data/store/base/corpus.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { readClientFiles } from '#viewer/server/client-files.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'

/** The server of `view`, on a free port, with nothing to start from the page. */
export const serveBench = async (corpus: Corpus): Promise<ServedMap> =>
  serveMap(
    {
      corpus,
      file: 'bench.sqlite',
      title: 'bench',
      now: Date.now,
      client: readClientFiles(await buildClient()),
      openForChanges: () => corpus,
      err: text => void process.stderr.write(text),
      jobs: createJobs([process.execPath, '--version'], {}),
    },
    { port: 0 },
  )
