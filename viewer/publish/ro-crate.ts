import { extname } from 'node:path'
import type { Tally } from '#data/table/tally.ts'
import { placeholders, type StudyAuthor, type StudyAbout } from './study-about.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.gexf': 'application/gexf+xml',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.cff': 'application/yaml',
  '.py': 'text/x-python',
}

const reference = (id: string) => ({ '@id': id })

/** One value alone stands without brackets, as the compacted form wants. */
const references = (ids: readonly string[]) => (ids.length === 1 ? reference(ids[0]!) : ids.map(reference))

/** Returns the metadata of a deposit as JSON-LD, flattened and compacted. Source: RO-Crate 1.1, with schema.org's sha256. */
export function roCrate(about: StudyAbout, files: ReadonlyMap<string, Tally>): string {
  const people = about.authors.map(personOf)
  const folders = [
    ...new Set([...files.keys()].filter(path => path.includes('/')).map(path => `${path.split('/')[0]}/`)),
  ]
  const inFolder = (folder: string) => [...files.keys()].filter(path => path.startsWith(folder))
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: reference('https://w3id.org/ro/crate/1.1'),
      about: reference('./'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: about.title,
      description: about.description,
      datePublished: about.date,
      license: about.license.url === null ? about.license.name : reference(about.license.url),
      ...(about.corpus !== '' && { identifier: about.corpus }),
      author: references(people.map(person => person['@id'])),
      hasPart: references([...files.keys(), ...folders]),
      mentions: reference('#export'),
    },
    ...(about.license.url === null
      ? []
      : [
          {
            '@id': about.license.url,
            '@type': 'CreativeWork',
            name: about.license.name,
            description: `The license ${about.license.name}, as SPDX lists it.`,
          },
        ]),
    ...people,
    ...folders.map(folder => ({
      '@id': folder,
      '@type': 'Dataset',
      name: folderNames[folder] ?? folder,
      hasPart: references(inFolder(folder)),
    })),
    ...[...files].map(([path, { bytes, hash }]) => ({
      '@id': path,
      '@type': 'File',
      name: fileNames[path] ?? path,
      encodingFormat: mediaTypes[extname(path)] ?? 'text/plain',
      contentSize: String(bytes),
      sha256: hash,
    })),
    { '@id': '#toile', '@type': 'SoftwareApplication', name: 'Toile', version: about.version },
    {
      '@id': '#export',
      '@type': 'CreateAction',
      name: 'Export of the corpus',
      ...(about.date !== '' && { endTime: about.date }),
      ...(about.authors[0] !== placeholders.author && { agent: references(people.map(person => person['@id'])) }),
      instrument: reference('#toile'),
      result: reference('./'),
    },
  ]
  const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'https://schema.org/sha256' }]
  return `${JSON.stringify({ '@context': context, '@graph': graph }, undefined, 1)}\n`
}

const folderNames: Readonly<Record<string, string>> = {
  'tables/': 'Tables: nodes, edges, hyperlinks, pages, measures, codebook',
  'report-en/': 'Report in English',
  'report-fr/': 'Report in French',
}

const fileNames: Readonly<Record<string, string>> = {
  'graph.gexf': 'The network for Gephi',
  'map.html': 'The map as a page that opens in any browser',
  'METHOD.md': 'How the numbers are made',
  'CITATION.cff': 'How to cite this study',
}

const personOf = (author: StudyAuthor, index: number) => ({
  '@id': `#author-${index + 1}`,
  ...('name' in author
    ? { '@type': 'Organization', name: author.name }
    : {
        '@type': 'Person',
        name: `${author.given} ${author.family}`.trim(),
        familyName: author.family,
        ...(author.given !== '' && { givenName: author.given }),
      }),
})
