import type { Aggregates } from '../../db/aggregates.ts'
import { codebookOf, PATH_SEPARATOR, pathOf, type Code } from '../../domain/codebook/codebook.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import type { CodeRow } from '../../domain/packet/packet.ts'
import type { TablePlan } from '../../domain/packet/work.ts'
import { readReturned } from '../../formats/packet/content.ts'
import { openPacket } from '../../formats/packet/seal.ts'
import type { Output, ParsedInput } from '../contract.ts'
import type { IncomingPacket } from '../contract/packets.ts'
import type { OpenStudy } from '../study/open-study.ts'
import { PACKET_EXTENSION, runSteps } from './files.ts'
import { applyReturns, changesOf, isSuperseded, planReturns, type OpenedReturn, type PlannedReturn } from './merging.ts'
import { requireModerator, requireRound, requireUnfinished } from './round.ts'
import { inHundredths, type Task } from '../task.ts'

/** What merging opened packets would do. */
export async function previewMerge(
  study: OpenStudy,
  input: ParsedInput<'packets.preview'>,
): Promise<Output<'packets.preview'>> {
  return describe(study.read, await planMerge(study, study.read, input))
}

/** Merges opened packets, as one action. */
export async function mergePackets(
  study: OpenStudy,
  input: ParsedInput<'packets.merge'>,
  task: Task,
): Promise<Output<'packets.merge'>> {
  const { roundId, coderId } = input
  const round = requireUnfinished(study.read, roundId)
  const planned = await planMerge(study, study.write, input)
  const described = describe(study.write, planned)
  if (described.changes === 0 && planned.every(({ packet }) => packet.state === 'merged')) return described
  const names = [...new Set(described.packets.map(({ coder }) => coder))].join(', ')
  await study.actLong({ action: 'packets.merge', detail: `${round.name}: ${names}`, coderId }, async () => {
    const work = applyReturns(study.write, planned, round.name)
    // How much there is of another's blind work is not for whoever waits to know.
    await runSteps(round.name, work, (progress) => task.step(inHundredths(progress)))
  })
  return described
}

/** Reads the opened packets that are asked for and plans what merging them does. */
async function planMerge(
  study: OpenStudy,
  rows: Aggregates,
  { roundId, packets: asked, passphrase, passphrases, coderId }: ParsedInput<'packets.merge'>,
): Promise<readonly PlannedReturn[]> {
  requireModerator(study, coderId)
  const round = requireRound(rows, roundId)
  const all = rows.packets.all()
  const returned = all.filter((one) => one.roundId === roundId && one.kind === 'return' && one.state !== 'sent')
  // Where all are merged, they are looked through again: what could not be taken then may fit now.
  const usual = returned.some(({ state }) => state === 'opened' || state === 'sealed') ? 'opened' : 'merged'
  const chosen = returned.filter(({ id, state }) => asked?.includes(id) ?? state === usual)
  if (chosen.some(({ state }) => state === 'sealed')) throw new AxialError('packets-sealed', { name: round.name })
  if (chosen.length === 0) {
    const reason = returned.some(({ state }) => state === 'sealed') ? 'packets-sealed' : 'packets-none'
    throw new AxialError(reason, { name: round.name })
  }
  const returns: OpenedReturn[] = []
  for (const packet of chosen) {
    const name = `${study.coder(asId(packet.holderId)).name}${PACKET_EXTENSION}`
    // Whoever returned twice need not know the first passphrase any more.
    if (isSuperseded(packet, chosen, all)) {
      returns.push({ packet, file: name, content: null })
      continue
    }
    const bytes = rows.packets.content(packet.digest)
    if (bytes === null) throw new AxialError('packet-damaged', { name })
    const word = Object.hasOwn(passphrases, packet.id) ? passphrases[packet.id] : passphrase
    const { content } = await openPacket(name, bytes, word ?? null)
    returns.push({ packet, file: name, content: readReturned(name, content) })
  }
  return planReturns(rows, returns)
}

function describe(rows: Aggregates, planned: readonly PlannedReturn[]): Output<'packets.merge'> {
  const names = new Map<string, string>(rows.people.coders().map(({ id, name }) => [id, name]))
  // Every name as it will be when all of them are merged.
  const codes = new Map(rows.packets.codes().map((code) => [code.id, code]))
  for (const { plan } of planned) {
    for (const code of plan?.codes.added ?? []) codes.set(code.id, code)
    for (const { after } of plan?.codes.changed ?? []) codes.set(after.id, after)
  }
  const codebook = codebookOf([...codes.values()].map(codeOf))
  const pathTo = (id: string) => pathOf(codebook, asId<'code'>(id)).join(PATH_SEPARATOR)
  const packets = planned.map(({ packet, plan }): IncomingPacket => {
    const returning = new Set(plan?.codes.returning)
    return {
      id: packet.id,
      coder: names.get(packet.holderId) ?? '',
      isOlder: plan === null,
      wasMerged: packet.state === 'merged',
      codings: countsOf(plan?.work.coding),
      screenings: countsOf(plan?.work.screening),
      quotes: countsOf(plan?.work.quote),
      memos: countsOf(plan?.work.memo),
      newCodes: (plan?.codes.added ?? []).filter(({ id }) => !returning.has(id)).map(({ id }) => pathTo(id)),
      returningCodes: [...returning].map(pathTo),
      mergedCodes: (plan?.followed ?? []).map(({ name, to }) => ({ name, as: pathTo(to) })),
      clashes: (plan?.codes.clashes ?? []).map(({ id, name }) => ({ name, as: pathTo(id) })),
      renamed: (plan?.codes.changed ?? [])
        .filter(({ before, after }) => before.name !== after.name)
        .map(({ before, after }) => ({ name: before.name, as: pathTo(after.id) })),
      proposals: (plan?.codes.proposals ?? []).map(({ id, fields }) => ({ code: pathTo(id), fields: [...fields] })),
    }
  })
  return { packets, changes: planned.reduce((sum, { plan }) => sum + (plan === null ? 0 : changesOf(plan)), 0) }
}

function countsOf(plan: TablePlan | undefined): IncomingPacket['codings'] {
  const { added = [], changed = [], removed = [], same = 0, leftOut = 0 } = plan ?? {}
  return { added: added.length, changed: changed.length, removed: removed.length, same, leftOut }
}

function codeOf({ id, parent_id: parentId, retired_at: retiredAt, ...code }: CodeRow): Code {
  return { ...code, id: asId(id), parentId: parentId === null ? null : asId(parentId), retired: retiredAt !== null }
}
