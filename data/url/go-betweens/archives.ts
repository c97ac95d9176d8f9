import { words } from '../../words.ts'
import type { GoBetween } from './go-between.ts'
import { memento } from './sources.ts'

/** What an archive of the Web puts before the address: a time stamp (or a star) with the modifier of a replayed part. */
const stamped = String.raw`(?:\d{1,14}\*?|\*)(?:[a-z]{2}_)?\/(.+)`
const afterStamp = (way: string): RegExp => new RegExp(`^${way}${stamped}$`)

/** Pages as they were. */
export const archives: readonly GoBetween[] = [
  {
    domains: words('web.archive.org wayback.archive.org archive.org'),
    within: afterStamp(String.raw`\/web\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  { domains: words('web.archive.org'), within: /^\/(?:web\/|save\/)?(https?:.+)$/, isCopy: true, source: memento },
  {
    domains: words('archive.today archive.is archive.ph archive.li archive.md archive.vn archive.fo'),
    within: /^\/(?:o\/\w+|newest|oldest|\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6})\/(https?:.+)$/,
    isCopy: true,
    source: 'archive.today, "FAQ" and Memento',
  },
  {
    domains: ['wayback.archive-it.org'],
    within: afterStamp(String.raw`\/(?:\d+|all)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.nationalarchives.gov.uk'],
    within: afterStamp(String.raw`\/(?:ukgwa\/)?`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.org.uk'],
    within: afterStamp(String.raw`\/wayback\/(?:[a-z]{2}\/)?archive\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['arquivo.pt'],
    within: afterStamp(String.raw`\/(?:noFrame\/replay|wayback)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.loc.gov'],
    within: afterStamp(String.raw`\/(?:all|legacy|lcwa\d+)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['swap.stanford.edu'],
    within: afterStamp(String.raw`\/(?:was\/)?`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: words('vefsafn.is webarchiv.cz'),
    within: afterStamp(String.raw`\/(?:wayback|is)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['timetravel.mementoweb.org'],
    within: /^\/(?:memento|list|api\/json)\/\d{4,14}\/(.+)$/,
    scheme: 'http',
    isCopy: true,
    source: 'Memento, "Time Travel"',
  },
  { domains: ['webcitation.org'], path: /^\/query/, parameters: ['url'], isCopy: true, source: 'WebCite, "Syntax"' },
]
