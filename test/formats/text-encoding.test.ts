import { Buffer } from 'node:buffer'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AxialError } from '../../domain/errors.ts'
import { decodeText, MAX_TEXT_BYTES } from '../../formats/text-encoding.ts'

const WORDS = "Interviewé : l’été, c'est où ? Ça coûte 3 €.\nInterviewer: OK.\n"

function reasonOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof AxialError) return error.reason
    throw error
  }
  return 'none'
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('the encoding of a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(WORDS), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${WORDS}`), 'utf-8'],
    ['UTF-16 little-endian with a mark', utf16(WORDS, false, true), 'utf-16le'],
    ['UTF-16 big-endian with a mark', utf16(WORDS, true, true), 'utf-16be'],
    ['UTF-16 little-endian without a mark', utf16(WORDS, false, false), 'utf-16le'],
    ['UTF-16 big-endian without a mark', utf16(WORDS, true, false), 'utf-16be'],
  ])('%s is told from the bytes and read whole', (_, bytes, encoding) => {
    expect(decodeText('a.txt', bytes)).toEqual({ text: WORDS, encoding })
  })

  it('bytes that are not valid UTF-8 are read as Windows-1252, curly quotes and the euro included', () => {
    // WHATWG Encoding Standard, index windows-1252: 0x80 €, 0x92 ’, 0x85 …, 0x9C œ.
    const bytes = new Uint8Array([0x80, 0x20, 0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x85, 0x9c])
    expect(decodeText('a.txt', bytes)).toEqual({ text: '€ l’été…œ', encoding: 'windows-1252' })
  })

  it('line ends of Windows and of old Macs become single line feeds', () => {
    expect(decodeText('a.txt', Buffer.from('a\r\nb\rc\n\r\nd')).text).toBe('a\nb\nc\n\nd')
  })

  it('nothing else is touched: tabs, form feeds, trailing blanks and soft hyphens stay', () => {
    const text = ' a\tb\f12\nc\u00ADd \u00A0\n\n'
    expect(decodeText('a.txt', Buffer.from(text)).text).toBe(text)
  })
})

describe('a file that is no text', () => {
  const zip = zipSync({ 'word/document.xml': Buffer.from('<w:document/>') })
  it.each([
    ['no byte', new Uint8Array(), 'file-empty'],
    ['only a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'file-empty'],
    ['only blanks', Buffer.from(' \r\n\t\u00A0\n'), 'file-empty'],
    ['a .docx renamed to .txt', zip, 'file-binary'],
    ['a PDF', Buffer.from('%PDF-1.7\nwords'), 'file-binary'],
    ['an old Word document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2]), 'file-binary'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-binary'],
    ['words with a zero byte', Buffer.from('words and\0 more words'), 'file-binary'],
    ['bytes of every kind', Uint8Array.from({ length: 512 }, (_, at) => 1 + ((at * 73) % 255)), 'file-binary'],
  ])('%s is refused with its reason', (_, bytes, reason) => {
    expect(reasonOf(() => decodeText('a.txt', bytes))).toBe(reason)
  })

  it('a file over the limit is refused, with its size in the sentence', () => {
    const bytes = new Uint8Array(MAX_TEXT_BYTES + 1).fill(65)
    expect(() => decodeText('big.txt', bytes)).toThrow(/big\.txt has 21 MB, and 20 MB/)
  })
})
