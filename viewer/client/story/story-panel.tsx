import { StoryEditor } from './story-editor.tsx'
import { StoryReader } from './story-reader.tsx'
import type { StoryTelling } from './use-telling.ts'

/** The story that is open: to be read, or to be written. */
export function StoryPanel({ telling }: { readonly telling: StoryTelling }) {
  return telling.isEdited ? <StoryEditor telling={telling} /> : <StoryReader telling={telling} />
}
