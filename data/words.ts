/** The words of `text`, for tables that would be mostly quotes and commas. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '')
}
