import type { Output } from '../contract.ts'
import type { IncomingPacket, PacketChange, PacketRound } from '../contract/packets.ts'
import { AxialError, reportOf, sentenceParts } from '../../domain/errors.ts'
import { countNamesGivenApart } from '../../domain/packet/codes.ts'
import { PACKET_EXTENSION } from '../packets/files.ts'
import { PACKET_LIMIT } from '../../formats/packet/seal.ts'
import { argument, argumentsOf, given, option, report, type Command, type CommandContext } from './command.ts'
import { countText } from './figures.ts'
import { readInput } from './input-files.ts'
import { oneNamed } from './one-named.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { PACKET_PASSPHRASES, packetPassphrasesOf, type PacketWords } from './packet-passphrases.ts'

export const packetMerge: Command = {
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
      files.push(await readInput(context.folder, name, PACKET_LIMIT / 1_000_000))
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
    const fresh = registered.filter(({ isNew }) => isNew).length
    const count = countText(fresh, 'new packet')
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
    const isMerging = !parsed.flags.has('preview')
    const rounds = await openRounds(context, listed, { words, reason, isMerging, taken: fresh === 0 ? null : count })
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

interface Opening {
  readonly words: PacketWords
  readonly reason: string | undefined
  readonly isMerging: boolean
  /** How many packets were taken in just before; null where none were. */
  readonly taken: string | null
}

type OpenedRound = Output<'packets.merge'> & { readonly round: string; readonly merged: boolean }

/**
 * Opens the packets of the rounds and merges them, or looks into them.
 * @throws AxialError packets-part-done, packets-part-cancelled: of several steps the first are saved when the last one fails
 */
async function openRounds(
  context: CommandContext,
  listed: readonly PacketRound[],
  { words, reason, isMerging, taken }: Opening,
): Promise<readonly OpenedRound[]> {
  const rounds: OpenedRound[] = []
  const done = taken === null ? [] : [`${taken} taken in`]
  try {
    const locked = listed.flatMap(({ coders }) =>
      coders.filter(({ in: back }) => back?.isLocked === true && back.state !== 'merged'),
    )
    const wanting = locked.find(({ coder }) => words.others === undefined && !words.of.has(coder))
    if (wanting !== undefined) {
      throw new AxialError('packet-locked', { name: `${wanting.coder}${PACKET_EXTENSION}` })
    }
    for (const { round, sealed, coders } of listed) {
      const roundId = round.id
      if (sealed > 0) {
        await context.call('packets.unseal', { roundId, ...given({ reason }) })
        done.push(`those of ${round.name} opened`)
      }
      // Of a coder who returned twice the newest counts, and no other is read.
      const passphrases = Object.fromEntries(
        coders.flatMap(({ coder, in: back }) => {
          const word = words.of.get(coder)
          return back === null || word === undefined ? [] : [[back.id, word] as const]
        }),
      )
      const input = { roundId, passphrases, ...given({ passphrase: words.others }) }
      const outcome = await context.call(isMerging ? 'packets.merge' : 'packets.preview', input)
      rounds.push({ round: round.name, merged: isMerging, ...outcome })
      if (isMerging) done.push(`${round.name} merged`)
    }
    return rounds
  } catch (error) {
    throw partDone(error, done)
  }
}

/** The failure, with what was done before it and stays. */
function partDone(error: unknown, done: readonly string[]): unknown {
  if (done.length === 0) return error
  const { reason, params } = reportOf(error)
  const [detail] = sentenceParts(reason, params, 'en')
  const part = reason === 'cancelled' ? 'packets-part-cancelled' : 'packets-part-done'
  return new AxialError(part, { detail, done: done.join(', ') }, error)
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
