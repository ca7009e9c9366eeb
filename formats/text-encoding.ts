import { AxialError } from '../domain/errors.ts'

/** The most a text file may weigh: some twenty hours of talk weigh one. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface DecodedText {
  /** Without its byte order mark, every line end a single LF; otherwise untouched. */
  readonly text: string
  readonly encoding: TextEncoding
}

/**
 * The text of a file, its encoding found from its bytes: a byte order mark decides; then zero bytes in every second
 * place (UTF-16); then UTF-8 where the bytes are valid UTF-8; else Windows-1252 (as the WHATWG Encoding Standard maps
 * it). `name` is for the sentence when the file is `file-empty` (or blank), `file-binary` or `file-too-large`.
 */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(name, bytes.length, MAX_TEXT_BYTES)
  if (bytes.length === 0) throw new AxialError('file-empty', { name })
  if (startsWithAny(bytes, SIGNATURES)) throw new AxialError('file-binary', { name })
  const encoding = encodingOf(bytes)
  const raw = decode(bytes, encoding)
  if (looksBinary(raw)) throw new AxialError('file-binary', { name })
  const text = raw.replaceAll(/\r\n?/g, '\n')
  if (text.trim() === '') throw new AxialError('file-empty', { name })
  return { text, encoding }
}

/** The error for a file over its limit, both in bytes. */
export function tooLarge(name: string, size: number, limit: number): AxialError {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024)
  return new AxialError('file-too-large', { name, size: megabytes(size), limit: megabytes(limit) })
}

/** Whether the bytes begin as a zip archive does, which every .xlsx and .docx is. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWithAny(bytes, [ZIP])
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** First bytes of files that are no text, though some pass for it for a while. */
const SIGNATURES: readonly (readonly number[])[] = [
  ZIP,
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], // OLE: .doc, .xls
  [0x1f, 0x8b], // gzip
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // RTF: letters, but not the words of anybody
  [0x49, 0x44, 0x33], // MP3
  [0x7f, 0x45, 0x4c, 0x46], // ELF
]

function startsWithAny(bytes: Uint8Array, signatures: readonly (readonly number[])[]): boolean {
  return signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  if (startsWithAny(bytes, [[0xef, 0xbb, 0xbf]])) return 'utf-8'
  if (startsWithAny(bytes, [[0xff, 0xfe]])) return 'utf-16le'
  if (startsWithAny(bytes, [[0xfe, 0xff]])) return 'utf-16be'
  return utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** Letters of European languages in UTF-16 have a zero in every second byte, and hardly any in the other ones. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, 4096) & ~1
  if (bytes.length % 2 !== 0 || length < 2) return null
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const pairs = length / 2
  if (odd > 0.7 * pairs && even < 0.02 * pairs) return 'utf-16le'
  if (even > 0.7 * pairs && odd < 0.02 * pairs) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes)
  // Node's own windows-1252 decoder has confused it with Latin-1 in some releases, so the difference is made here.
  return new TextDecoder('latin1')
    .decode(bytes)
    .replaceAll(/[\u0080-\u009F]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit)
}

/** What Windows-1252 has in 0x80 to 0x9F; the five places it leaves empty keep their control character. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** A zero character, or more than one in a hundred that only machines write. */
function looksBinary(text: string): boolean {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0) return true
    const spacing = unit >= 9 && unit <= 13
    if ((unit < 32 && !spacing) || (unit >= 0x7f && unit < 0xa0 && unit !== 0x85) || unit === 0xfffd) controls++
  }
  return controls * 100 > text.length
}
