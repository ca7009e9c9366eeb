import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { AxialError } from '../../domain/errors.ts'
import { remark } from '../../domain/remarks.ts'
import { parseDocument } from '../json-document.ts'
import { tooLarge } from '../text-encoding.ts'

/*
 * The outside of a packet, version 1. Numbers are big-endian.
 *
 *   8 bytes  "AXIALPKT"
 *   2 bytes  version
 *   4 bytes  length of the header
 *   …        header, JSON: ids and parameters, no name and no word of the study
 *   …        content: JSON, gzip; with a passphrase encrypted with AES-256-GCM, everything before it authenticated with it,
 *            its tag of 16 bytes behind it; the key from the passphrase by scrypt (RFC 7914)
 *   32 bytes SHA-256 of everything before: tells a damaged file from a wrong passphrase, and guards those without one
 */

const MAGIC = 'AXIALPKT'
const PACKET_VERSION = 1
const PREFIX = MAGIC.length + 2 + 4
const CHECKSUM = 32
const TAG = 16
const HEADER_LIMIT = 4096

/** The most a packet may weigh, in bytes, and the most its content may once it is unpacked. */
export const PACKET_LIMIT = 100 * 1024 * 1024
const CONTENT_LIMIT = 400 * 1024 * 1024

/** scrypt's cost as OWASP recommends it (Password Storage Cheat Sheet, 2024): 128 MB of memory. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const
const KEY_LENGTH = 32

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`))

const lock = z.strictObject({
  kdf: z.literal('scrypt'),
  /** Bounded, so that a hostile file cannot make the program use more memory than its own packets do. */
  n: z.union([z.literal(2 ** 14), z.literal(2 ** 15), z.literal(2 ** 16), z.literal(2 ** 17)]),
  r: z.literal(8),
  p: z.literal(1),
  salt: hex(16),
  cipher: z.literal('aes-256-gcm'),
  iv: hex(12),
})

const header = z.strictObject({
  id: uuid,
  kind: z.enum(['handout', 'return']),
  study: uuid,
  round: uuid,
  coder: uuid,
  /** Of what a coder returns: the packet it answers; null where none was opened. */
  answers: uuid.nullable(),
  madeAt: z.iso.datetime(),
  /** Bytes of the content once it is unpacked. */
  size: z.int().min(1).max(CONTENT_LIMIT),
  lock: lock.nullable(),
})

/** What anyone who holds the file can read of a packet. */
export type PacketHeader = z.output<typeof header>

/** What a packet says of itself, without what goes with how it is sealed. */
export type PacketLabel = Omit<PacketHeader, 'size' | 'lock'>

/** The passphrase, and the randomness that sealing with it takes. */
export interface PacketLock {
  readonly passphrase: string
  /** 16 and 12 random bytes, never used before. */
  readonly salt: Uint8Array
  readonly iv: Uint8Array
}

const pack = promisify(gzip)
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)

/** A packet's bytes. The same label, content and lock give the same bytes. */
export async function sealPacket(label: PacketLabel, content: string, guard: PacketLock | null): Promise<Uint8Array> {
  const plain = Buffer.from(content, 'utf8')
  if (plain.length > CONTENT_LIMIT) throw tooLarge('packet', plain.length, CONTENT_LIMIT)
  const packed = await pack(plain)
  const said: PacketHeader = {
    ...label,
    size: plain.length,
    lock: guard && {
      kdf: 'scrypt',
      ...COST,
      salt: Buffer.from(guard.salt).toString('hex'),
      cipher: 'aes-256-gcm',
      iv: Buffer.from(guard.iv).toString('hex'),
    },
  }
  const json = Buffer.from(JSON.stringify(said), 'utf8')
  const prefix = Buffer.alloc(PREFIX)
  prefix.write(MAGIC, 'latin1')
  prefix.writeUInt16BE(PACKET_VERSION, MAGIC.length)
  prefix.writeUInt32BE(json.length, MAGIC.length + 2)
  const before = Buffer.concat([prefix, json])
  const body =
    said.lock === null || guard === null ? packed : await encrypt(before, packed, said.lock, guard.passphrase)
  const whole = Buffer.concat([before, body])
  const sealed = Buffer.concat([whole, digest(whole)])
  if (sealed.length > PACKET_LIMIT) throw tooLarge('packet', sealed.length, PACKET_LIMIT)
  return sealed
}

/**
 * What is written on the outside of a packet, once its checksum was found right.
 * @throws AxialError file-too-large, packet-not-one, packet-newer, packet-damaged, import-malformed
 */
export function readPacketHeader(name: string, bytes: Uint8Array): PacketHeader {
  return splitPacket(name, bytes).header
}

/**
 * The content of a packet as text.
 * @throws AxialError as `readPacketHeader`, packet-locked, packet-passphrase-wrong
 */
export async function openPacket(
  name: string,
  bytes: Uint8Array,
  passphrase: string | null,
): Promise<{ readonly header: PacketHeader; readonly content: string }> {
  const { header, before, body } = splitPacket(name, bytes)
  const packed = header.lock === null ? body : await decrypt(name, before, body, header.lock, passphrase)
  const plain = await unpack(packed, { maxOutputLength: header.size }).catch((error: unknown) => {
    throw new AxialError('import-malformed', { name, detail: remark('packet-unpacks-otherwise') }, error)
  })
  if (plain.length !== header.size) {
    throw new AxialError('import-malformed', { name, detail: remark('packet-unpacks-otherwise') })
  }
  return { header, content: plain.toString('utf8') }
}

/** The SHA-256 of a packet's file, in hex: by which the same file is known again. */
export function packetDigest(bytes: Uint8Array): string {
  return digest(bytes).toString('hex')
}

function splitPacket(name: string, bytes: Uint8Array) {
  if (bytes.length > PACKET_LIMIT) throw tooLarge(name, bytes.length, PACKET_LIMIT)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new AxialError('packet-not-one', { name })
  if (file.length < PREFIX + CHECKSUM) throw new AxialError('packet-damaged', { name })
  const version = file.readUInt16BE(MAGIC.length)
  const whole = file.subarray(0, file.length - CHECKSUM)
  const isWhole = digest(whole).equals(file.subarray(file.length - CHECKSUM))
  // Of a version to come nothing is known but its number, not even where its checksum stands.
  if (version > PACKET_VERSION) throw new AxialError('packet-newer', { name, found: version, known: PACKET_VERSION })
  if (!isWhole || version === 0) throw new AxialError('packet-damaged', { name })
  const length = file.readUInt32BE(MAGIC.length + 2)
  if (length > HEADER_LIMIT || PREFIX + length > whole.length) throw new AxialError('packet-damaged', { name })
  const json = whole.toString('utf8', PREFIX, PREFIX + length)
  const parsed = parseDocument(name, json, header)
  return { header: parsed, before: whole.subarray(0, PREFIX + length), body: whole.subarray(PREFIX + length) }
}

type Lock = NonNullable<PacketHeader['lock']>

async function encrypt(before: Buffer, packed: Buffer, how: Lock, passphrase: string): Promise<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, how), Buffer.from(how.iv, 'hex'))
  cipher.setAAD(before)
  return Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()])
}

async function decrypt(name: string, before: Buffer, body: Buffer, how: Lock, passphrase: string | null) {
  if (passphrase === null || passphrase === '') throw new AxialError('packet-locked', { name })
  if (body.length < TAG) throw new AxialError('packet-damaged', { name })
  const key = await keyOf(passphrase, how)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(how.iv, 'hex'), { authTagLength: TAG })
  decipher.setAAD(before)
  decipher.setAuthTag(body.subarray(body.length - TAG))
  try {
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG)), decipher.final()])
  } catch (error) {
    throw new AxialError('packet-passphrase-wrong', { name }, error)
  }
}

/** Off the thread that serves the screens. */
function keyOf(passphrase: string, { n, r, p, salt }: Lock): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r }
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), KEY_LENGTH, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
