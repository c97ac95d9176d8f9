import { createHash } from 'node:crypto'
import { printable } from '#data/command/printable.ts'
import { writeTrace } from '../findings/num.ts'
import { questionId } from '../sections/sources.ts'
import { xmlText } from '#data/table/xml-text.ts'
import type { ReportSpeech } from '../words/speech.ts'
import type { ReportBlock, Figure, Quotes, TableBlock } from './block.ts'
import type { Inline, Prose } from '#data/vocabulary/words/prose.ts'
import { firstPage, isTitled, type Section, sourcesOf } from './sections.ts'
import { style } from './style.ts'

/** A page that needs nothing but itself: no script, no font, no request. */
export function writeHtml(
  title: string,
  opening: readonly ReportBlock[],
  sections: readonly Section[],
  speech: ReportSpeech,
): string {
  const { words, language } = speech
  const { notes, findings, reading, behind } = firstPage(opening, sections)
  const text = (words: string): string => xmlText(speech.typeset(words))
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="description" content="${xmlText(words.description(title))}">`,
    `<title>${xmlText(title)} – ${text(words.eyebrow)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<header><p class="eyebrow">${text(words.eyebrow)}</p><h1><bdi>${xmlText(printable(title))}</bdi></h1></header>`,
    '<main>',
    '<div class="first">',
    ...notes.map(block => blockHtml(block, speech)),
    ...(findings === null ? [] : [sectionHtml(findings, speech)]),
    ...reading.map(block => blockHtml(block, speech)),
    '</div>',
    `<nav aria-labelledby="contents"><h2 id="contents">${text(words.contents)}</h2><ol>`,
    ...behind.map(({ id, title: name }) => `<li><a href="#${id}">${text(name)}</a></li>`),
    '</ol></nav>',
    ...behind.map(section => sectionHtml(section, speech)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function sectionHtml({ id, title, blocks }: Section, speech: ReportSpeech): string {
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${xmlText(speech.typeset(title))}</h2>`,
    ...blocks.map((block, at) => blockHtml(block, speech, isTitled(blocks, at))),
    sourceLine(blocks, speech),
    '</section>',
  ].join('\n')
}

function sourceLine(blocks: readonly ReportBlock[], speech: ReportSpeech): string {
  const sources = sourcesOf(blocks).map(([table, taken]) => {
    const name = `<code>${xmlText(table)}</code>`
    const question = table.startsWith('corpus:') ? table.slice(7) : table.startsWith('finding:') ? 'findings' : ''
    const linked = question === '' ? name : `<a href="#${questionId(question)}">${name}</a>`
    return taken === '' ? linked : `${linked} (${xmlText(taken)})`
  })
  if (sources.length === 0) return ''
  return `<p class="sources">${xmlText(speech.typeset(speech.words.sourcesOfSection))}${sources.join(speech.typeset(speech.words.semicolon))}</p>`
}

function blockHtml(block: ReportBlock, speech: ReportSpeech, titled = false): string {
  const prose = (text: Prose): string => proseHtml(text, speech)
  switch (block.kind) {
    case 'heading': {
      const id = block.id === undefined ? '' : ` id="${xmlText(block.id)}"`
      return `<h${block.level}${id}>${prose(block.text)}</h${block.level}>`
    }
    case 'paragraph':
      return block.text.length === 0 ? '' : `<p>${prose(block.text)}</p>`
    case 'note':
      return `<p class="note" role="note">${prose(block.text)}</p>`
    case 'list':
      return `<ul>\n${block.items.map(item => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`
    case 'verbatim':
      return `<pre tabindex="0"><code>${xmlText(block.text).replaceAll('&#10;', '\n')}</code></pre>`
    case 'table':
      return tableHtml(block, speech, titled)
    case 'figure':
      return figureHtml(block, speech)
    case 'quotes':
      return quotesHtml(block, speech)
  }
}

const alignments = { start: '', short: ' class="short"', end: ' class="number"' } as const

/** `titled`: the heading above says what the caption does, which is then for those who do not see the page. */
function tableHtml({ caption, columns, rows }: TableBlock, speech: ReportSpeech, titled: boolean): string {
  if (rows.length === 0) return ''
  const prose = (text: Prose): string => proseHtml(text, speech)
  const align = (at: number): string => alignments[columns[at]?.align ?? 'start']
  const row = (cells: readonly Prose[]): string =>
    cells
      .map((cell, at) =>
        at === 0 ? `<th scope="row"${align(at)}>${prose(cell)}</th>` : `<td${align(at)}>${prose(cell)}</td>`,
      )
      .join('')
  return [
    '<div class="table" tabindex="0">',
    `<table><caption${titled ? ' class="unseen"' : ''}>${prose(caption)}</caption>`,
    `<thead><tr>${columns.map(({ head }, at) => `<th scope="col"${align(at)}>${prose(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(cells => `<tr>${row(cells)}</tr>`),
    '</tbody></table></div>',
  ].join('\n')
}

const figureHtml = ({ svg, caption }: Figure, speech: ReportSpeech): string =>
  `<figure>\n<div class="drawing" tabindex="0">${svg}</div>\n<figcaption>${proseHtml(caption, speech)}</figcaption>\n</figure>`

function quotesHtml({ items }: Quotes, speech: ReportSpeech): string {
  return items
    .map(({ words, place }) => {
      const under = place.length === 0 ? '' : `<figcaption>${proseHtml(place, speech)}</figcaption>`
      return `<figure class="quote"><blockquote><p>${proseHtml(words, speech)}</p></blockquote>${under}</figure>`
    })
    .join('\n')
}

const proseHtml = (text: Prose, speech: ReportSpeech): string => text.map(piece => inlineHtml(piece, speech)).join('')

function inlineHtml(piece: Inline, speech: ReportSpeech): string {
  if (typeof piece === 'string') return xmlText(speech.typeset(piece))
  switch (piece.kind) {
    case 'number': {
      const { value, from } = piece.num
      const text = speech.number(value, piece.as, piece.decimals)
      return `<data value="${String(value)}" title="${xmlText(printable(writeTrace(from)))}">${xmlText(text)}</data>`
    }
    case 'theirs':
      return `<bdi>${xmlText(printable(piece.text))}</bdi>`
    case 'anchor':
      return `<mark>${xmlText(printable(piece.text))}</mark>`
    case 'code':
      return `<code>${xmlText(printable(piece.text))}</code>`
    case 'strong':
      return `<strong>${proseHtml(piece.text, speech)}</strong>`
    case 'link':
      return `<a href="${xmlText(piece.url)}" rel="noreferrer noopener nofollow">${proseHtml(piece.text, speech)}</a>`
    case 'see':
      return `<a href="#${xmlText(piece.id)}">${proseHtml(piece.text, speech)}</a>`
  }
}
