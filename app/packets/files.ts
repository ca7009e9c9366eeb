import { randomBytes } from 'node:crypto'
import { sqliteCode } from '../../db/connection.ts'
import type { Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import type { CoderId, RoundId } from '../../domain/ids.ts'
import { idAfter } from '../../domain/later.ts'
import type { PacketRecord } from '../../domain/packet/packet.ts'
import { remark } from '../../domain/remarks.ts'
import { slugOf } from '../../domain/text/slug.ts'
import { readHandout } from '../../formats/packet/content.ts'
import {
  openPacket,
  packetDigest,
  readPacketHeader,
  type PacketHeader,
  type PacketLabel,
  type PacketLock,
} from '../../formats/packet/seal.ts'
import type { Progress } from '../contract/procedure.ts'
import type { FilePayload } from '../contract/values.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { checkHandout, type OpenedHandout } from './opening.ts'

export const PACKET_EXTENSION = '.axialpacket'

/** Reads a packet that was handed out. @throws AxialError as `openPacket`, packet-kind-return, packet-unfit */
export async function openHandout(file: FilePayload, passphrase: string | undefined): Promise<OpenedHandout> {
  const { kind } = readPacketHeader(file.name, file.bytes)
  if (kind === 'return') throw new AxialError('packet-kind-return', { name: file.name })
  const { header, content } = await openPacket(file.name, file.bytes, passphrase ?? null)
  const handout = { file: file.name, header, content: readHandout(file.name, content) }
  checkHandout(handout)
  return handout
}

/** What a coder's study knows of the packet that it came from. */
export function receivedRecord({ header, content }: OpenedHandout, bytes: Uint8Array, at: string): PacketRecord {
  return { ...recordOf(header, bytes, 'received', header.lock !== null, content.transcripts), at }
}

/** Does the work step by step; what the study cannot hold is the packet's fault. @throws AxialError packet-unfit */
export async function runSteps<Result>(
  name: string,
  work: Generator<Progress, Result>,
  step: (progress: Progress) => Promise<void>,
): Promise<Result> {
  for (;;) {
    const next = withinStudy(name, () => work.next())
    if (next.done === true) return next.value
    await step(next.value)
  }
}

/** What the study cannot hold is the packet's fault. */
export function withinStudy<Result>(name: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') !== true) throw error
    throw new AxialError('packet-unfit', { name, detail: remark('packet-constraint') }, error)
  }
}

/** What is to stand on the outside of a packet. Its id is greater than that of the one before it, whatever the clock says. */
export function labelOf(
  study: OpenStudy,
  kind: PacketHeader['kind'],
  coder: CoderId,
  round: RoundId,
  answers: string | null,
): PacketLabel {
  const { packets } = study.write
  const { id: studyId } = packets.study()
  const before = packets.all().findLast((one) => one.kind === kind && one.roundId === round && one.holderId === coder)
  const id = idAfter(study.world.newId(), before?.id)
  return { id, kind, study: studyId, round, coder, answers, madeAt: study.at() }
}

/** What a study keeps of a packet. */
export function recordOf(
  { id, kind, coder, round, answers, madeAt }: PacketLabel,
  bytes: Uint8Array,
  state: PacketRecord['state'],
  isLocked: boolean,
  texts: readonly { readonly id: string }[] | null = null,
): PacketRecord {
  const digest = packetDigest(bytes)
  const transcripts = texts === null ? null : texts.map((text) => text.id)
  return {
    id,
    kind,
    state,
    holderId: coder,
    roundId: round,
    answers,
    digest,
    isLocked,
    at: madeAt,
    reason: '',
    transcripts,
  }
}

/** How a packet is to be locked; null without a passphrase. @throws AxialError passphrase-empty */
export function lockOf(passphrase: string | undefined): PacketLock | null {
  if (passphrase === undefined) return null
  if (passphrase === '') throw new AxialError('passphrase-empty')
  return { passphrase, salt: randomBytes(16), iv: randomBytes(12) }
}

/** Made of the study’s title, the round and the coder, so that whoever gets several can tell them apart. */
export function fileNameOf(study: OpenStudy, round: Round, coder: string, ending: string): string {
  const title = slugOf(study.read.title(), 'study')
  return `${title}-${slugOf(round.name, 'round')}-${slugOf(coder, 'coder')}${ending}${PACKET_EXTENSION}`
}
