import { published } from '../published.ts'

/** Who opens a published page that has a story begins with it; an address that says something else is followed. */
export function beginWithStory(): void {
  const [first] = published?.stories ?? []
  if (first !== undefined && window.location.hash === '')
    window.history.replaceState(null, '', `#story=${first.story.name}`)
}
