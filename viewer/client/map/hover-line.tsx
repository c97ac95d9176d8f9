import type { Focus } from '../draw/focus.ts'
import { useWorkbench } from '../workbench-context.ts'

/** One line under the map that says in words what is pointed at. */
export function HoverLine({ focus }: { readonly focus: Focus }) {
  const { model, speech } = useWorkbench()
  const { words } = speech
  const { ties } = model
  const { labels } = model.data
  const text = (): string => {
    if (focus === null) return ''
    if (!('site' in focus || 'tie' in focus)) return ''
    if (model.as !== 'links') return sharedText(focus)
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
  const sharedText = (part: { readonly site: number } | { readonly tie: number }): string =>
    'site' in part
      ? `${labels[part.site]!}${words.colon} ${words.ties(model.tiesIn[part.site]!.length + model.tiesOut[part.site]!.length)}`
      : words.hoverShared(
          labels[ties.source[part.tie]!]!,
          labels[ties.target[part.tie]!]!,
          model.as === 'ties'
            ? words.weight(speech.number(ties.weight[part.tie]!))
            : words.sharedBy[model.as](words.sites(ties.weight[part.tie]!)),
        )
  return (
    <output className="hover-line" data-empty={focus === null}>
      {text()}
    </output>
  )
}
