function hex(channels: readonly number[]): string | null {
  if (channels.some(channel => !Number.isFinite(channel) || channel < 0 || channel > 255)) return null
  return `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** Returns '#rrggbb' of three channels from 0 to 255; null when one is missing or out of range. */
export function colourOfChannels(...channels: readonly (string | undefined)[]): string | null {
  return channels.some(channel => channel === undefined || channel === '') ? null : hex(channels.map(Number))
}

/** Returns '#rrggbb' of '#abc', '#aabbcc', 'rgb(1, 2, 3)' or 'rgba(…)'; null for any other text. */
export function parseColour(text: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  if (short)
    return `#${short
      .slice(1)
      .map(digit => digit.repeat(2))
      .join('')}`.toLowerCase()
  const long = /^#[0-9a-f]{6}/i.exec(text)
  if (long) return long[0].toLowerCase()
  const channels = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(text)
  return channels ? hex(channels.slice(1).map(Number)) : null
}
