import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { StoriesData, Story, StoryData, StoryStep } from '#viewer/protocol/stories.ts'
import { askOnce, useAnswer } from '../ask.ts'
import type { Curation } from '../curate/use-curation.ts'
import type { Model } from '../model/model.ts'
import { addressOf, viewOf } from '../view/address.ts'
import type { ViewControl } from '../view/use-view.ts'
import { firstView, nothing, type Selection, type View } from '../view/view.ts'

/** The guided reading that is open: where it stands, and how it goes on. */
export interface StoryTelling {
  readonly data: StoryData
  /** Place of the step in the list, from 0. */
  readonly at: number
  readonly step: StoryStep | undefined
  readonly isEdited: boolean
  /** The panel holds the story, nothing that was opened from it. */
  readonly isInSight: boolean
  /** The view is that of the step. */
  readonly isAsTold: boolean
  /** Shows what the step shows. */
  readonly show: (at: number) => void
  /** Turns to a step, whatever the map shows. */
  readonly turnTo: (at: number) => void
  /** Goes where words of the story lead; Back returns. */
  readonly follow: (address: string) => void
  /** Opens evidence in the place of the story; Back returns. */
  readonly open: (selection: Selection) => void
  /** From what was opened beside the story back to it; a view that was made for it without opening anything stays. */
  readonly back: () => void
  /** What is selected is read in the place of the story, though the step shows just that. */
  readonly aside: () => void
  /** While it is written: filters and whatever else the panel has, in the place of the story; Back returns. */
  readonly lookAround: () => void
  /** The view as a story keeps it. */
  readonly present: string
  /** Changes the story as it is stored by then: fields that are left in a row are saved one after the other. */
  readonly save: (change: (story: Story) => Story) => Promise<boolean>
  /** Takes the story away, as a change that can be taken back. */
  readonly remove: () => Promise<boolean>
  readonly setEdited: (isEdited: boolean) => void
  readonly leave: () => void
}

/** Null while no story is open, or there is none of that name. */
export function useTelling(whole: Model, control: ViewControl, curation: Curation | null): StoryTelling | null {
  const { view, change, step: push } = control
  const open = view.story
  const answer = useAnswer<StoriesData>(open === null ? null : './api/stories')
  const stories = answer.state === 'ready' ? answer.data.stories : []
  const data = stories.find(({ story }) => story.name === open?.name) ?? null
  const isEdited = open?.isEdited === true && curation !== null
  // A step that was just added is waited for: what is written meanwhile would go into the one before.
  const last = (data?.story.steps.length ?? 1) - (isEdited ? 0 : 1)
  const at = Math.max(0, Math.min((open?.step ?? 1) - 1, last))
  const step = data?.story.steps[at]
  const read = useCallback(
    (address: string): View => viewOf(address, firstView(whole), column => whole.columns.has(column)),
    [whole],
  )
  const present = useMemo(() => storedAddress(view, whole), [view, whole])
  const told = useMemo(() => read(step?.view ?? ''), [read, step?.view])
  const name = open?.name
  const go = useCallback(
    (address: string, place: number, isPushed: boolean): void => {
      if (name === undefined) return
      const { panel: _panel, ...shown } = read(address)
      const isAside = isPushed && shown.selection.kind !== 'none'
      const next = { ...shown, story: { name, step: place + 1, isEdited: open?.isEdited === true, isAside } }
      if (isPushed) push(next)
      else change(next)
    },
    [read, name, open?.isEdited, push, change],
  )
  const show = useCallback((place: number) => go(data?.story.steps[place]?.view ?? '', place, false), [go, data])
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  // Who comes by an address of the story alone sees what its step shows.
  const begun = useRef<string | null>(null)
  useEffect(() => {
    if (data === null) return
    if (begun.current !== data.story.name && present === '') show(at)
    begun.current = data.story.name
  }, [data, present, show, at])
  if (data === null || open === null) return null
  const isNothingOpen = view.selection.kind === 'none'
  const back = async (): Promise<void> => {
    if (isNothingOpen) return change({ story: { ...open, isAside: false } })
    // What was taken for the step a moment ago may not have been told to this page yet.
    const now = isEdited ? await storedNow(open.name) : null
    go((now ?? data.story).steps[at]?.view ?? '', at, false)
  }
  const send = (change: (story: Story) => Story | null): Promise<boolean> =>
    (queue.current = queue.current.then(async () => {
      const from = await storedNow(open.name)
      return from !== null && curation !== null
        ? await curation.send({ kind: 'story', name: open.name, from, to: change(from) })
        : false
    }))
  return {
    ...{ data, at, step, isEdited, present, show },
    isInSight: isNothingOpen
      ? !(isEdited && open.isAside)
      : !open.isAside && JSON.stringify(view.selection) === JSON.stringify(told.selection),
    isAsTold: present === storedAddress(told, whole),
    open: selection => push({ selection, story: { ...open, isAside: true } }),
    back: () => void back(),
    turnTo: place => change({ story: { ...open, step: place + 1, isAside: false } }),
    aside: () => change({ story: { ...open, isAside: true } }),
    lookAround: () => push({ selection: nothing, panel: 'filters', story: { ...open, isAside: true } }),
    follow: address => go(address, at, true),
    save: send,
    remove: () => send(() => null),
    setEdited: edited => change({ story: { ...open, isEdited: edited } }),
    leave: () => change({ story: null }),
  }
}

/** The story as the server has it; null: it has none, or does not answer. */
async function storedNow(name: string): Promise<Story | null> {
  const answer = await askOnce<StoriesData>('./api/stories', new AbortController().signal)
  if (answer.state !== 'ready') return null
  return answer.data.stories.find(({ story }) => story.name === name)?.story ?? null
}

/** The address without the story, and without the tab of the panel, which it covers. */
export function storedAddress(view: View, whole: Model): string {
  const first = firstView(whole)
  return addressOf({ ...view, story: null, panel: first.panel }, first)
}
