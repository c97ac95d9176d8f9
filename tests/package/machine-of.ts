/** For which system and processor a program or library was made, as its header says (ELF, Mach-O, PE); 'unknown' else. */
export function machineOf(bytes: Buffer): string {
  if (bytes.length < 64) return 'unknown'
  const cpu = (names: Readonly<Record<number, string>>, value: number): string => names[value] ?? `processor ${value}`
  if (bytes.readUInt32BE(0) === 0x7f454c46) return `linux-${cpu({ 62: 'x64', 183: 'arm64' }, bytes.readUInt16LE(18))}`
  if (bytes.readUInt32LE(0) === 0xfeedfacf)
    return `macos-${cpu({ 0x01000007: 'x64', 0x0100000c: 'arm64' }, bytes.readUInt32LE(4))}`
  const at = bytes.readUInt32LE(60)
  if (bytes.toString('latin1', 0, 2) !== 'MZ' || bytes.toString('latin1', at, at + 4) !== 'PE\0\0') return 'unknown'
  return `windows-${cpu({ 0x8664: 'x64', 0xaa64: 'arm64' }, bytes.readUInt16LE(at + 4))}`
}
