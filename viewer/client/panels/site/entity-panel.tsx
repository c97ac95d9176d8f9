import type { EntityData, Neighbour } from '#viewer/protocol/entity.ts'
import { useAnswer } from '#viewer/client/ask.ts'
import { EditEntity } from '#viewer/client/curate/edit-entity.tsx'
import { NotYet } from '#viewer/client/parts/not-yet.tsx'
import { Dot } from '#viewer/client/parts/dot.tsx'
import { MoreOf } from '#viewer/client/parts/more-of.tsx'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { SiteRow } from '#viewer/client/parts/site-row.tsx'
import { shownWave, waveQuery } from '#viewer/client/view/shown-wave.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { WaveLine } from '../evidence/wave-line.tsx'
import { GroupWords } from '../group-words.tsx'
import { SimilarSites } from '../similar-sites.tsx'
import { SiteLinks } from './site-links.tsx'
import { EntityFactList } from './entity-facts.tsx'
import { SiteMeasures } from './site-measures.tsx'
import { SiteBorrowed } from './site-borrowed.tsx'
import { SiteWhy } from './site-why.tsx'
import { SiteTools } from './site-tools.tsx'

/** A site: its facts, its place in the measures, who cites it and whom it cites. */
export function EntityPanel({ id }: { readonly id: string }) {
  const { model, speech, view } = useWorkbench()
  const { words } = speech
  const wave = waveQuery(shownWave(view, model.data))
  const answer = useAnswer<EntityData>(`./api/entity?id=${encodeURIComponent(id)}${wave}`)
  const site = model.indexOf.get(id)
  if (answer.state === 'failed') return <NotYet answer={answer} words={words} gone={words.noSuchSite(id)} />
  const label = answer.state === 'ready' ? answer.data.label : (model.data.labels[site ?? -1] ?? id)
  return (
    <article aria-busy={answer.state === 'waiting'}>
      <header className="panel-head">
        <p className="eyebrow">{words.site}</p>
        <h2 className="panel-title">
          <Dot site={site} size={20} />
          <span>{label}</span>
        </h2>
        {answer.state === 'ready' && (
          <p>
            <OutLink href={answer.data.homepage}>{id}</OutLink>
          </p>
        )}
      </header>
      <NotYet answer={answer} words={words} />
      {answer.state === 'ready' && (
        <>
          {site !== undefined && <SiteTools id={id} />}
          <EntityFactList entity={answer.data} />
          <EditEntity entity={answer.data} />
          <WaveLine />
          <Neighbours entity={answer.data} />
          {site !== undefined && (
            <GroupWords key={`words ${id}`} group={[['id', id]]} title={words.siteWords} hint={words.siteWordsHint} />
          )}
          {site !== undefined && <SimilarSites key={`similar ${id}`} of={{ id }} />}
          {site !== undefined && <SiteBorrowed key={`tools ${id}`} id={id} />}
          {site !== undefined && <SiteMeasures site={site} />}
          {site !== undefined && <SiteWhy site={site} />}
          <SiteLinks key={id} id={id} label={label} />
        </>
      )}
    </article>
  )
}

function Neighbours({ entity }: { readonly entity: EntityData }) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  const site = model.indexOf.get(entity.id)
  const isUnread = site === undefined ? entity.pages.fetched === 0 : model.unread.has(site)
  if (model.as === 'ties' || model.data.undirected) {
    const others = new Map([...entity.citedBy, ...entity.cites].map(one => [one.id, one]))
    return (
      <NeighbourList
        title={words.tiedTo}
        total={Math.max(others.size, entity.citedByTotal)}
        neighbours={[...others.values()]}
        empty={words.noTies}
        open={other => select({ kind: 'tie', source: other, target: entity.id })}
      />
    )
  }
  return (
    <>
      <NeighbourList
        title={words.citedBy}
        total={entity.citedByTotal}
        neighbours={entity.citedBy}
        empty={words.nobodyCites}
        open={other => select({ kind: 'tie', source: other, target: entity.id })}
      />
      <NeighbourList
        title={words.cites}
        total={entity.citesTotal === 0 && isUnread ? null : entity.citesTotal}
        neighbours={entity.cites}
        empty={isUnread ? words.notRead : words.citesNobody}
        open={other => select({ kind: 'tie', source: entity.id, target: other })}
      />
    </>
  )
}

interface NeighbourListProps {
  readonly title: string
  /** Null: not known. */
  readonly total: number | null
  readonly neighbours: readonly Neighbour[]
  readonly empty: string
  readonly open: (id: string) => void
}

function NeighbourList({ title, total, neighbours, empty, open }: NeighbourListProps) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const most = neighbours.reduce((top, { pages }) => Math.max(top, pages), 1)
  return (
    <section>
      <h3>
        {title} <span className="tally">{total === null ? '?' : speech.count(total)}</span>
      </h3>
      {neighbours.length === 0 && <p className="hint">{empty}</p>}
      <MoreOf items={neighbours} atFirst={12} total={total ?? undefined}>
        {shown => (
          <ul className="rows">
            {shown.map(neighbour => (
              <SiteRow
                key={neighbour.id}
                id={neighbour.id}
                label={neighbour.label}
                amount={neighbour.pages}
                most={most}
                detail={[
                  // A tie of a file was read on no page.
                  ...(neighbour.links > 0 ? [words.pages(neighbour.pages)] : []),
                  ...(model.indexOf.has(neighbour.id) ? [] : [words.outsideMap]),
                ].join(', ')}
                onOpen={() => open(neighbour.id)}
              />
            ))}
          </ul>
        )}
      </MoreOf>
    </section>
  )
}
