import { Command } from 'commander'
import { corpusOption, parseCount } from '../data/command-options.ts'
import type { BuildCommands, Surroundings } from '../data/command.ts'
import { corpusFile } from '../data/store/corpus-file.ts'
import { showMap, type ShowOptions } from './show-map.ts'

/** `view`. */
export const viewerCommands: BuildCommands = surroundings => [viewCommand(surroundings)]

function viewCommand(surroundings: Surroundings): Command {
  return new Command('view')
    .description('Serves the map on 127.0.0.1 and opens it; its address is the first line. Ctrl-C ends it.')
    .addOption(corpusOption())
    .option('--port <n>', 'port to serve on; 0 takes a free one', parseCount(0, 65_535), 0)
    .option('--no-open', 'do not open a browser')
    .action(({ corpus, ...options }: ShowOptions & { readonly corpus?: string }) =>
      showMap(surroundings, corpusFile(corpus, surroundings.cwd), options),
    )
}
