import path from 'node:path'
import type { PacketOpening } from '../contract/packets.ts'
import { AxialError } from '../../domain/errors.ts'
import { PACKET_LIMIT } from '../../formats/packet/seal.ts'
import { argument, given, misuse, option, optionsOf, report, type Command, type CommandContext } from './command.ts'
import { countText } from './figures.ts'
import { readInput } from './input-files.ts'
import { oneNamed } from './one-named.ts'
import { openStudy, PASSPHRASE, passphraseOf, STUDY, studyPath } from './open-study.ts'
import { writeFiles } from './output-files.ts'
import { packetMerge } from './packet-merge-command.ts'
import { PACKET_PASSPHRASE, PACKET_PASSPHRASES, packetPassphraseOf, packetPassphrasesOf } from './packet-passphrases.ts'

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
    const file = await readInput(context.folder, argument(parsed, 'FILE'), PACKET_LIMIT / 1_000_000)
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

async function roundNamed(context: CommandContext, name: string) {
  return oneNamed('round', await context.call('rounds.list', {}), name).id
}

export const packetCommands: readonly Command[] = [packetCreate, packetOpen, packetMerge]
