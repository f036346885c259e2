import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return bytesToHex(hash(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/** The same through WebCrypto, for large inputs. */
export async function sha256Of(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === 'string' ? utf8ToBytes(data) : data
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
}

export { hexToBytes as bytesOfHex } from '@noble/hashes/utils.js'
