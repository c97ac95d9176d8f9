import { printable } from '#data/command/printable.ts'
import { cleanText } from '#data/table/clean-text.ts'
import type { ReportSpeech } from '../words/speech.ts'
import type { ReportBlock, TableBlock } from './block.ts'
import type { Inline, Prose } from '#data/vocabulary/words/prose.ts'
import { firstPage, isTitled, type Section, sourcesOf } from './sections.ts'

/** The same report for a text editor, a repository or Pandoc; figures are files beside it. */
export function writeMarkdown(
  title: string,
  opening: readonly ReportBlock[],
  sections: readonly Section[],
  speech: ReportSpeech,
): string {
  const { notes, findings, reading, behind } = firstPage(opening, sections)
  const blocks = [
    `# ${escaped(title)}`,
    speech.typeset(speech.words.eyebrow),
    ...notes.map(block => blockMarkdown(block, speech)),
    ...(findings === null ? [] : sectionMarkdown(findings, speech)),
    ...reading.map(block => blockMarkdown(block, speech)),
    ...behind.flatMap(section => sectionMarkdown(section, speech)),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}

const sectionMarkdown = ({ id, title, blocks }: Section, speech: ReportSpeech): string[] => [
  `## ${speech.typeset(title)} {#${id}}`,
  ...blocks.map((block, at) => blockMarkdown(block, speech, isTitled(blocks, at))),
  sourceLine(blocks, speech),
]

function sourceLine(blocks: readonly ReportBlock[], speech: ReportSpeech): string {
  const sources = sourcesOf(blocks).map(
    ([table, taken]) => `${coded(table)}${taken === '' ? '' : ` (${escaped(taken)})`}`,
  )
  return sources.length === 0
    ? ''
    : `*${speech.typeset(speech.words.sourcesOfSection).trim()}* ${sources.join(speech.typeset(speech.words.semicolon))}`
}

function blockMarkdown(block: ReportBlock, speech: ReportSpeech, titled = false): string {
  const prose = (text: Prose): string => proseMarkdown(text, speech)
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${prose(block.text)}`
    case 'paragraph':
      return prose(block.text)
    case 'note':
      return `> **${prose(block.text)}**`
    case 'list':
      return block.items.map(item => `- ${prose(item)}`).join('\n')
    case 'verbatim':
      return `\`\`\`\n${block.text}\n\`\`\``
    case 'table':
      return tableMarkdown(block, speech, titled)
    case 'figure':
      return `![${escaped(block.alt)}](figure-${block.name}.svg)\n\n*${prose(block.caption)}*`
    case 'quotes':
      return block.items
        .map(({ words, place }) => `> ${prose(words)}${place.length === 0 ? '' : `\n>\n> — ${prose(place)}`}`)
        .join('\n\n')
  }
}

function tableMarkdown({ caption, columns, rows }: TableBlock, speech: ReportSpeech, titled: boolean): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly Prose[]): string => `| ${cells.map(cell => proseMarkdown(cell, speech)).join(' | ')} |`
  return [
    ...(titled ? [] : [`**${proseMarkdown(caption, speech)}**\n`]),
    line(columns.map(({ head }) => head)),
    `|${columns.map(({ align }) => (align === 'end' ? '--:' : '---')).join('|')}|`,
    ...rows.map(line),
  ].join('\n')
}

const proseMarkdown = (text: Prose, speech: ReportSpeech): string =>
  text.map(piece => inlineMarkdown(piece, speech)).join('')

function inlineMarkdown(piece: Inline, speech: ReportSpeech): string {
  if (typeof piece === 'string') return speech.typeset(piece)
  switch (piece.kind) {
    case 'number':
      return speech.number(piece.num.value, piece.as, piece.decimals)
    case 'theirs':
      return escaped(piece.text)
    case 'anchor':
      return `**${escaped(piece.text)}**`
    case 'code':
      return coded(piece.text)
    case 'strong':
      return `**${proseMarkdown(piece.text, speech)}**`
    case 'link':
      return `[${proseMarkdown(piece.text, speech)}](<${piece.url.replaceAll(/[<>\\\s]/g, character => encodeURIComponent(character))}>)`
    case 'see':
      return `[${proseMarkdown(piece.text, speech)}](#${piece.id})`
  }
}

/** Text that Markdown shows as it is, on one line: no mark-up, no HTML, no cell's end. */
const escaped = (text: string): string =>
  cleanText(printable(text))
    .replaceAll(/[\\`*_{}[\]<>#|~!&$^]/g, character => `\\${character}`)
    .replaceAll(/(https?|www|ftp)(?=[:.])/gi, '$1\u2060')

/** Text as code, in as many backticks as it needs. */
function coded(text: string): string {
  const clean = cleanText(printable(text)).replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return clean === '' ? '' : fence + pad + clean + pad + fence
}
