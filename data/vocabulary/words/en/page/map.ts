import { leastJoined, nearestJoined } from '#data/vocabulary/likeness.ts'

export const mapEn = {
  legend: 'Legend',
  legendColour: 'Colour',
  legendShape: 'Shape',
  legendSize: 'Size',
  legendLabel: 'Label',
  labelNames: 'Name',
  labelAddresses: 'Address',
  labelWith: (column: string): string => `Name · ${column}`,
  labelNone: 'No labels',
  asNumber: (tag: string): string => `${tag} (number)`,
  legendTies: 'Lines',
  none: 'none',
  unknown: 'not known',
  alone: 'alone, in no community',
  others: (count: number): string => `${count} more`,
  tieBoth: 'bowed: they cite each other',
  weight: (weight: string): string => `weight ${weight}`,
  importedTie: (weight: string): string => `imported, ${weight}`,
  hoverImported: (source: string, target: string, weight: string): string =>
    `${source} cites ${target}: imported, ${weight}`,
  weightMeanings: {
    ties: 'Weight: as the imported file gives it.',
    links: 'Weight: pages that cite; menus, footers and blogrolls count once.',
    'co-citation': 'Weight: sites that cite both.',
    coupling: 'Weight: sites that both cite.',
    similar: `Weight: likeness of their words, in hundredths (cosine; 100: the same). Each is joined to the ${nearestJoined} that it resembles most, from ${leastJoined * 100} on.`,
  },
  weightOfBoth:
    'Weight: pages that cite (menus, footers and blogrolls count once); of imported ties, the weight of their file.',
  lighterNotDrawn: (weight: string): string => `Pairs of a weight below ${weight} are not drawn.`,
  relations: {
    links: 'who cites whom',
    'co-citation': 'cited together',
    coupling: 'citing the same',
    similar: 'saying the same words',
  },
  sharedBy: {
    links: (sites: string): string => sites,
    'co-citation': (sites: string): string => `${sites} on the map cite both`,
    coupling: (sites: string): string => `both cite ${sites} on the map`,
    similar: (cosine: string): string => `alike in their words by ${cosine}`,
  },
  hoverShared: (one: string, other: string, shared: string): string => `${one} and ${other}: ${shared}`,
  and: 'and',

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  mapLabel: (sites: string, ties: string): string => `Map of ${sites} and ${ties}`,
  mapKeys:
    'Arrow keys move the map, plus and minus zoom, 0 shows all. N and P go from site to site in the order of size, Enter opens one, Escape closes it. The same data are in the table.',
  hoverSite: (label: string, citedBy: string, cites: string): string => `${label}: cited by ${citedBy}, cites ${cites}`,
  hoverUnread: (label: string, citedBy: string): string =>
    `${label}: cited by ${citedBy}; no page of it was read, so whom it cites is not known`,
  hoverTie: (source: string, target: string, links: string, pages: string): string =>
    `${source} cites ${target}: ${links} on ${pages}`,
  noWebgl:
    'No map can be drawn: this browser has no WebGL (3D graphics), or it is switched off. Everything else works, the table of sites too.',
  plainMap:
    'This browser has no WebGL (3D graphics), or it is switched off: the map is drawn as a plain picture (SVG) instead, more slowly.',
  plainMapUpTo: (sites: string): string =>
    `With ${sites} sites at most it is drawn without WebGL: a filter may bring it back.`,
  noMap: 'The map failed and can’t be drawn. Everything else works, the table of sites too.',
  mapLost:
    'The browser has taken away the graphics (WebGL) of this map. It comes back with them; table, matrix and panels go on meanwhile.',
  mapLostPlain:
    'The browser has taken away the graphics (WebGL) of this map: it is drawn as a plain picture (SVG) until they come back.',
  drawAgain: 'Draw the map again',
  namesLeftOut: (sites: string): string => `${sites} without a name here, for want of room.`,
}
