import { isolated } from '#data/vocabulary/words/isolated.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { pageEn } from '../page.ts'
import { crawlEn } from '../page/crawl.ts'
import { startEn } from '../page/start.ts'
import { deedsOfFileEn } from './deeds.ts'
import { explainOfFileEn } from './explain.ts'
import { nounsOfFileEn } from './nouns.ts'

const weightOfFile = 'Weight: as the imported file gives it.'

/** The map of a network that came as a file. A crawl that is still to begin, and the list of studies, keep their words. */
export const pageOfFileEn = {
  ...ofFile(pageEn, nounsOfFileEn, {
    ...deedsOfFileEn,
    ...explainOfFileEn,
    mapCaptions: {
      links: 'A dot is a node of the file. A line is a tie of the file, from its wide end to its thin end.',
      'co-citation': 'A dot is a node of the file. A line joins two nodes with ties from the same others.',
      coupling: 'A dot is a node of the file. A line joins two nodes with ties to the same others.',
    },
    figureArrowCaption:
      'A dot is a node of the file. A thin line is a tie, whatever its direction; an arrow stands for all ties from the nodes of one colour to those of another.',
    stale: 'The study changed after this analysis. “Analyse”, under “Tools”, brings the map up to date.',
    tieBoth: 'bowed: a tie each way',
    importedTie: (weight: string): string => weight,
    hoverImported: (source: string, target: string, weight: string): string =>
      `${isolated(source)} → ${isolated(target)}: ${weight}`,
    weightMeanings: {
      links: weightOfFile,
      'co-citation': 'Weight: nodes with ties to both.',
      coupling: 'Weight: nodes to which both have ties.',
    },
    relations: { links: 'ties of the file', 'co-citation': 'ties from the same', coupling: 'ties to the same' },
    sharedBy: {
      'co-citation': (nodes: string): string => `ties to both from ${nodes} on the map`,
      coupling: (nodes: string): string => `ties from both to ${nodes} on the map`,
    },
    hoverSite: (label: string, from: string, to: string): string => `${label}: ties from ${from}, to ${to}`,
    hoverUnread: (label: string, from: string): string =>
      `${label}: ties from ${from}; whether it has ties of its own is not known`,
    citedBy: 'Ties from',
    cites: 'Ties to',
    tieVerb: '→',
    open: 'Open its address',
    nobodyCites: 'No tie leads to it.',
    citesNobody: 'No tie begins at it.',
    notRead: 'Whether it has ties of its own is not known.',
    evidence: 'What the file says',
    noEvidence: 'The imported file says no more of this tie.',
    noReverse: (source: string, target: string): string => `The file has no tie from ${source} to ${target}.`,
    reverseNotRead: (source: string, target: string): string =>
      `Whether there is a tie from ${source} to ${target} is not known.`,
    layerWhole: 'All ties',
    unreadSites: (nodes: string): string => `Of ${nodes} it is not known whether they have ties of their own.`,
    siteNotRead: 'own ties not known',
    siteNotReadWhy: 'This is not known of this node.',
    compareHint: 'The same nodes at the same places.',
    importsHint: {
      links:
        'Left: a row for each node that ties leave, a column for each that they reach, in the order of the categories chosen as rows. Right: an arrow where the weight is more than both ends let expect (all that the first gives, times all that the second gets, divided by all), as wide as its weight (among five or fewer a pale one where it is less); a thick ring where that is so inside. Nodes of no known category are left out.',
    },
    matrixTiesCaptions: {
      links: (name: string): string => `Ties by ${name.toLowerCase()}, from the row to the column.`,
    },
    relationTitles: {
      links: 'Ties from node to node',
      'co-citation': 'Nodes with ties from the same others',
      coupling: 'Nodes with ties to the same others',
    },
    noPath: {
      links: 'No chain of ties leads there.',
      'co-citation': 'No chain of nodes with ties from the same others joins them.',
      coupling: 'No chain of nodes with ties to the same others joins them.',
    },
    pathDirect: {
      links: 'A tie leads there directly.',
      'co-citation': 'They have ties from the same others.',
      coupling: 'They have ties to the same others.',
    },
    noTiesAmong: {
      links: 'No tie runs between them.',
      'co-citation': 'No two of them have ties from the same others.',
      coupling: 'No two of them have ties to the same others.',
    },
    startText: 'Point at a dot to see its neighbours. Click a dot or a line for what the file says of it.',
    roles: {
      gatekeeper: 'from abroad into its country',
      representative: 'from its country abroad',
    },
    mostCited: 'Nodes with most ties to them',
    noTiesYet: 'The file has no ties.',
    figuresOfAnalysis:
      'Communities and measures of nodes are those of the analysis: of all ties of the file, not of these lines alone.',
    citedByCount: (nodes: string): string => `ties from ${nodes}`,
    reviewHint: 'Nodes that yours have ties to and nobody has reviewed.',
    reviewGroups: { community: 'tied to' },
    infrastructureKinds: { signs: 'by signs' },
    noCodes: 'No tie has been coded. Open a tie to say what it does.',
    codeTitle: 'What this tie does',
    evidenceLeftOut: 'This page was published without what the file says of its ties.',
    columns: { in_degree: 'Ties to it', out_degree: 'Ties from it' },
  }),
  ...crawlEn,
  ...startEn,
}
