import { printable } from '#data/command/printable.ts'
import type { FigureChanges } from '../protocol/figure.ts'

const most = 8

/** What changed since a figure was saved, in lines; names of sites are strangers' words and come as a terminal may have them. */
export function sayChanges(changes: FigureChanges | null): string {
  if (changes === null) return 'What it showed when it was saved is no longer known.\n'
  const ties = (list: FigureChanges['tiesGained']): string[] =>
    list.map(({ source, target }) => `${source} → ${target}`)
  const said = [
    told('sites gained', changes.sitesGained),
    told('sites lost', changes.sitesLost),
    changes.sitesGone === 0 ? '' : `sites merged or forgotten: ${changes.sitesGone}`,
    told('ties gained', ties(changes.tiesGained)),
    told('ties lost', ties(changes.tiesLost)),
    told('ties of another weight', changes.tiesReweighted.map(one => `${one.source} → ${one.target} ${one.from} → ${one.to}`)), // prettier-ignore
    told('sites in another group', changes.regrouped.map(({ name, from, to }) => `${name}: ${from || '–'} → ${to || '–'}`)), // prettier-ignore
    changes.displaced < 0.005 ? '' : `places: moved by ${Math.round(changes.displaced * 100)} % of the map's side`,
    changes.tiesCompared ? '' : 'ties: too many to be compared',
  ].filter(line => line !== '')
  return said.length === 0 ? 'Nothing changed since it was saved.\n' : `Since it was saved: ${said.join('; ')}.\n`
}

function told(what: string, list: readonly string[]): string {
  if (list.length === 0) return ''
  const names = list.slice(0, most).map(printable)
  return `${what}: ${list.length} (${names.join(', ')}${list.length > most ? ' …' : ''})`
}
