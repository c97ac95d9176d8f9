/** Whether this browser can draw a map. */
export function canDraw(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  // A browser has a few contexts only.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
