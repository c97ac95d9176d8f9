import { isolated } from '#data/vocabulary/words/isolated.ts'
import { kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { Focus } from '../draw/focus.ts'
import { sayShared } from '../words/say-shared.ts'
import { useWorkbench } from '../workbench-context.ts'

/** One line under the map that says in words what is pointed at. */
export function HoverLine({ focus }: { readonly focus: Focus }) {
  const { model, speech, view, changes } = useWorkbench()
  const { words } = speech
  const { ties } = model
  const { labels } = model.data
  const text = (): string => {
    if (focus === null) return ''
    if (!('site' in focus || 'tie' in focus)) return ''
    if (model.as !== 'links') return sharedText(focus)
    if (view.screen === 'change' && changes !== null) return changedText(focus, changes)
    if ('site' in focus && model.unread.has(focus.site))
      return words.hoverUnread(labels[focus.site]!, words.sites(model.tiesIn[focus.site]!.length))
    if ('site' in focus)
      return words.hoverSite(
        labels[focus.site]!,
        words.sites(model.tiesIn[focus.site]!.length),
        speech.count(model.tiesOut[focus.site]!.length),
      )
    if (ties.links[focus.tie] === 0)
      return words.hoverImported(
        labels[ties.source[focus.tie]!]!,
        labels[ties.target[focus.tie]!]!,
        words.weight(speech.number(ties.weight[focus.tie]!)),
      )
    return words.hoverTie(
      labels[ties.source[focus.tie]!]!,
      labels[ties.target[focus.tie]!]!,
      words.links(ties.links[focus.tie]!),
      words.pages(ties.pages[focus.tie]!),
    )
  }
  const changedText = (
    part: { readonly site: number } | { readonly tie: number },
    { kindOf }: NonNullable<typeof changes>,
  ): string => {
    const kind = (tie: number) => kindOf(ties.source[tie]!, ties.target[tie]!)
    if ('tie' in part)
      return `${isolated(labels[ties.source[part.tie]!]!)} → ${isolated(labels[ties.target[part.tie]!]!)}${words.colon} ${words.kindsOfChange[kind(part.tie) ?? 'unknown']}`
    const own = [...model.tiesIn[part.site]!, ...model.tiesOut[part.site]!].map(kind)
    const told = kindsOfChange.map(one => [one, own.filter(other => other === one).length] as const)
    return `${labels[part.site]!}${words.colon} ${told
      .filter(([, count]) => count > 0)
      .map(([one, count]) => `${words.kindsOfChange[one]} ${speech.count(count)}`)
      .join(', ')}`
  }
  const sharedText = (part: { readonly site: number } | { readonly tie: number }): string =>
    'site' in part
      ? `${labels[part.site]!}${words.colon} ${words.ties(model.tiesIn[part.site]!.length + model.tiesOut[part.site]!.length)}`
      : words.hoverShared(
          labels[ties.source[part.tie]!]!,
          labels[ties.target[part.tie]!]!,
          model.as === 'ties'
            ? words.weight(speech.number(ties.weight[part.tie]!))
            : sayShared(model.as, ties.weight[part.tie]!, speech),
        )
  return (
    <output className="hover-line" data-empty={focus === null}>
      {text()}
    </output>
  )
}
