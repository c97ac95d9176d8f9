import type { StudyAuthor, StudyAbout } from './study-about.ts'

/** A text in quotes, as YAML takes JSON's, less what JSON leaves bare and YAML 1.2 forbids: all that its c-printable has not. */
const text = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const authorLines = (author: StudyAuthor): readonly string[] => {
  if ('name' in author) return [`  - name: ${text(author.name)}`]
  const given = author.given === '' ? [] : [`    given-names: ${text(author.given)}`]
  return [`  - family-names: ${text(author.family)}`, ...given]
}

/**
 * Licenses of data and texts in the list that the format's schema has (SPDX's of May 2021), which takes no other. Of any other, newer
 * ones of SPDX among them, the file names the address.
 */
const inSchema =
  /^(CC0-1\.0|CC-BY(-NC)?(-ND|-SA)?-(1\.0|2\.0|2\.5|3\.0|4\.0)|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|CDLA-(Permissive|Sharing)-1\.0|etalab-2\.0|OGL-UK-[123]\.0|MIT|Apache-2\.0|BSD-[23]-Clause|(A|L)?GPL-3\.0-(only|or-later)|EUPL-1\.2|CECILL-2\.1)$/

const licenseLine = ({ name, url }: StudyAbout['license']): string => {
  if (url === null) return `# license: ${name}`
  return inSchema.test(name) ? `license: ${text(name)}` : `license-url: ${text(url)}`
}

/** Returns how to cite a study. Source: Citation File Format 1.2.0, schema.json. */
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
    licenseLine(license),
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
