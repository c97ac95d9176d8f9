import type { StudyAuthor, StudyAbout } from './study-about.ts'

/** A text in quotes, as YAML takes JSON's. */
const text = (value: string): string => JSON.stringify(value)

const authorLines = (author: StudyAuthor): readonly string[] =>
  'name' in author
    ? [`  - name: ${text(author.name)}`]
    : [`  - family-names: ${text(author.family)}`, `    given-names: ${text(author.given)}`]

/** Returns how to cite a study. Source: Citation File Format 1.2.0. */
export function citationFile({ title, description, authors, license, date, corpus, version }: StudyAbout): string {
  return [
    'cff-version: 1.2.0',
    'message: "If you use these data, please cite them as below."',
    'type: dataset',
    `title: ${text(title)}`,
    ...(description === '' ? [] : [`abstract: ${text(description)}`]),
    'authors:',
    ...authors.flatMap(authorLines),
    ...(date === '' ? [] : [`date-released: ${text(date)}`]),
    license.url === null ? `# license: ${license.name}` : `license: ${text(license.name)}`,
    ...(corpus === ''
      ? []
      : ['identifiers:', '  - type: other', `    value: ${text(corpus)}`, '    description: "Id of the corpus"']),
    'references:',
    '  - type: software',
    '    title: "Toile: hyperlink-network crawler and link-studies analyser"',
    '    authors:',
    '      - name: "Toile contributors"',
    `    version: ${text(version)}`,
    '',
  ].join('\n')
}
