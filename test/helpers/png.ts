/** A PNG with one chunk more, behind its header (ISO/IEC 15948, 5.3). */
export function withChunk(png: Uint8Array, type: string, data: Uint8Array): Uint8Array {
  const chunk = Uint8Array.from([...new TextEncoder().encode(type), ...data])
  const [length, crc] = [uint32(data.length), uint32(crcOf(chunk))]
  return Uint8Array.from([...png.subarray(0, 33), ...length, ...chunk, ...crc, ...png.subarray(33)])
}

const uint32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
