/** The bytes of a file in base64. Null when it can't be read: it may be gone since it was chosen. */
export const base64Of = (blob: Blob): Promise<string | null> =>
  new Promise(resolve => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => resolve(null))
    reader.readAsDataURL(blob)
  })
