import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Node’s own, on Node: WebCrypto takes longer to be loaded, and JavaScript to run. */
const native = globalThis.process?.getBuiltinModule?.('node:crypto')

/** The SHA-256 of bytes, or of a text's UTF-8, as 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return native?.hash('sha256', data) ?? bytesToHex(hash(typeof data === 'string' ? utf8ToBytes(data) : data))
}

export { hexToBytes as bytesOfHex } from '@noble/hashes/utils.js'
