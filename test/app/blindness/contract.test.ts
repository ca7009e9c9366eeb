import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Input } from '../../../app/contract.ts'
import { AxialError } from '../../../domain/errors.ts'
import type { CoderId } from '../../../domain/ids.ts'
import { exchangePackets } from '../../fixtures/twin-packets.ts'
import { createTwin, type HiddenWork, type TwinStudy } from '../../fixtures/twin-studies.ts'
import { BECAUSE, type Asked, type NamesOf, type Questions } from './asked.ts'
import { READS } from './reads.ts'
import { REFUSED, WRITES } from './writes.ts'

/*
 * Two studies that are equal but for what Bea did in a blind round (codings, examples, screenings, quotes, memos, an
 * automatic coding, a split of her own codings, a packet that was merged and one that is sealed) are asked everything there is to ask. Ada and the moderator must be
 * answered alike, and refused alike.
 *
 * What is everyone's at once and so is not hidden: the codebook with its versions, guide questions, segments, the texts
 * of transcripts with their corrections, participants, the catalog, surveys, who is in the study, and the rounds. Of the
 * history: what changed any of these, whoever's work went along. What others did in rounds that are open.
 */

/** Those that open and close files, not what is in them. */
const SESSIONS = [
  'packets.openAsStudy',
  'workspace.close',
  'workspace.create',
  'workspace.open',
  'workspace.status',
  'workspace.studies',
]

let folder = ''
let withWork: Asked
let without: Asked

/** The round that is open is reviewed, in both alike, and one of its disagreements decided. */
async function review({ call, turnOf, mo, ada, openRound }: TwinStudy): Promise<void> {
  turnOf('Mo')
  await call('review.start', { roundId: openRound, moderatorId: mo })
  const { items } = await call('review.queue', { roundId: openRound })
  const [first, second] = items
  if (first === undefined || second === undefined) throw new Error('there are two disagreements')
  const outcome = { kind: 'take' as const, coders: [ada] }
  await call('review.decide', { roundId: openRound, itemId: first.id, coderId: mo, outcome, reason: BECAUSE })
  await call('review.note', { roundId: openRound, itemId: second.id, coderId: mo, body: 'Ask Ada.' })
}

async function viewed(study: TwinStudy, guessed: HiddenWork, viewer: CoderId): Promise<Asked> {
  const list = await study.call('history.list', { coderId: viewer, limit: 1000 })
  const { revisionId } = await study.call('transcripts.read', { id: study.transcripts.P2 })
  return { ...study, guessed, revisionId, actions: list.map(({ id }) => id) }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'axial-test-'))
  const twins = [await createTwin(join(folder, 'with'), true), await createTwin(join(folder, 'without'), false)]
  const [one, two] = twins
  if (one === undefined || one.work === null || two === undefined) throw new Error('two studies were made')
  for (const [index, { study }] of twins.entries()) {
    await exchangePackets(study, join(folder, `machine-${String(index)}`), index === 0)
    await review(study)
  }
  withWork = await viewed(one.study, one.work, one.study.ada)
  without = await viewed(two.study, one.work, two.study.ada)
})

afterAll(async () => {
  await withWork.workspace.close()
  await without.workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

async function outcomeOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { answer: comparable(await work()) }
  } catch (error) {
    if (!(error instanceof AxialError)) throw error
    return { refusal: error.reason, says: error.message, params: comparable(error.params) }
  }
}

/** Numbers of actions are consecutive over all coders, and are no part of what a person is shown. */
function comparable(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (['id', 'subjectId', 'laterId'].includes(key) && typeof part === 'number') return 'an action'
    if (key !== 'bytes' || typeof part !== 'object' || part === null) return part
    const bytes = Uint8Array.from(Object.values(part).map(Number))
    return bytes[0] === 0x50 ? createHash('sha256').update(bytes).digest('hex') : new TextDecoder().decode(bytes)
  })
  return JSON.parse(text) as unknown
}

const readNames = Object.keys(READS) as NamesOf<'read'>[]
const writeNames = Object.keys(WRITES) as NamesOf<'write'>[]

describe('the contract', () => {
  it('has an entry here for each of its procedures', () => {
    const named = [...readNames, ...writeNames, ...SESSIONS].toSorted()
    expect(named).toEqual(Object.keys(contract).toSorted())
  })
})

describe('while a round is blind', () => {
  it('the two studies differ, and Bea sees so', async () => {
    const { bea, call, transcripts } = withWork
    const codings = { transcriptId: transcripts.P1, coderId: bea }
    expect((await call('codings.list', codings)).length).toBeGreaterThan(
      (await without.call('codings.list', codings)).length,
    )
    const fromAfar = async ({ call }: Asked) =>
      (await call('memos.list', { coderId: bea })).filter(({ title }) => title === 'From afar').length
    expect([await fromAfar(withWork), await fromAfar(without)]).toEqual([2, 0])
  })

  describe.each(['Ada', 'Mo'] as const)('what another did in it is not told %s', (who) => {
    it.each(readNames)('by %s', async (name) => {
      const viewer = who === 'Ada' ? withWork.ada : withWork.mo
      const one = who === 'Ada' ? withWork : await viewed(withWork, withWork.guessed, viewer)
      const two = who === 'Ada' ? without : await viewed(without, without.guessed, viewer)
      await expectAlike(name, READS[name], one, two, viewer)
    })
  })

  async function expectAlike<Name extends NamesOf<'read'>>(
    name: Name,
    questions: Questions<'read'>[Name],
    one: Asked,
    two: Asked,
    viewer: CoderId,
  ) {
    const inputs = questions(one, viewer)
    const others = questions(two, viewer)
    expect(inputs.length).toBeGreaterThan(0)
    expect(inputs).toHaveLength(others.length)
    for (const [index, input] of inputs.entries()) {
      const other = others[index]
      if (other === undefined) throw new Error('as many questions of both')
      const told = await outcomeOf(() => one.call(name, input))
      expect(told, JSON.stringify(input)).toEqual(await outcomeOf(() => two.call(name, other)))
    }
  }

  describe.each(['Ada', 'Mo'] as const)('what %s does', (who) => {
    it.each(writeNames)('shows nothing of it in an answer of %s nor in a refusal', async (name) => {
      await expectAlikeWritten(name, WRITES[name], who)
    })
  })

  async function expectAlikeWritten<Name extends NamesOf<'write'>>(
    name: Name,
    questions: Questions<'write'>[Name],
    who: 'Ada' | 'Mo',
  ) {
    const viewer = who === 'Ada' ? withWork.ada : withWork.mo
    const others = questions(without, viewer)
    for (const [index, input] of questions(withWork, viewer).entries()) {
      const other = others[index]
      if (other === undefined) throw new Error('as many questions of both')
      for (const study of [withWork, without]) study.turnOf(who)
      const told = await outcomeOf(() => withWork.call(name, input))
      expect(told, JSON.stringify(input)).toEqual(await outcomeOf(() => without.call(name, other)))
      const wasDone = typeof told === 'object' && told !== null && 'answer' in told
      if (!wasDone) continue
      const back = name === 'history.undo' ? 'history.redo' : 'history.undo'
      const undone = await outcomeOf(() => withWork.call(back, { coderId: viewer }))
      expect(undone, 'taken back').toEqual(await outcomeOf(() => without.call(back, { coderId: viewer })))
    }
  }

  it.each(REFUSED)('%s is refused where it would undo it, and says no more', async (...refused) => {
    await expectRefused(...refused)
  })

  async function expectRefused<Name extends NamesOf<'write'>>(
    name: Name,
    inputOf: (study: Asked, coderId: CoderId) => Input<Name>,
    reason: string,
    params: Readonly<Record<string, unknown>>,
  ) {
    const failure: unknown = await withWork.call(name, inputOf(withWork, withWork.ada)).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason, params })
    expect(JSON.stringify(failure)).not.toMatch(/Bea/)
  }
})
