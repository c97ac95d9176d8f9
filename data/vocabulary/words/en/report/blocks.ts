import { prose as p, type Prose } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { runs, sites } from './nouns.ts'

export const blocksEn = {
  lead: p`A block holds sites with the same part in the network: they have ties to, and from, the same blocks, whether or not they have ties among themselves. A group with ties to others alone is one, and communities can’t see it. The degree-corrected stochastic block model of shortest description is searched for (Peixoto 2017): more blocks are kept only if they shorten what it takes to tell the ties by more than they take themselves.`,
  byEvidence: p`A tie counts by its weight.`,
  byTie: p`Every tie counts as one, as weights are no counts here.`,
  sure: (all: Num, reached: Num, longest: Num, agreement: Num): Prose =>
    p`The shortest of ${runs(all)} is kept; ${reached} came to it, and the longest takes ${longest} nats. On average two runs agree to ${agreement} (normalised mutual information).`,
  one: (own: Num, length: Num): Prose =>
    p`One block for all ${sites(own)} is the shortest description (${length} nats): beyond their numbers of ties, nothing tells the parts of these sites apart.`,
  found: (count: Num, own: Num, length: Num, oneBlock: Num): Prose =>
    p`There are ${count} blocks of ${sites(own)}: ${length} nats, against ${oneBlock} with one block for all.`,
  beside: (nmi: Num, ari: Num): Prose =>
    p`With the communities they share a normalised mutual information of ${nmi} and an adjusted Rand index of ${ari} (Hubert and Arabie 1985): 1 is the same division, an index of 0 one that agrees as by chance.`,
  table: 'Blocks, with the sites of most ties to them',
  number: 'Block',
  first: 'First sites',
  noCountry: 'not known',
  figureTitle: 'Ties between blocks',
  matrixGets: 'gets →',
  matrixTied: 'tied to →',
  figure:
    'Left: a row for each site that points, a column for each pointed at, in the order of their blocks; a dark cell is a tie (of many sites, the darker the more). Right: the blocks, larger with more sites; an arrow where the weight is more than both ends let expect, as wide as its weight (among five or fewer a pale one where it is less); a thick ring where that is so within the block.',
  figureTied:
    'Left: the sites in the order of their blocks; a dark cell is a tie (of many sites, the darker the more). Right: the blocks, larger with more sites; a line where the weight is more than both ends let expect, as wide as its weight (among five or fewer a pale one where it is less); a thick ring where that is so within the block.',
  figureAlt: (flows: string): string =>
    flows === '' ? 'Between no two blocks is more than expected.' : `More than expected: ${flows}.`,
  countriesTitle: 'Ties between countries',
  countriesFigure:
    'The countries, larger with more sites; an arrow where the weight is more than both ends let expect, as wide as its weight (among five or fewer a pale one where it is less); a thick ring where that is so within the country.',
  countriesTied:
    'The countries, larger with more sites; a line where the weight is more than both ends let expect, as wide as its weight (among five or fewer a pale one where it is less); a thick ring where that is so within the country.',
  countriesAlt: (flows: string): string =>
    flows === '' ? 'Between no two countries is more than expected.' : `More than expected: ${flows}.`,
  flowsTitle: 'Who imports from whom',
  flowsLead: p`An arrow leads from those who point to those pointed at. Expected is what both ends let expect: all that the first gives, times all that the second gets, divided by all. A ratio far above 1 with little the other way is import in one direction.`,
  flowsTable: 'Between blocks, the heaviest first',
  countriesTable: 'Between countries, the heaviest first',
  block: (number: string): string => `block ${number}`,
  fromTo: 'From → to',
  between: 'Between',
  ties: 'Ties',
  weight: 'Weight',
  expected: 'Expected',
  ratio: 'Ratio',
  back: 'The other way',
}
