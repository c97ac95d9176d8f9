import { studyEn } from '../study.ts'
import { code, fixed, prose as p, type Prose, share } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { edges, links, pages, verb } from './nouns.ts'

/** Zones, strongest edges, and what a crawl of another kind would have found, in English. */
export const edgesEn = {
  zones: {
    lead: p`A hyperlink in a post, a blogroll, a footer and a comment are not the same act. These are counts, without a null model; ${code('./toile analyse --zones content')} makes the whole analysis of one kind of place alone.`,
    table: 'Hyperlinks and edges by the place on the page',
    zone: 'Place',
    links: 'Hyperlinks',
    edges: 'Edges',
    only: 'Edges with no hyperlink elsewhere',
    abroad: 'Across borders',
    names: studyEn.zones,
  },

  edgesSection: {
    lead: p`Read the hyperlinks before believing an edge. Those shown are chosen by rule: different words first, the matter of pages before templates, different pages. Comments count but are not quoted, since they hold the names of private persons.`,
    all: 'Strongest edges',
    abroad: 'Strongest edges across borders',
    noneAbroad: p`No edge crosses a border.`,
    none: p`There are no edges.`,
    cites: (source: Prose, target: Prose): Prose => p`${source} → ${target}`,
    facts: (weight: Num, linkCount: Num, pageCount: Num, answered: 'yes' | 'no' | 'unknown'): Prose =>
      p`Weight ${weight}: ${links(linkCount)} on ${pages(pageCount)}. ${{ yes: 'The citation is returned.', no: 'The citation is not returned.', unknown: 'Whether the citation is returned is not known: no page of the cited site could be read.' }[answered]}`,
    importedFacts: (weight: Num): Prose => p`Weight ${weight}. Imported without hyperlinks.`,
    onlyComments: p`All its hyperlinks stand in comments.`,
    place: (page: Prose, zone: string, date: Prose, alike: Prose): Prose => p`${page}: ${zone}, ${date}${alike}`,
    published: (date: string): string => `published ${date}`,
    seen: (date: string): string => `seen ${date}`,
    archived: (date: string, archive: string): string => `as archived on ${date} by ${archive}`,
    alike: (n: Num): Prose => p`, the same on ${pages(n)}`,
    noAnchor: '(no text)',
    untitled: 'page without title',
    alsoAbove: p`Its hyperlinks are shown above.`,
  },

  weights: {
    evidence:
      'The weight is the number of distinct pages of the source with a hyperlink outside templates (menus, footers, blogrolls …), plus one if any template holds one.',
    pages: 'The weight is the number of distinct pages of the source with a hyperlink.',
    links: 'The weight is the number of hyperlinks.',
    binary: 'Every edge weighs one.',
  },
  weightOfFileToo: 'An edge that was imported without hyperlinks has the weight of its file.',

  waves: {
    lead: (from: Prose, to: Prose): Prose =>
      p`The scope was visited more than once. From wave ${from} to wave ${to} an edge is kept when pages read in both bear it. It is gone, or born, when one wave saw it and the other did not, although its site was read in both and so was each page that bears it (a page that answers 404 or 410, that leads to one that was read, or that no page links to yet counts as looked at). It is reborn when a wave before had it. Where one side was not looked at, nobody knows: ${code('toile changes')} names each edge, its hyperlinks and the cause. These are counts, without a null model.`,
    table: 'What became of the edges',
    edges: 'Edges',
    kept: 'Kept',
    gone: 'Gone',
    unknown: 'Not looked at again',
    born: 'Born',
    reborn: 'Reborn',
    goneShare: 'Gone, of those kept or gone',
    groups: { all: 'all', home: 'inside a country', abroad: 'across borders' },
  },

  codes: {
    lead: p`Coders read the hyperlinks of edges and judged what the citation does.`,
    or: ' or ',
    graphOf: (names: string, kept: Num, otherwise: Num, even: Num, uncoded: Num): Prose =>
      p`This is the network of ${edges(kept)} that most of their coders judged as: ${names}. Left out: ${otherwise} judged otherwise, ${even} on which coders are even, and ${uncoded} that nobody coded. Of those that nobody coded it is not known what they do: they are not observed, which is not the same as absent.`,
    table: 'Edges by code and coder',
    code: 'Code',
    names: studyEn.codes as Readonly<Record<string, string>>,
    agreement: 'Agreement of coders',
    coders: 'Coders',
    both: 'Edges coded by both',
    kappa: 'Cohen’s κ',
    kappaNote: p`κ is agreement beyond what the habits of both would give by chance (Cohen 1960): 1 is full agreement, 0 what chance gives.`,
    alpha: (alpha: Num, values: Num, edgeCount: Num, interval: Prose): Prose =>
      p`All coders together: Krippendorff’s α is ${fixed(alpha, 3)}${interval}, over the ${values} codes of ${edges(edgeCount)} that two coders or more have coded (nominal codes, missing ones allowed; Krippendorff 2011).`,
    alphaInterval: (low: Num, high: Num, level: Num, draws: Num): Prose =>
      p` (${share(level)} interval from ${fixed(low, 3)} to ${fixed(high, 3)}, from ${draws} bootstrap samples of the edges)`,
    noAlpha: (edgeCount: Num): Prose =>
      p`All coders together: Krippendorff’s α is not defined. It needs edges that two coders or more have coded, and more than one code on them; here ${edges(edgeCount)} ${verb(edgeCount, 'is', 'are')} coded by two or more.`,
  },

  robustness: {
    lead: p`A finding that hangs on a few seeds, or on the last click of depth, is a finding about the crawl. Here the network is made again from what is stored, without a new crawl, as if fewer seeds had been chosen or the crawl had stopped earlier.`,
    leadOfFile: p`A finding that hangs on a few sites is a finding about their choice. Here the network is made again from what the file holds, as if fewer sites had been chosen.`,
    sitesDrawn: (at: Prose, draws: Num): Prose => p`With ${at} of the sites, drawn ${draws} times`,
    trials: {
      seeds: (at: Prose, draws: Num): Prose => p`With ${at} of the seeds, drawn ${draws} times`,
      depth: (at: Num): Prose => p`With a depth of ${at}`,
      max_pages: (at: Num): Prose => p`With at most ${at} pages per site`,
    },
    size: (nodes: Num, edges: Num): Prose => p`(${nodes} sites and ${edges} edges)`,
    sizeOnAverage: (nodes: Num, edges: Num): Prose => p`(on average ${nodes} sites and ${edges} edges)`,
    inIt: 'Then',
    holds: 'Holds',
    holdsOnce: { yes: 'yes', no: 'no' },
    finding: 'Finding',
    observed: 'As reported',
    mean: 'Mean',
    range: '95% range',
    survives: 'Holds in',
    sign: (measure: string): string => `${measure}: same sign`,
    value: (measure: string): string => `${measure}: within a fifth of the value`,
    leaders: (measure: string): string => `First sites by “${measure}”: at least half again among the first`,
    communities: 'Communities: agreement (NMI) of at least 0.5',
    rangeOf: (low: Num, high: Num): Prose => p`${low} to ${high}`,
  },

  sources: {
    lead: p`Point at a number to read its source; ${code('findings.json')} beside this page has every number in full precision with the same source.`,
    how: p`A source names a table, then conditions on its columns, then what is taken. ${code('rows')} is how many rows fit; ${code('sum:')}, ${code('mean:')}, ${code('median:')} and ${code('max:')} go before a column, ${code('distinct:')} counts different values. ${code('source/country')} is the column ${code('country')} of ${code('nodes.csv')} for the edge’s source. ${code('≠FR')} is any other known value, ${code('>0')} any above zero, ${code('<0')} any below, ${code('=links_nav')} the value of that column of the same row. After a stroke (${code('/')}) stands what a share is taken of. ${code('finding:')} is a JSON value of the analysis, ${code('program')} a constant of the program itself.`,
    tables: 'The tables',
    tablesLead: p`This command writes them:`,
    tableNames: {
      'measures.csv': 'measures of the whole network with their null models',
      'nodes.csv': 'one row per site with its measures',
      'edges.csv': 'one row per edge',
      'links.csv': 'one row per hyperlink: the evidence',
      'pages.csv': 'one row per address in scope, with its state and cause',
      'changes.csv': 'one row per hyperlink of an edge, with what became of the edge (the second command)',
    } as Record<string, string>,
    questions: 'The questions to the corpus',
    questionsLead: p`The corpus is an SQLite file. A source such as ${code('corpus:effort')} is the answer to the question of that name:`,
  },
}
