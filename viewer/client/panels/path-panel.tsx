import { Dot } from '../parts/dot.tsx'
import { pathOf } from '../view/focus-of.ts'
import { useWorkbench } from '../workbench-context.ts'
import { WhyLink } from './explain/why-link.tsx'
import { TieList } from './tie-list.tsx'

/** The shortest way from one site to another along citations, and back; one way where ties have no direction. */
export function PathPanel({ source, target }: { readonly source: string; readonly target: string }) {
  const { model, shown, speech, select } = useWorkbench()
  const { words } = speech
  const label = (id: string): string => model.data.labels[model.indexOf.get(id) ?? -1] ?? id
  const there = { source, target }
  const ways = model.as === 'links' ? [there, { source: target, target: source }] : [there]
  return (
    <article>
      <header className="panel-head">
        <p className="eyebrow">{words.path}</p>
        <h2 className="tie-title">
          {[source, target].map(id => (
            <button key={id} type="button" className="end" onClick={() => select({ kind: 'site', id })}>
              <Dot site={model.indexOf.get(id)} size={16} />
              <span>{label(id)}</span>
            </button>
          ))}
        </h2>
        <p>
          <WhyLink one={source} other={target} />
        </p>
      </header>
      {ways.map(way => {
        const path = pathOf(model, shown, way)
        return (
          <section key={way.source}>
            <h3>{words.fromTo(label(way.source), label(way.target))}</h3>
            <p className="hint">
              {path === null
                ? words.noPath[model.as]
                : path.length === 1
                  ? words.pathDirect[model.as]
                  : words.pathSteps(path.length)}
            </p>
            {path !== null && <TieList ties={path} />}
          </section>
        )
      })}
    </article>
  )
}
