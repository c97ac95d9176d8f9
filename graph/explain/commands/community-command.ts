import { Command, InvalidArgumentError, Option } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { corpusOption } from '#data/command/command-options.ts'
import { printable, printedColumns } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import { mostNameLetters, nameCommunity } from '#data/store/curate/name-community.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { chooseCommunity } from '../choose-community.ts'
import { readExplained } from '../read-explained.ts'
import { describeCommunity } from '../reckon/describe-community.ts'
import { listCommunities, type ListedCommunity } from './list-communities.ts'
import { tellCommunity } from './tell-community.ts'

interface LookOptions {
  readonly corpus?: string
  readonly json?: boolean
}

interface NameOptions extends LookOptions {
  readonly reason: string
  readonly by: string
}

/** `community`: tells the communities of the last analysis, and gives them names. */
export function communityCommand(surroundings: Surroundings): Command {
  const community = new Command('community').description(
    'Tells the communities of the last analysis, and gives them names that follow them into the next one.',
  )
  for (const step of [listStep, showStep, nameStep, unnameStep]) {
    const command = step(surroundings)
    community.addCommand(
      command.exitOverride().showHelpAfterError(`(toile community ${command.name()} --help lists the options)`),
    )
  }
  return community
}

const communityArgument = 'its number, the name given to it, or the id of one of its sites'

const looking = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .addOption(corpusOption())
    .addOption(new Option('--json', 'JSON lines on standard output'))

const naming = (name: string, description: string): Command =>
  looking(name, description)
    .argument('<community>', communityArgument)
    .addOption(new Option('--reason <text>', 'why, kept with the event').default('', 'none'))
    .addOption(new Option('--by <name>', 'who, kept with the event').default('user'))

const listStep = (surroundings: Surroundings): Command =>
  looking('list', 'lists them with their names, given and proposed').action((options: LookOptions) => {
    const communities = withCorpus(surroundings, options, 'read', corpus => {
      expectAnalysis(corpus)
      return listCommunities(corpus)
    })
    if (options.json) for (const one of communities) surroundings.out(`${JSON.stringify(one)}\n`)
    else surroundings.out(printedColumns([head, ...communities.map(lineOf)]) + warningsOf(communities))
  })

const showStep = (surroundings: Surroundings): Command =>
  looking('show', 'tells one: its sites, ties against chance, words, stability and most cited pages')
    .argument('<community>', communityArgument)
    .action((community: string, options: LookOptions) => {
      const facts = withCorpus(surroundings, options, 'read', corpus => {
        expectAnalysis(corpus)
        const explained = readExplained(corpus)
        return describeCommunity(explained, chooseCommunity(corpus, lastAnalysis(corpus), community))
      })
      surroundings.out(options.json ? `${JSON.stringify(facts)}\n` : tellCommunity(facts))
    })

/** @throws Mistake when there is nothing whose communities could be told. */
function expectAnalysis(corpus: Corpus): void {
  if (lastAnalysis(corpus) === null)
    throw new Mistake('this corpus was not analysed: it has no communities; expected `toile analyse` to be run first')
}

const head = ['NUMBER', 'SITES', 'NAME', 'LEFT', 'PROPOSED']

const lineOf = ({ community, sites, name, given, left, proposed }: ListedCommunity): string[] => [
  community === null ? '–' : String(community),
  String(sites),
  name,
  given === null ? '' : `${left} of ${given}`,
  proposed,
]

const warningsOf = (communities: readonly ListedCommunity[]): string =>
  communities
    .filter(({ warning }) => warning !== '')
    .map(one => `${warningOf(one)}\n`)
    .join('')

function warningOf({ community, name, given, left, sites, warning }: ListedCommunity): string {
  const called = `'${printable(name)}'`
  if (warning === 'lost')
    return `${called}: no community has a site of those that it was given to; the name is kept, and \`community name\` may give it to another one.`
  if (warning === 'gone')
    return `${called}: less than half is left in community ${community}: ${left} of the ${given} sites that it was given to.`
  return `${called}: most of community ${community} came since: ${left} of its ${sites} sites bore the name.`
}

const nameStep = (surroundings: Surroundings): Command =>
  naming('name', 'gives a community a name; one event, which `entity undo` takes back')
    .argument('<name>', 'such as "Digital left"', parseName)
    .action((community: string, name: string, options: NameOptions) => rename(surroundings, community, name, options))

const unnameStep = (surroundings: Surroundings): Command =>
  naming('unname', 'takes the name away that a person gave; the proposed one is shown again').action(
    (community: string, options: NameOptions) => rename(surroundings, community, '', options),
  )

function rename(surroundings: Surroundings, community: string, name: string, options: NameOptions): void {
  const { event, number, sites } = withCorpus(surroundings, options, 'write', corpus => {
    expectAnalysis(corpus)
    return inOneStep(corpus, () => {
      const asked = namingOf(corpus, { number: chooseCommunity(corpus, lastAnalysis(corpus), community) }, name)
      const author = { actor: options.by, reason: options.reason, now: surroundings.now() }
      return { event: nameCommunity(corpus, author, asked), number: asked.number, sites: asked.sites.length }
    })
  })
  const done = name === '' ? `no name any more` : `named '${printable(name)}', of its ${sites} sites`
  const sentence =
    event === null ? 'Nothing to change: it is so already.' : `community ${number}: ${done} (event ${event})`
  surroundings.out(options.json ? `${JSON.stringify({ event, community: number })}\n` : `${sentence}\n`)
}

/** One line of words, not too long for a legend; composed, so that one name is one text. */
function parseName(text: string): string {
  const name = text.normalize('NFC').trim()
  if (name === '' || /\p{Cc}/u.test(name)) throw new InvalidArgumentError('expected words in one line.')
  if (name.length > mostNameLetters)
    throw new InvalidArgumentError(`${name.length} characters found, at most ${mostNameLetters} expected.`)
  return name
}
