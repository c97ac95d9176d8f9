import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP file (APPNOTE 6.3, 4.3) of these entries. `overlap`: so many further entries lie over the first. */
export function zipOf(
  entries: Readonly<Record<string, Buffer>>,
  method: 'stored' | 'deflated',
  { overlap = 0 } = {},
): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of Object.entries(entries)) {
    const data = method === 'stored' ? bytes : deflateRawSync(bytes)
    const fields = fieldsOf(name, { data, bytes, code: method === 'stored' ? 0 : 8 })
    parts.push(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), fields, Buffer.from(name), data)
    const record = centralRecord(name, fields, offset)
    central.push(record, ...Array.from({ length: central.length === 0 ? overlap : 0 }, () => record))
    offset += 6 + fields.length + Buffer.byteLength(name) + data.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...central, end])
}

/** What local header and central record share: flags, method, time, sum, sizes, lengths of name and extra field. */
function fieldsOf(name: string, { data, bytes, code }: { data: Buffer; bytes: Buffer; code: number }): Buffer {
  const fields = Buffer.alloc(24)
  fields.writeUInt16LE(code, 2)
  fields.writeUInt32LE(crc32(bytes), 8)
  fields.writeUInt32LE(data.length, 12)
  fields.writeUInt32LE(bytes.length, 16)
  fields.writeUInt16LE(Buffer.byteLength(name), 20)
  return fields
}

function centralRecord(name: string, fields: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), fields, rest, Buffer.from(name)])
}
