import { code, prose as p, type Prose, see, share, strong } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { reportEn } from '../report.ts'
import { edges, sites, ties, verb } from '../report/nouns.ts'
import { nounsOfFileEn } from './nouns.ts'

const weightOfFile =
  'The weight of an edge is the one that the imported file gives it; what that counts, only the file’s makers know.'

const nodes = (n: Num): Prose => p`${n} ${verb(n, 'node', 'nodes')}`

/** The report on a network that came as a file: its ties lead, and that is all that is known of them. */
export const reportOfFileEn = {
  ...ofFile(reportEn, nounsOfFileEn, {
    eyebrow: 'An imported network: a report by Toile',
    description: (title: string): string => `Report on the imported network ${title}`,
    intro: p`A node is a dot of the network. An edge is a tie of the imported file, in its direction where it has one: what it means, the file alone can say. Every number says where it comes from: point at it, or follow the sources at the end of each section to ${see('sources', 'Where the numbers come from')}.`,
    notCrawled: p`This network was imported. What its makers left out, or did not look at, is not known here.`,
    empty: p`The corpus holds no node to tell of.`,
    sections: {
      borders: 'Across borders',
      cited: 'Nodes with most ties to them',
      robustness: 'What holds with fewer nodes',
    },
    summary: {
      size: (n: Num, e: Num, alone: Num, isUndirected: boolean): Prose =>
        p`${strong(p`${sites(n)} (nodes of the file), ${isUndirected ? ties(e) : edges(e)}.`)}${alone.value === 0 ? '' : p` ${nodes(alone)} ${verb(alone, 'has', 'have')} none.`}`,
      reciprocityHeads: {
        more: 'Ties are returned more often than chance would have it.',
        less: 'Ties are returned less often than chance would have it.',
        chance: 'Nothing shows that ties are returned more or less often than by chance.',
      },
      reciprocity: (head: string, value: Num, against: Prose, toUnknown: Num): Prose =>
        p`${strong(head)} Reciprocity ${value} (the share of edges that have their opposite); ${against}.${toUnknown.value === 0 ? '' : p` But ${edges(toUnknown)} ${verb(toUnknown, 'leads', 'lead')} to nodes whose own ties are not known.`}`,
      closureHeads: {
        more: 'Ties cross borders more than chance would have it.',
        less: 'Ties stay within a country more than chance would have it.',
        chance: 'Nothing shows that ties stay within a country more or less than by chance.',
      },
      asymmetryHeads: (one: string, other: string): Record<'more' | 'less' | 'chance', string> => ({
        more: `From nodes of ${one} to those of ${other} run more ties than back, more than chance would have it.`,
        less: `From nodes of ${one} to those of ${other} run fewer ties than back, more so than chance would have it.`,
        chance: `Between nodes of ${one} and ${other}, nothing shows that more ties run one way than the other.`,
      }),
      robust: (holding: Num, all: Num, at: Num, draws: Num): Prose =>
        p`${strong(p`${holding} of ${all} findings hold with ${share(at)} of the nodes`)}: in at least 95% of ${draws} random draws, see ${see('robustness', 'What holds with fewer nodes')}.`,
      cited: (names: Prose): Prose => p`${strong('Ties from most nodes')}: ${names}.`,
    },
    network: {
      lead: p`A value is high or low only against what chance would give. Two kinds of chance are kept apart. ${strong('Edges rewired')}: every node keeps how many ties lead to it and how many begin at it; between whom they run is drawn anew, and communities are searched again. ${strong('Labels dealt anew')}: the edges stay, and the countries (or kinds) are dealt out anew among the nodes.`,
      attributesTitle: 'Are nodes tied to their own kind?',
      attributesLead: p`Nodes of which an attribute is unknown take no part in its row. Assortativity above 0, or an E-I index below what chance gives, means that nodes are tied to those of their own value.`,
      triadsLead: p`The code of a triad counts its mutual, one-way and absent pairs, then says the direction (D down, U up, T transitive, C cyclic). In 030T a path of two ties has a tie from its beginning to its end; in 300 ties run both ways between all three.`,
      degreeFigure:
        'Share of the nodes to which ties lead from, or from which ties lead to, at least so many others. Both axes are logarithmic.',
      degreeAlt: (most: string, mostOut: string): string =>
        `Two falling series of points. Ties in: from ${most} nodes at most. Ties out: to ${mostOut} nodes at most.`,
      degreeIn: 'ties in',
      degreeOut: 'ties out',
      degreeMean: (mean: Num): Prose => p`On average ties lead to a node from ${mean} others.`,
      degreeNone: (noIn: Num, noOut: Num): Prose =>
        p`To ${nodes(noIn)} no tie leads, and at ${nodes(noOut)} none begins; the logarithmic axes below can’t show them.`,
      degreeTable: 'Nodes by how many ties lead to them and begin at them',
      tiesTitle: 'What goes together with a tie',
      tiesLead: (permutations: Num, rSquared: Num): Prose =>
        p`Are ties likelier between nodes of one country, or of one kind? The regression holds the others fixed; it tells what goes together, not what causes what. A coefficient is the difference in the chance of an edge; its null comes from ${permutations} permutations (double semi-partialling). All together explain ${share(rSquared)} of the variation.`,
      tiesPairs: (n: Num): Prose =>
        p`${n} ordered pairs are left: those that begin at a node whose own ties are not known are missing, too.`,
    },
    borders: {
      none: p`Fewer than two countries are known among these nodes, so nothing can be said of borders. Countries come from the file or from ${code('./toile entity set')}.`,
      citingSide: 'from',
      citedSide: 'to',
      closure: 'Do ties stay within a country?',
      asymmetryMeaning: p`Asymmetry is (there − back) ÷ (there + back): 1 if all ties run from the first to the second, 0 if as many run each way.`,
    },
    carriers: {
      lead: p`Take a path of ties a → b → c without a tie from a to c. The node b stands between. By the countries of the three (Gould and Fernandez 1989), b is a ${strong('gatekeeper')} if the tie to it comes from abroad and its own stays at home; a ${strong('representative')} if the tie to it comes from home and its own leads abroad; a ${strong('coordinator')} if all three are of one country; an ${strong('itinerant')} broker if the two others are of one foreign country; a ${strong('liaison')} if all three differ.`,
      direction: (): Prose => p`What passes along a tie, and which way, the file alone can say.`,
      crossing: (from: string, to: string): string => `${from} → ${to}: where these edges begin`,
      crossingLead: (edgeCount: Num, sending: Num, n: Num, half: Num | null, from: string, to: string): Prose =>
        p`${edges(edgeCount)} ${verb(edgeCount, 'runs', 'run')} from nodes of ${from} to nodes of ${to}. They begin at ${sending} of ${nodes(n)} of ${from}${half === null ? '' : p`; at least half of them at ${half}`}.`,
      noCrossing: (from: string, to: string): Prose => p`No edge runs from nodes of ${from} to nodes of ${to}.`,
      crossingNote: p`First the nodes at which most edges across begin. These counts have no null model: a node with many ties has more abroad, too, so compare with all its edges.`,
    },
    cited: {
      lead: p`Counted are the nodes from which ties come; weights are set aside.`,
      all: 'Ties from most nodes',
      home: (country: string): string => `${country}: most ties from home`,
      abroad: (country: string): string => `${country}: most ties from abroad`,
      nobody: (of: string): Prose => p`No tie from abroad leads to a node of ${of}.`,
      citing: 'Ties from',
    },
    communities: {
      lead: p`A community is a set of nodes tied to each other more than their degrees alone would have it. It is the result of a search, not a fact of the field. Its name is a proposal, made of its strongest nodes.`,
      mixLead: (n: Num): Prose =>
        p`How mixed a community is: the chance that two of its nodes, drawn at random, are of different countries. Its null deals the countries out anew among all nodes (${n} times), as if borders did not count. A community that is more mixed than that is ${strong('transnational')}. One that is no less mixed than chance gives on average is mixed ${strong('as if borders did not count')}. Of a small community either says little.`,
      fieldLead: (n: Num): Prose =>
        p`Where ties stay within a country, any community looks national beside that null. The second one keeps the homophily of the field: in ${n} networks every node has its degrees, and as many edges run from each country to each, but between whom is drawn anew; communities are searched again. A community is ${strong('more transnational than its field')} if it stands out above the most mixed ones of at least its size further than any does in 95% of these networks; p is that of all communities together.`,
      strongest: 'Strongest nodes of each, those with most ties from inside first:',
    },
    edgesSection: {
      lead: [],
      alsoAbove: [],
      facts: (weight: Num): Prose => p`Weight ${weight}.`,
      importedFacts: (weight: Num): Prose => p`Weight ${weight}.`,
    },
    weights: { evidence: weightOfFile, pages: weightOfFile, links: weightOfFile },
    codes: { lead: p`Coders judged what edges do.` },
    method: {
      grew: (rounds: Prose): Prose =>
        p`The corpus grew by rounds of review, ranked by what was kept and dropped before, each tenth drawn by lot. ${rounds}.`,
      limits: p`What a tie of the imported file means, the file alone can say.`,
      parametersLead: p`As the corpus records them. Paths are shown without their folders.`,
      graph: (nodeCount: Prose, edgeCount: Prose, statuses: string): Prose =>
        p`The network analysed holds the entities with status ${statuses}: ${nodeCount} and ${edgeCount}. An edge is a tie of the imported file, ties of a node to itself left out.`,
    },
  }),
  grammar: reportEn.grammar,
}
