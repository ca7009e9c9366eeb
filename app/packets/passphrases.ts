import { asId } from '../../domain/ids.ts'
import type { PacketRecord } from '../../domain/packet/packet.ts'
import { openPacket, readPacketHeader } from '../../formats/packet/seal.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { OpenStudy } from '../study/open-study.ts'
import type { Task } from '../task.ts'
import { PACKET_EXTENSION, recordOf } from './files.ts'
import { isSuperseded } from './merging.ts'

interface ReturnedFile {
  readonly packet: PacketRecord
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Tries passphrases on packets that coders gave back: the files, and those of the same rounds that wait to be merged. One
 * in whose place a later one counts is passed over, and so is one that no passphrase is given for. Of what they hold
 * nothing is told.
 * @throws AxialError packet-passphrase-wrong, and as `readPacketHeader`
 */
export async function tryPassphrases(
  study: OpenStudy,
  { files, passphrase, passphrases }: ParsedInput<'packets.tryPassphrases'>,
  task: Task,
): Promise<Output<'packets.tryPassphrases'>> {
  const all = study.read.packets.all()
  const coming = files.map(({ name, bytes }): ReturnedFile => {
    const header = readPacketHeader(name, bytes)
    return { packet: recordOf(header, bytes, 'sealed', header.lock !== null), name, bytes }
  })
  const ids = new Set(coming.map(({ packet }) => packet.id))
  const rounds = new Set(coming.map(({ packet }) => packet.roundId))
  const waiting = all
    .filter(({ id, kind, state, roundId }) => {
      return kind === 'return' && (state === 'sealed' || state === 'opened') && rounds.has(roundId) && !ids.has(id)
    })
    .flatMap((packet): ReturnedFile[] => {
      const bytes = study.read.packets.content(packet.digest)
      return bytes === null
        ? []
        : [{ packet, name: `${study.coder(asId(packet.holderId)).name}${PACKET_EXTENSION}`, bytes }]
    })
  const candidates = [...coming, ...waiting].filter(({ packet }) => packet.kind === 'return' && packet.isLocked)
  const records = candidates.map(({ packet }) => packet)
  const known = [...all, ...coming.map(({ packet }) => packet)]
  let tried = 0
  for (const { packet, name, bytes } of candidates) {
    const word = Object.hasOwn(passphrases, packet.holderId) ? passphrases[packet.holderId] : passphrase
    if (word === undefined || isSuperseded(packet, records, known)) continue
    await task.step({ done: tried, total: candidates.length, what: name })
    await openPacket(name, bytes, word)
    tried += 1
  }
  return { tried }
}
