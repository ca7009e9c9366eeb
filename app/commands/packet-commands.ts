import path from 'node:path'
import type { IncomingPacket, PacketChange, PacketOpening } from '../contract/packets.ts'
import { AxialError } from '../../domain/errors.ts'
import { countNamesGivenApart } from '../../domain/packet/codes.ts'
import { PACKET_EXTENSION } from '../packets/files.ts'
import { PACKET_LIMIT } from '../../formats/packet/seal.ts'
import {
  argument,
  argumentsOf,
  given,
  misuse,
  option,
  optionsOf,
  report,
  type Command,
  type CommandContext,
} from './command.ts'
import { countText } from './figures.ts'
import { readInput } from './input-files.ts'
import { PACKET_PASSPHRASE, PACKET_PASSPHRASES, packetPassphraseOf, packetPassphrasesOf } from './packet-passphrases.ts'
import { openStudy, PASSPHRASE, passphraseOf, STUDY, studyPath } from './open-study.ts'
import { writeFiles } from './output-files.ts'

const packetCreate: Command = {
  words: ['packet', 'create'],
  summary: 'Makes packets for coders on other machines, or the packet that a coder gives back.',
  arguments: [STUDY],
  options: {
    round: { value: 'NAME', required: true, help: 'the round that is coded' },
    coder: { value: 'NAME', repeatable: true, help: 'for this coder; for every coder of the study when not given' },
    returned: { help: 'the packet that the coder gives back: everything they did in the round' },
    transcript: { value: 'NAME', repeatable: true, help: 'only this transcript; all when not given' },
    'without-memos': { help: 'with --returned: the coder’s memos stay behind' },
    out: { value: 'DIR', required: true, help: 'the folder to write into; made when absent' },
    ...PACKET_PASSPHRASES,
    ...PASSPHRASE,
  },
  example: 'axial packet create hospital --round "Round 1" --coder Ada --coder Ben --out packets',
  notes: [
    'A packet holds the transcripts with their words, the codebook and the segments; of codings, screenings, quotes and memos only those of its coder.',
    'A packet without a passphrase can be read by whoever has the file.',
  ],
  async run(context, parsed) {
    const out = path.resolve(context.folder, option(parsed, 'out') ?? '')
    const words = packetPassphrasesOf(context, parsed)
    await openStudy(context, parsed)
    const roundId = await roundNamed(context, option(parsed, 'round') ?? '')
    const all = await context.call('coders.list', {})
    const named = optionsOf(parsed, 'coder').map((name) => oneNamed('coder', all, name))
    const passphrases = Object.fromEntries([...words.of].map(([name, word]) => [oneNamed('coder', all, name).id, word]))
    if (parsed.flags.has('returned')) {
      const [coder, ...others] = named
      if (coder === undefined || others.length > 0) throw misuse(parsed.command, '--returned takes one --coder')
      const memos = parsed.flags.has('without-memos') ? ('none' as const) : ('all' as const)
      const { file, ...holds } = await context.call('packets.giveBack', {
        roundId,
        coderId: coder.id,
        memos,
        ...given({ passphrase: words.of.get(coder.name) ?? words.others }),
      })
      await writeFiles(out, [file], context.signal)
      const text = `Wrote ${path.join(out, file.name)}: ${countText(holds.codings, 'coding')}, ${countText(holds.screenings, 'screening')}, ${countText(holds.quotes, 'quote')}, ${countText(holds.memos, 'memo')}, ${countText(holds.newCodes, 'new code')}.`
      return report({ out, packets: [{ coder: coder.name, file: file.name, ...holds }] }, text)
    }
    const coders = named.length > 0 ? named : all.filter(({ kind }) => kind === 'coder')
    if (coders.length === 0) throw new AxialError('not-found', { what: 'coder', name: '' })
    const names = optionsOf(parsed, 'transcript')
    const listed = names.length === 0 ? [] : await context.call('transcripts.list', {})
    const transcripts = names.map((name) => oneNamed('transcript', listed, name).id)
    const made = await context.call('packets.handOut', {
      roundId,
      coders: coders.map(({ id }) => id),
      passphrases,
      ...given({ passphrase: words.others, transcripts: names.length === 0 ? undefined : transcripts }),
    })
    const files = made.map(({ file }) => file)
    await writeFiles(out, files, context.signal)
    const lines = made.map(
      ({ coder, file, transcripts, codes, segments }) =>
        `${coder}: ${path.join(out, file.name)} (${countText(transcripts, 'transcript')}, ${countText(codes, 'code')}, ${countText(segments, 'segment')})`,
    )
    const packets = made.map(({ file, ...one }) => ({ ...one, file: file.name }))
    return report({ out, packets }, lines.join('\n'))
  },
}

const packetOpen: Command = {
  words: ['packet', 'open'],
  summary: 'Opens a packet that was handed out, in the study it belongs to or as a new one.',
  arguments: [STUDY, { name: 'FILE', help: 'the packet' }],
  options: {
    new: { help: 'make STUDY of the packet; it must not be there yet' },
    'dry-run': { help: 'say what the packet holds, and change nothing; not with --new' },
    ...PACKET_PASSPHRASE,
    ...PASSPHRASE,
  },
  example: 'axial packet open hospital hospital-round-1-ada.axialpacket --new',
  async run(context, parsed) {
    const file = await readInput(context.folder, argument(parsed, 'FILE'), PACKET_MEGABYTES)
    const passphrase = packetPassphraseOf(context, parsed)
    if (parsed.flags.has('new')) {
      if (parsed.flags.has('dry-run')) throw misuse(parsed.command, '--dry-run needs a study that is there')
      const study = await context.call('packets.openAsStudy', {
        file,
        path: studyPath(context.folder, argument(parsed, 'STUDY')),
        ...given({ passphrase, studyPassphrase: passphraseOf(context, parsed) }),
      })
      return report(study, `Created "${study.title}" in ${study.path}.`)
    }
    await openStudy(context, parsed)
    if (!parsed.flags.has('dry-run')) {
      const brought = await context.call('packets.open', { file, ...given({ passphrase }) })
      return report(brought, `Opened: ${openingText(brought)}.`)
    }
    const inspected = await context.call('packets.inspect', { file, ...given({ passphrase }) })
    if (inspected.kind === 'return') throw new AxialError('packet-kind-return', { name: file.name })
    const { opening } = inspected
    if (opening === null) throw new AxialError('packet-locked', { name: file.name })
    return report(opening, `Would open: ${openingText(opening)}.`)
  },
}

function openingText(opening: PacketOpening): string {
  const { coder, round, newTranscripts, transcripts, newCodes, changedCodes, newSegments } = opening
  return [
    `${coder}, ${round}: ${newTranscripts} of ${countText(transcripts.length, 'transcript')} new`,
    countText(newCodes, 'new code'),
    `${countText(changedCodes, 'code')} changed`,
    countText(newSegments, 'new segment'),
  ].join(', ')
}

const packetMerge: Command = {
  words: ['packet', 'merge'],
  summary: 'Takes in the packets that coders gave back, and merges them when all of a round are in.',
  arguments: [STUDY, { name: 'FILE', help: 'packets that coders gave back', many: true }],
  options: {
    early: { value: 'REASON', help: 'open the packets before all are in; the history keeps why' },
    sealed: { help: 'take them in sealed, and leave it at that' },
    preview: { help: 'take them in and open them, say what merging would do, and leave it at that' },
    ...PACKET_PASSPHRASES,
    ...PASSPHRASE,
  },
  example: 'axial packet merge hospital ada-returned.axialpacket ben-returned.axialpacket',
  notes: [
    'Each packet may have a passphrase of its own: --packet-passphrase-env Ada=ADA_WORD --packet-passphrase-env Ben=BEN_WORD.',
    'Merging the same packet again changes nothing. Packets may come in any order.',
    'Exit status 1: packets of the round are still out, so that what came in stays sealed.',
  ],
  async run(context, parsed) {
    const files = []
    for (const name of argumentsOf(parsed, 'FILE')) {
      files.push(await readInput(context.folder, name, PACKET_MEGABYTES))
    }
    const words = packetPassphrasesOf(context, parsed)
    const reason = option(parsed, 'early')
    await openStudy(context, parsed)
    const people = await context.call('coders.list', {})
    const own = Object.fromEntries([...words.of].map(([name, word]) => [oneNamed('coder', people, name).id, word]))
    // Opening packets is final: passphrases are tried before anything is done.
    if (words.of.size > 0 || words.others !== undefined) {
      await context.call('packets.tryPassphrases', { files, passphrases: own, ...given({ passphrase: words.others }) })
    }
    const registered = await context.call('packets.register', { files })
    const count = countText(registered.filter(({ isNew }) => isNew).length, 'new packet')
    const head = `Took in ${count} of ${registered.length}.`
    if (parsed.flags.has('sealed')) return report({ registered, rounds: [] }, `${head} Sealed.`)
    const names = new Set(registered.map(({ round }) => round))
    const listed = (await context.call('packets.list', {})).filter(({ round }) => names.has(round.name))
    const waiting = listed.filter(({ sealed, stillOut }) => sealed > 0 && stillOut.length > 0)
    if (waiting.length > 0 && reason === undefined) {
      const out = waiting.map(({ round, stillOut }) => ({ round: round.name, stillOut }))
      const text = out.map(
        ({ round, stillOut }) => `${round}: still out with ${stillOut.join(', ')}; nothing is merged.`,
      )
      return report({ registered, stillOut: out, rounds: [] }, [head, ...text].join('\n'), true)
    }
    const locked = listed.flatMap(({ coders }) =>
      coders.filter(({ in: back }) => back?.isLocked === true && back.state !== 'merged'),
    )
    const wanting = locked.find(({ coder }) => words.others === undefined && !words.of.has(coder))
    if (wanting !== undefined) {
      throw new AxialError('packet-locked', { name: `${wanting.coder}${PACKET_EXTENSION}` })
    }
    const rounds = []
    for (const { round, sealed, coders } of listed) {
      const roundId = round.id
      if (sealed > 0) await context.call('packets.unseal', { roundId, ...given({ reason }) })
      // Of a coder who returned twice the newest counts, and no other is read.
      const passphrases = Object.fromEntries(
        coders.flatMap(({ coder, in: back }) => {
          const word = words.of.get(coder)
          return back === null || word === undefined ? [] : [[back.id, word] as const]
        }),
      )
      const input = { roundId, passphrases, ...given({ passphrase: words.others }) }
      const merged = !parsed.flags.has('preview')
      const outcome = await context.call(merged ? 'packets.merge' : 'packets.preview', input)
      rounds.push({ round: round.name, merged, ...outcome })
    }
    const text = rounds.flatMap(({ round, merged, packets, changes }) => [
      changes === 0
        ? `${round}: everything is here already.`
        : `${round}: ${merged ? 'merged' : 'would merge'}, ${countText(changes, 'row')} changed.`,
      ...packets.flatMap(packetText),
      ...sharedNamesText(packets, argument(parsed, 'STUDY')),
    ])
    return report({ registered, rounds }, [head, ...text].join('\n'))
  },
}

function packetText(packet: IncomingPacket): readonly string[] {
  const {
    coder,
    isOlder,
    codings,
    screenings,
    quotes,
    memos,
    newCodes,
    returningCodes,
    mergedCodes,
    clashes,
    renamed,
    proposals,
  } = packet
  if (isOlder) return [`  ${coder}: a later packet is here already; this one changes nothing.`]
  const parts = [
    `codings ${changeText(codings)}`,
    `screenings ${changeText(screenings)}`,
    `quotes ${changeText(quotes)}`,
    `memos ${changeText(memos)}`,
    `new codes: ${newCodes.length === 0 ? 'none' : newCodes.join(', ')}`,
    ...(returningCodes.length === 0 ? [] : [`codes that come back: ${returningCodes.join(', ')}`]),
    ...mergedCodes.map(({ name, as }) => `"${name}" was merged here: its work goes to ${as}`),
    ...proposals.map(
      ({ code, fields }) => `changed there, kept here: ${code} (${fields.map((one) => one.field).join(', ')})`,
    ),
  ]
  const names = [...clashes, ...renamed].map(({ name, as }) => `    "${name}" becomes "${as}"`)
  return [`  ${coder}: ${parts.join('; ')}`, ...names]
}

/** Where names clash: what was made of them, and the way on. */
function sharedNamesText(packets: readonly IncomingPacket[], study: string): readonly string[] {
  const names = countNamesGivenApart(packets.flatMap(({ clashes }) => clashes))
  if (names === 0) return []
  return [
    `  ${countText(names, 'name')} given by several, apart: each has a code of its own. When the round is open, axial harmonise ${study} shows them, and --map-same-names counts them as one.`,
  ]
}

function changeText({ added, changed, removed, same, leftOut }: PacketChange): string {
  const said = [
    `+${added}`,
    ...(changed === 0 ? [] : [`~${changed}`]),
    ...(removed === 0 ? [] : [`-${removed}`]),
    ...(same === 0 ? [] : [`=${same}`]),
    ...(leftOut === 0 ? [] : [`left out ${leftOut}`]),
  ]
  return said.join(' ')
}

const PACKET_MEGABYTES = PACKET_LIMIT / 1_000_000

async function roundNamed(context: CommandContext, name: string) {
  return oneNamed('round', await context.call('rounds.list', {}), name).id
}

function oneNamed<One extends { readonly name: string }>(
  what: 'coder' | 'round' | 'transcript',
  all: readonly One[],
  name: string,
): One {
  const found = all.find((one) => one.name === name)
  if (found === undefined) throw new AxialError('not-found', { what, name })
  return found
}

export const packetCommands: readonly Command[] = [packetCreate, packetOpen, packetMerge]
