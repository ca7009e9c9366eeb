import type { Aggregates } from '../../db/aggregates.ts'
import { mayCode, type Round } from '../../domain/coding.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import {
  areAllIn,
  newestHandout,
  newestReturn,
  stillOut,
  workAway,
  type PacketRecord,
} from '../../domain/packet/packet.ts'
import { remark } from '../../domain/remarks.ts'
import { readPacketHeader, sealPacket } from '../../formats/packet/seal.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { PacketHolder, PacketRound } from '../contract/packets.ts'
import { visibility, type Handlers, type Under } from '../handlers.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { handoutFor, returnOf } from './content.ts'
import { fileNameOf, labelOf, lockOf, openHandout, receivedRecord, recordOf, runSteps } from './files.ts'
import { mergePackets, previewMerge } from './packet-merge-service.ts'
import { addHandout, previewHandout, type OpenedHandout } from './opening.ts'
import { tryPassphrases } from './passphrases.ts'
import { requireModerator, requireRound, requireThisStudy, requireUnfinished } from './round.ts'
import type { Task } from '../task.ts'

export const packetHandlers: Handlers<Exclude<Under<'packets'>, 'packets.openAsStudy'>> = {
  'packets.list': (study) => listPackets(study.read),
  'packets.away': listAway,
  'packets.handOut': handOut,
  'packets.giveBack': giveBack,
  'packets.inspect': inspect,
  'packets.open': openHere,
  'packets.register': register,
  'packets.tryPassphrases': tryPassphrases,
  'packets.unseal': unseal,
  'packets.preview': previewMerge,
  'packets.merge': mergePackets,
}

function listPackets(rows: Aggregates): PacketRound[] {
  const all = rows.packets.all()
  const coders = rows.people.coders()
  const names = new Map<string, string>(coders.map(({ id, name }) => [id, name]))
  return rows.people
    .rounds()
    .toReversed()
    .map((round) => {
      const packets = all.filter(({ roundId }) => roundId === round.id)
      const out = stillOut(packets)
      const returned = packets.filter(({ kind, state }) => kind === 'return' && state !== 'sent')
      const count = (state: PacketRecord['state']) => returned.filter((one) => one.state === state).length
      return {
        round: { ...round },
        mayCome: mayCode(round),
        coders: coders.map(({ id, name }): PacketHolder => {
          const own = packets.filter(({ holderId }) => holderId === id)
          const back = newestReturn(own, id)
          return {
            coderId: id,
            coder: name,
            out: whenOf(newestHandout(own, id)),
            in: back && { id: back.id, at: back.at, state: back.state, isLocked: back.isLocked },
            isIn: back !== null && !out.includes(id),
            received: whenOf(own.findLast(({ state }) => state === 'received')),
            sent: whenOf(own.findLast(({ state }) => state === 'sent')),
          }
        }),
        sealed: count('sealed'),
        opened: count('opened'),
        merged: count('merged'),
        stillOut: out.map((id) => names.get(id) ?? ''),
        reason: returned.find(({ reason }) => reason !== '')?.reason ?? '',
      }
    })
}

/** Whose work a correction of a transcript would part from its words. */
function listAway({ read: { packets, people } }: OpenStudy, { transcriptId }: ParsedInput<'packets.away'>) {
  const rounds = new Map<string, Round>(people.rounds().flatMap((round) => (mayCode(round) ? [[round.id, round]] : [])))
  const names = new Map<string, string>(people.coders().map(({ id, name }) => [id, name]))
  const underway = packets.all().filter(({ roundId }) => rounds.has(roundId))
  return workAway(underway, transcriptId).map(({ holderId, roundId, standing }) => ({
    coder: names.get(holderId) ?? '',
    round: rounds.get(roundId)?.name ?? '',
    standing,
  }))
}

function whenOf(packet: PacketRecord | null | undefined): { at: string } | null {
  return packet ? { at: packet.at } : null
}

async function handOut(
  study: OpenStudy,
  { roundId, coders, transcripts, passphrase, passphrases, coderId }: ParsedInput<'packets.handOut'>,
  task: Task,
): Promise<Output<'packets.handOut'>> {
  const round = requireUnfinished(study.read, roundId)
  const holders = coders.map((id) => study.coder(id))
  const detail = `${round.name}: ${holders.map(({ name }) => name).join(', ')}`
  const sees = visibility(study, coderId)
  return study.actLong({ action: 'packets.handOut', detail, coderId }, async () => {
    const made: Output<'packets.handOut'> = []
    for (const [index, holder] of holders.entries()) {
      await task.say({ done: index, total: holders.length, what: holder.name })
      const content = handoutFor(study.write, {
        coder: holder,
        round,
        transcripts,
        takesWork: sees(holder.id, roundId),
      })
      const label = labelOf(study, 'handout', holder.id, roundId, null)
      const lock = lockOf(Object.hasOwn(passphrases, holder.id) ? passphrases[holder.id] : passphrase)
      const bytes = await sealPacket(label, JSON.stringify(content), lock)
      study.write.packets.add(recordOf(label, bytes, 'out', lock !== null, content.transcripts))
      made.push({
        coder: holder.name,
        file: { name: fileNameOf(study, round, holder.name, ''), bytes },
        transcripts: content.transcripts.length,
        codes: content.codes.length,
        segments: content.segments.length,
      })
    }
    return made
  })
}

async function giveBack(
  study: OpenStudy,
  { roundId, coderId, memos, passphrase }: ParsedInput<'packets.giveBack'>,
  task: Task,
): Promise<Output<'packets.giveBack'>> {
  const coder = study.coder(coderId)
  const round = requireRound(study.read, roundId)
  return study.actLong({ action: 'packets.giveBack', detail: round.name, coderId }, async () => {
    await task.say({ done: 0, total: 1, what: round.name })
    const { packets } = study.write
    const own = packets.all().filter((one) => one.holderId === coderId && one.roundId === roundId)
    const answers = own.findLast(({ state }) => state === 'received')
    const before = own.filter(({ state }) => state === 'sent').length
    const content = returnOf(study.write, coderId, roundId, memos)
    const label = labelOf(study, 'return', coderId, roundId, answers?.id ?? null)
    const bytes = await sealPacket(label, JSON.stringify(content), lockOf(passphrase))
    packets.add(recordOf(label, bytes, 'sent', passphrase !== undefined))
    const { work, texts, codes } = content
    const drawn = packets.segmentsMadeHere()
    const isOnOwnSegment = ({ segment_id: segment }: { readonly segment_id: string }) => drawn.has(segment)
    // Told apart from what was returned before, wherever the files meet.
    const ending = before === 0 ? '-returned' : `-returned-${String(before + 1)}`
    return {
      file: { name: fileNameOf(study, round, coder.name, ending), bytes },
      transcripts: texts.length,
      codings: work.coding.length,
      screenings: work.screening.length,
      quotes: work.quote.length,
      memos: work.memo.length,
      newCodes: codes.filter(({ isNew }) => isNew).length,
      unknownSegments: answers === undefined ? 0 : work.screening.filter(isOnOwnSegment).length,
    }
  })
}

async function inspect(
  study: OpenStudy,
  { file, passphrase }: ParsedInput<'packets.inspect'>,
): Promise<Output<'packets.inspect'>> {
  const header = readPacketHeader(file.name, file.bytes)
  const isOfThisStudy = header.study === study.read.packets.study().id
  const { kind, madeAt } = header
  const isLocked = header.lock !== null
  const mayRead = kind === 'handout' && (!isLocked || passphrase !== undefined)
  const handout = mayRead ? await openHandout(file, passphrase) : null
  const opening = handout && isOfThisStudy ? previewHandout(study.read, handout) : handout && describeElsewhere(handout)
  return { kind, isLocked, madeAt, isOfThisStudy, opening }
}

/** What a packet brings into a study of its own: everything. */
function describeElsewhere({ content }: OpenedHandout): Output<'packets.open'> {
  const { study, round, coder, version, transcripts, codes, segments } = content
  return {
    study: study.title,
    round: round.name,
    coder: coder.name,
    version,
    transcripts: transcripts.map(({ name }) => name),
    newTranscripts: transcripts.length,
    newCodes: codes.length,
    changedCodes: 0,
    newSegments: segments.length,
  }
}

async function openHere(
  study: OpenStudy,
  { file, passphrase, coderId }: ParsedInput<'packets.open'>,
  task: Task,
): Promise<Output<'packets.open'>> {
  const handout = await openHandout(file, passphrase)
  const { header, content } = handout
  requireThisStudy(study.read, file.name, header)
  const known = study.read.packets.all().find(({ id }) => id === header.id)
  if (known?.state === 'out') throw new AxialError('packet-own', { name: file.name })
  if (known !== undefined) return previewHandout(study.read, handout)
  const detail = `${content.round.name}: ${content.coder.name}`
  return study.actLong({ action: 'packets.open', detail, coderId }, async () => {
    const brings = await runSteps(file.name, addHandout(study.write, handout), (progress) => task.step(progress))
    study.write.packets.add(receivedRecord(handout, file.bytes, study.at()))
    return brings
  })
}

async function register(
  study: OpenStudy,
  { files, coderId }: ParsedInput<'packets.register'>,
  task: Task,
): Promise<Output<'packets.register'>> {
  const { packets, people } = study.read
  const known = new Map(packets.all().map((packet) => [packet.id, packet]))
  const coming = files.map((file) => {
    const header = readPacketHeader(file.name, file.bytes)
    if (header.kind === 'handout') throw new AxialError('packet-kind-handout', { name: file.name })
    requireThisStudy(study.read, file.name, header)
    const coder = people.coders().find(({ id }) => id === header.coder)
    const round = people.rounds().find(({ id }) => id === header.round)
    if (coder === undefined || round === undefined) throw new AxialError('packet-other-coder', { name: file.name })
    const record = recordOf(header, file.bytes, 'sealed', header.lock !== null)
    const before = known.get(header.id)
    if (before?.state === 'sent') throw new AxialError('packet-own', { name: file.name })
    if (before !== undefined && before.digest !== record.digest) {
      throw new AxialError('packet-unfit', { name: file.name, detail: remark('packet-twice') })
    }
    if (before === undefined && !mayCode(round)) throw new AxialError('round-finished', { name: round.name })
    known.set(record.id, record)
    return { file, coder, round, record: { ...record, at: study.at() }, isNew: before === undefined }
  })
  const fresh = coming.filter(({ isNew }) => isNew)
  if (fresh.length > 0) {
    const detail = fresh.map(({ coder, round }) => `${round.name}: ${coder.name}`).join(', ')
    await study.actLong({ action: 'packets.register', detail, coderId }, async () => {
      for (const [index, { file, record }] of fresh.entries()) {
        study.write.packets.keep(record.digest, file.bytes)
        study.write.packets.add(record)
        await task.step({ done: index + 1, total: fresh.length, what: file.name })
      }
    })
  }
  return coming.map(({ file, coder, round, isNew }) => ({
    name: file.name,
    coder: coder.name,
    round: round.name,
    isNew,
  }))
}

function unseal(
  study: OpenStudy,
  { roundId, reason, coderId }: ParsedInput<'packets.unseal'>,
): Output<'packets.unseal'> {
  requireModerator(study, coderId)
  const round = requireRound(study.read, roundId)
  const packets = study.read.packets.all().filter((one) => one.roundId === roundId)
  const sealed = packets.filter(({ state }) => state === 'sealed')
  if (sealed.length === 0) throw new AxialError('packets-none', { name: round.name })
  const why = reason.trim()
  const isEarly = !areAllIn(packets)
  if (isEarly && why === '') {
    const names = stillOut(packets).map((id) => study.coder(asId(id)).name)
    throw new AxialError('packets-still-out', { names: names.join(', ') })
  }
  const detail = isEarly ? `${round.name}: ${why}` : round.name
  // Taken back, it would say that packets are sealed that have been looked into.
  study.act({ action: 'packets.unseal', detail, coderId, isFinal: true }, () => {
    for (const { id } of sealed) study.write.packets.setState(id, 'opened', isEarly ? why : null)
  })
  return { opened: sealed.length }
}
