import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call, Contract, Output, ProcedureName } from '../../../app/contract.ts'
import type { FilePayload } from '../../../app/contract/values.ts'
import { createWorkspace } from '../../../app/workspace.ts'
import { connect } from '../../../db/connection.ts'
import { AxialError } from '../../../domain/errors.ts'
import { ANSWERS } from '../../../domain/screening.ts'
import { spanOf, type Span } from '../../../domain/span.ts'
import type { CoderId, RoundId, TranscriptId } from '../../../domain/ids.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { textFile } from '../../fixtures/study.ts'
import { createTwin, sampleFile, type TwinStudy } from '../../fixtures/twin-studies.ts'

/** A study, somebody who works on it, and numbers by which they choose what to work on. */
interface Worker {
  readonly call: Call
  readonly coderId: CoderId
  readonly roundId: RoundId
  /** One of these; the procedure is passed by where there is none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** A word that was not used yet. */
  readonly word: () => string
}

/** There is nothing to do this to just now. */
class NothingThere extends Error {}

type WriteName = {
  [Name in ProcedureName]: Contract[Name]['kind'] extends 'write' ? Name : never
}[ProcedureName]

/** What walks the steps back and forth itself; and the opening of a round and of packets, which are final. */
type Walking = 'history.undo' | 'history.redo' | 'rounds.open' | 'packets.unseal'

const codesOf = ({ call, coderId }: Worker) => call('codes.list', { coderId })
const transcriptOf = async ({ call, pick }: Worker) =>
  pick((await call('transcripts.list', {})).filter(({ turns }) => turns < 100))

async function codingsOf(worker: Worker) {
  const { call, coderId } = worker
  const transcripts = await call('transcripts.list', {})
  const lists = await Promise.all(transcripts.map(({ id }) => call('codings.list', { transcriptId: id, coderId })))
  return lists.flat()
}

async function ownCodingOf(worker: Worker) {
  const { coderId, roundId, pick } = worker
  return pick((await codingsOf(worker)).filter((one) => one.coderId === coderId && one.roundId === roundId))
}

/** One word of a transcript, or several. */
async function wordsIn({ call, pick }: Worker, id: TranscriptId): Promise<Span> {
  const { text } = await call('transcripts.read', { id })
  const starts = [...text.matchAll(/\S+/g)].map((match) => [match.index, match.index + match[0].length] as const)
  const [start] = pick(starts)
  const [, end] = pick(starts.filter(([from]) => from >= start && from < start + 20))
  const span = spanOf(start, end)
  if (span === null) throw new NothingThere()
  return span
}

async function segmentOf(worker: Worker) {
  const { call, pick } = worker
  const transcripts = await call('transcripts.list', {})
  const lists = await Promise.all(transcripts.map(({ id }) => call('segments.list', { transcriptId: id })))
  return pick(lists.flat())
}

async function harmonisedPairOf({ call, coderId, pick }: Worker) {
  const { id: roundId } = pick(
    (await call('rounds.list', {})).filter(({ kind, state }) => kind === 'independent' && state === 'open'),
  )
  const codes = await call('codes.list', { coderId })
  return { roundId, codeId: pick(codes).id, otherId: pick(codes).id, coderId }
}

async function ownMemoOf({ call, coderId, pick }: Worker) {
  return pick((await call('memos.list', { coderId })).filter(({ mayChange }) => mayChange))
}

async function reviewableRound({ call, pick }: Worker) {
  return pick((await call('review.rounds', {})).filter(({ state }) => state === 'open')).roundId
}

/** A disagreement of a round that is open, or something its coders agree on. */
async function itemOf(worker: Worker) {
  const roundId = await reviewableRound(worker)
  const states = ['open', 'decided', 'settled'] as const
  const { items } = await worker.call('review.queue', { roundId, states: [...states] })
  return { roundId, item: worker.pick(items) }
}

const csv = (lines: readonly string[]) => textFile('codes.csv', ['name,definition', ...lines].join('\n'))

/** How each procedure is used. Whatever they choose, what is answered is taken back whole, and what is refused changed nothing. */
const WORKS: { readonly [Name in Exclude<WriteName, Walking>]: (worker: Worker) => Promise<unknown> } = {
  'autoCoding.apply': async (worker) => {
    const { call, coderId, roundId, pick, word } = worker
    const source = { kind: 'search', query: 'the OR what OR wrong', filters: {}, scope: 'turns' } as const
    const { passages } = await call('autoCoding.preview', { source, coderId, roundId })
    const codeId = pick(await codesOf(worker)).id
    const code = pick([{ id: codeId }, { path: `${word()} / ${word()}` }])
    return call('autoCoding.apply', { source, code, coderId, roundId, passages })
  },
  'autoCoding.saveQuestions': ({ call, coderId, word }) =>
    call('autoCoding.saveQuestions', { questions: [word(), word()], coderId }),
  'codebook.import': async (worker) => {
    const { call, coderId, pick, word } = worker
    const { name } = pick(await codesOf(worker))
    const otherwise = pick(['mine', 'theirs', 'both'] as const)
    const file = csv([`${name},${word()}`, `${word()},new`])
    return call('codebook.import', { source: { from: 'file', file }, otherwise, coderId })
  },
  'coders.create': ({ call, coderId, word }) => call('coders.create', { name: word(), kind: 'coder', coderId }),
  'codes.create': async (worker) => {
    const { call, coderId, pick, word } = worker
    const parentId = pick([null, pick(await codesOf(worker)).id])
    return call('codes.create', { name: word(), parentId, coderId })
  },
  'codes.createPath': ({ call, coderId, word }) => call('codes.createPath', { names: [word(), word()], coderId }),
  'codes.markExample': async (worker) =>
    worker.call('codes.markExample', { codingId: worker.pick(await codingsOf(worker)).id, coderId: worker.coderId }),
  'codes.merge': async (worker) => {
    const { call, coderId, pick } = worker
    const codes = await codesOf(worker)
    const used = codes.filter(({ codings }) => codings > 0)
    const ids = [pick(pick([codes, used])).id, pick(codes).id]
    return call('codes.merge', { ids, into: pick(pick([codes, used])).id, coderId })
  },
  'codes.move': async (worker) => {
    const { call, coderId, pick } = worker
    const codes = await codesOf(worker)
    const parentId = pick([null, pick(codes).id, pick(codes).id])
    return call('codes.move', { ids: [pick(codes).id, pick(codes).id], parentId, coderId })
  },
  'codes.remove': async (worker) => {
    const { call, coderId, pick } = worker
    const free = (await codesOf(worker)).filter(({ codings }) => codings === 0)
    return call('codes.remove', { ids: [pick(free).id], coderId })
  },
  'codes.restore': async (worker) => {
    const { call, coderId, pick } = worker
    const retired = (await codesOf(worker)).filter((code) => code.retired)
    return call('codes.restore', { ids: [pick(retired).id, pick(retired).id], coderId })
  },
  'codes.retire': async (worker) => {
    const { call, coderId, pick } = worker
    const codes = await codesOf(worker)
    return call('codes.retire', { ids: [pick(codes).id, pick(codes).id], coderId })
  },
  'codes.split': async (worker) => {
    const { call, coderId, pick, word } = worker
    const codes = await codesOf(worker)
    const { id } = pick(codes.filter(({ codings }) => codings > 0))
    const { passages } = await call('codes.passages', { id, limit: 100, coderId })
    const existing = { kind: 'code', id: pick(codes).id } as const
    const decisions = passages
      .filter(() => pick([true, true, false]))
      .map(({ codingId }) => ({ codingId, part: pick([0, 1] as const) }))
    const parts: [{ kind: 'new'; name: string }, typeof existing] = [{ kind: 'new', name: word() }, existing]
    return call('codes.split', { id, parts, decisions, retire: pick([true, false]), coderId })
  },
  'codes.unmarkExample': async (worker) => {
    const { call, coderId, pick } = worker
    const { id } = pick((await codesOf(worker)).filter(({ codings }) => codings > 0))
    const { codingId } = pick((await call('codes.passages', { id, coderId })).examples)
    return call('codes.unmarkExample', { codingId, coderId })
  },
  'codes.update': async (worker) => {
    const { call, coderId, pick, word } = worker
    const changes = pick([
      { name: word() },
      { definition: word(), inclusion: word() },
      { colour: 3, abbreviation: 'X' },
    ])
    return call('codes.update', { id: pick(await codesOf(worker)).id, ...changes, coderId })
  },
  'codings.addCode': async (worker) => {
    const { call, coderId, roundId, pick } = worker
    const all = await codingsOf(worker)
    const ids = [pick(all).id, pick(all).id]
    return call('codings.addCode', { ids, codeId: pick(await codesOf(worker)).id, coderId, roundId })
  },
  'codings.apply': async (worker) => {
    const { call, coderId, roundId, pick } = worker
    const { id: transcriptId } = await transcriptOf(worker)
    const span = await wordsIn(worker, transcriptId)
    return call('codings.apply', { transcriptId, ...span, codeId: pick(await codesOf(worker)).id, coderId, roundId })
  },
  'codings.applyNew': async (worker) => {
    const { call, coderId, roundId, pick, word } = worker
    const { id: transcriptId } = await transcriptOf(worker)
    const span = await wordsIn(worker, transcriptId)
    const parentId = pick([null, pick(await codesOf(worker)).id])
    return call('codings.applyNew', { transcriptId, ...span, parentId, names: [word(), word()], coderId, roundId })
  },
  'codings.import': async (worker) => {
    const { call, coderId, word } = worker
    const turns = [
      { speaker: 'P2', text: 'The labels were wrong.', codes: [word(), 'labels'] },
      { speaker: 'P2', text: 'Said elsewhere only.', codes: ['labels', word()] },
    ]
    const sources = [{ coder: word(), pass: 'independent', turns }]
    return call('codings.import', {
      files: [textFile('P2.json', JSON.stringify({ interview: 'P2', sources }))],
      coderId,
    })
  },
  'codings.recode': async (worker) => {
    const { call, coderId, pick } = worker
    const ids = [(await ownCodingOf(worker)).id, (await ownCodingOf(worker)).id]
    return call('codings.recode', { ids, codeId: pick(await codesOf(worker)).id, coderId })
  },
  'codings.remove': async (worker) =>
    worker.call('codings.remove', { ids: [(await ownCodingOf(worker)).id], coderId: worker.coderId }),
  'codings.resize': async (worker) => {
    const { id, transcriptId } = await ownCodingOf(worker)
    return worker.call('codings.resize', { id, ...(await wordsIn(worker, transcriptId)), coderId: worker.coderId })
  },
  'corrections.apply': async (worker) => {
    const { call, coderId, pick, word } = worker
    const { id, revisionId } = await transcriptOf(worker)
    const { text, turns } = await call('transcripts.read', { id })
    const { number, start, end } = pick(turns)
    const said = text.slice(start, end)
    const words = pick([`${word()} ${said}`, said.replace(/\S+$/, word()), said.replace(/\S+/, word()), word()])
    const correction = { kind: 'turns' as const, turns: [{ number, words }] }
    const input = { transcriptId: id, revisionId, correction, coderId }
    const { asked } = await call('corrections.preview', input)
    const answers = asked.map(({ kind, id: span, near, isRemovable }) => {
      const put = { do: 'put' as const, start: near.start, end: near.end }
      return { kind, id: span, answer: isRemovable ? { do: 'remove' as const } : put }
    })
    return call('corrections.apply', { ...input, answers, reason: word() })
  },
  'history.takeBack': async ({ call, coderId, pick }) => {
    const mine = (await call('history.list', { coderId, by: coderId })).filter(
      ({ kind, undone }) => kind === 'do' && !undone,
    )
    return call('history.takeBack', { coderId, id: pick(mine).id })
  },
  'harmonising.map': async (worker) => worker.call('harmonising.map', await harmonisedPairOf(worker)),
  'harmonising.mapAll': async (worker) => {
    const { codeId, otherId, ...who } = await harmonisedPairOf(worker)
    return worker.call('harmonising.mapAll', { ...who, pairs: [{ codeId, otherId }] })
  },
  'harmonising.merge': async (worker) => worker.call('harmonising.merge', await harmonisedPairOf(worker)),
  'harmonising.refuse': async (worker) => worker.call('harmonising.refuse', await harmonisedPairOf(worker)),
  'harmonising.withdraw': async (worker) => {
    const { call, coderId, pick } = worker
    const { roundId } = await harmonisedPairOf(worker)
    const { decisions } = await call('harmonising.read', { roundId, coderId })
    return call('harmonising.withdraw', { roundId, decisionId: pick(decisions).id, coderId })
  },
  'memos.file': async (worker) => {
    const { call, coderId, pick } = worker
    const { id } = pick(await call('memos.list', { coderId }))
    return call('memos.file', { coderId, id, codes: [pick(await codesOf(worker)).id] })
  },
  'memos.remove': async (worker) =>
    worker.call('memos.remove', { id: (await ownMemoOf(worker)).id, coderId: worker.coderId }),
  'memos.update': async (worker) => {
    const { call, coderId, pick, word } = worker
    const { id } = await ownMemoOf(worker)
    return call('memos.update', { coderId, id, title: word(), body: word(), codes: [pick(await codesOf(worker)).id] })
  },
  'memos.write': async (worker) => {
    const { call, coderId, roundId, pick, word } = worker
    const { id: transcriptId } = await transcriptOf(worker)
    const { start, end } = await wordsIn(worker, transcriptId)
    const body = `[there](passage:${transcriptId}:${String(start)}-${String(end)}) ${word()}`
    const code = pick(await codesOf(worker)).id
    const subject = pick([
      { kind: 'study' as const },
      { kind: 'passage' as const, transcriptId, span: { start, end } },
      { kind: 'code' as const, id: code },
      { kind: 'coding' as const, id: pick(await codingsOf(worker)).id },
    ])
    return call('memos.write', { coderId, roundId: pick([roundId, null]), subject, body, codes: [code] })
  },
  'mismatches.import': ({ call, coderId }) =>
    call('mismatches.import', { file: sampleFile('mismatches.xlsx'), coderId }),
  'participants.create': ({ call, coderId, word }) =>
    call('participants.create', {
      pseudonym: word(),
      organization: word(),
      team: word(),
      attributes: [{ name: 'site', value: word() }],
      coderId,
    }),
  'participants.remove': async ({ call, coderId, pick }) =>
    call('participants.remove', { id: pick(await call('participants.list', {})).id, coderId }),
  'participants.update': async ({ call, coderId, pick, word }) => {
    const { id, pseudonym } = pick(await call('participants.list', {}))
    const attributes = [{ name: pick(['site', 'age']), value: word() }]
    return call('participants.update', { id, pseudonym, role: word(), attributes, coderId })
  },
  'packets.giveBack': ({ call, coderId, roundId }) => call('packets.giveBack', { roundId, coderId }),
  'packets.handOut': async ({ call, coderId, roundId, pick }) =>
    call('packets.handOut', { roundId, coders: [pick(await call('coders.list', {})).id], coderId }),
  // One that is opened already; only the moderator may.
  'packets.merge': ({ call, coderId }) => call('packets.merge', { roundId: made.blindRound, coderId }),
  // In the very study that handed out: refused, and nothing is changed.
  'packets.open': async ({ call, coderId, roundId }) => {
    const [out] = await call('packets.handOut', { roundId, coders: [coderId], coderId })
    await call('history.undo', { coderId })
    if (out === undefined) throw new NothingThere()
    return call('packets.open', { file: out.file, coderId })
  },
  'packets.register': ({ call, coderId }) => call('packets.register', { files: [made.later], coderId }),
  'qualityIssues.import': ({ call, coderId }) =>
    call('qualityIssues.import', { file: sampleFile('quality-issues.json'), coderId }),
  'quotes.mark': async (worker) => {
    const { call, coderId, roundId, word } = worker
    const { id: transcriptId } = await transcriptOf(worker)
    return call('quotes.mark', {
      transcriptId,
      ...(await wordsIn(worker, transcriptId)),
      note: word(),
      coderId,
      roundId,
    })
  },
  'quotes.remove': async ({ call, coderId, pick }) => {
    const own = (await call('quotes.list', { coderId })).filter((quote) => quote.coderId === coderId)
    return call('quotes.remove', { id: pick(own).id, coderId })
  },
  'review.decide': async (worker) => {
    const { call, coderId, pick, word } = worker
    const { roundId, item } = await itemOf(worker)
    const codes = await codesOf(worker)
    const { transcriptId, readings } = item
    const place = await wordsIn(worker, transcriptId)
    const outcome = pick([
      { kind: 'neither' as const },
      { kind: 'take' as const, coders: [pick(readings).coderId] },
      { kind: 'take' as const, coders: readings.map((reading) => reading.coderId) },
      { kind: 'codings' as const, codings: [pick(codes), pick(codes)].map(({ id }) => ({ codeId: id, ...place })) },
      { kind: 'instances' as const, codes: [pick(codes).id] },
    ])
    return call('review.decide', { roundId, itemId: item.id, coderId, outcome, reason: { key: null, words: word() } })
  },
  'review.note': async (worker) => {
    const { roundId, item } = await itemOf(worker)
    return worker.call('review.note', { roundId, itemId: item.id, coderId: worker.coderId, body: worker.word() })
  },
  'review.removeNote': async (worker) => {
    const { call, coderId, pick } = worker
    const { roundId, item } = await itemOf(worker)
    const { notes } = await call('review.item', { roundId, itemId: item.id })
    return call('review.removeNote', { id: pick(notes).id, coderId })
  },
  'review.reopen': async (worker) => {
    const { roundId, item } = await itemOf(worker)
    const reason = { key: 'discussed' as const, words: '' }
    return worker.call('review.reopen', { roundId, itemId: item.id, coderId: worker.coderId, reason })
  },
  'review.start': async (worker) =>
    worker.call('review.start', { roundId: await reviewableRound(worker), moderatorId: worker.coderId }),
  'rounds.create': ({ call, coderId, word }) => call('rounds.create', { name: word(), kind: 'moderated', coderId }),
  'screenings.save': async (worker) => {
    const { call, coderId, roundId, pick, word } = worker
    const { id: segmentId, start, end } = await segmentOf(worker)
    const codes = await codesOf(worker)
    const [I1, I2, E1, E2, E3, E4, E5] = [1, 2, 3, 4, 5, 6, 7].map(() => pick(ANSWERS))
    const criteria = { I1, I2, E1, E2, E3, E4, E5 } as Output<'screenings.list'>[number]['criteria']
    const form = {
      criteria,
      quote: word(),
      quoteSpan: pick([null, { start, end }]),
      description: word(),
      information: '',
      instances: [pick(codes).id, pick(codes).id, pick(codes).id].slice(0, pick([0, 1, 2, 3])),
    }
    return call('screenings.save', { segmentId, coderId, roundId, ...form })
  },
  'segments.join': async (worker) =>
    worker.call('segments.join', { id: (await segmentOf(worker)).id, coderId: worker.coderId }),
  'segments.move': async (worker) => {
    const { call, coderId, pick } = worker
    const { id, transcriptId } = await segmentOf(worker)
    const { start: to } = await wordsIn(worker, transcriptId)
    return call('segments.move', { id, side: pick(['start', 'end'] as const), to, coderId })
  },
  'segments.remove': async (worker) =>
    worker.call('segments.remove', { id: (await segmentOf(worker)).id, coderId: worker.coderId }),
  'segments.rename': async (worker) =>
    worker.call('segments.rename', { id: (await segmentOf(worker)).id, title: worker.word(), coderId: worker.coderId }),
  'segments.split': async (worker) => {
    const { id, transcriptId } = await segmentOf(worker)
    return worker.call('segments.split', {
      id,
      at: (await wordsIn(worker, transcriptId)).start,
      coderId: worker.coderId,
    })
  },
  'segments.start': async (worker) => {
    const { id: transcriptId } = await transcriptOf(worker)
    return worker.call('segments.start', {
      transcriptId,
      at: (await wordsIn(worker, transcriptId)).start,
      coderId: worker.coderId,
    })
  },
  'study.rename': ({ call, coderId, word }) => call('study.rename', { title: word(), coderId }),
  'surveys.import': ({ call, coderId, word }) =>
    call('surveys.import', { file: textFile('s.csv', 'Q1,Q2\nNever,Often\nOften,Never\n'), name: word(), coderId }),
  'transcripts.import': ({ call, coderId, word }) =>
    call('transcripts.import', {
      files: [textFile('more.txt', `Int: ${word()}?\nP9: The ${word()} went wrong.`)],
      participant: word(),
      organization: word(),
      coderId,
    }),
  'transcripts.remove': async (worker) =>
    worker.call('transcripts.remove', { id: (await transcriptOf(worker)).id, coderId: worker.coderId }),
  'transcripts.update': async (worker) => {
    const { call, coderId, pick, word } = worker
    const participantId = pick([null, ...(await call('participants.list', {})).map(({ id }) => id)])
    return call('transcripts.update', { id: (await transcriptOf(worker)).id, name: word(), participantId, coderId })
  },
  'versions.name': ({ call, coderId, word }) => call('versions.name', { name: word(), coderId }),
  'versions.remove': async ({ call, coderId, pick }) =>
    call('versions.remove', { id: pick((await call('versions.list', {})).versions).id, coderId }),
  'versions.rename': async ({ call, coderId, pick, word }) =>
    call('versions.rename', { id: pick((await call('versions.list', {})).versions).id, name: word(), coderId }),
}

const workNames = Object.keys(WORKS) as (keyof typeof WORKS)[]

/** Half of the steps go back or forth. */
const WALKS = workNames.map((_, index) => (index % 3 === 2 ? ('redo' as const) : ('undo' as const)))

let folder = ''
let made: {
  readonly path: string
  readonly coders: Readonly<Record<'Ada' | 'Mo', CoderId>>
  readonly roundId: RoundId
  readonly blindRound: RoundId
  /** A packet that Bea returned and that has not come in. */
  readonly later: FilePayload
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'axial-test-'))
  const { study } = await createTwin(folder, true, false)
  const { id: roundId } = await study.call('rounds.create', { name: 'To work in', kind: 'moderated' })
  await study.workspace.close()
  const [first, later] = await packetsOfBea(study)
  const lead = createWorkspace({ folder, version: '0.0.0', now: () => new Date(), newId: () => v7() })
  await lead.call('workspace.open', { path: study.path })
  await lead.call('packets.register', { files: [first] })
  await lead.call('packets.unseal', { roundId: study.blindRound, reason: 'to merge it' })
  await lead.close()
  const { ada: Ada, mo: Mo, blindRound } = study
  made = { path: study.path, coders: { Ada, Mo }, roundId, blindRound, later }
})

/** What Bea returns of a copy of the study: new codings and codes, and more of them. */
async function packetsOfBea({ path, blindRound: roundId, bea: coderId, transcripts, spanAt }: TwinStudy) {
  const elsewhere = join(folder, 'machine of Bea')
  mkdirSync(elsewhere)
  copyFileSync(path, join(elsewhere, 'study.axial'))
  const { call, close } = createWorkspace({
    folder: elsewhere,
    version: '0.0.0',
    now: () => new Date(),
    newId: () => v7(),
  })
  await call('workspace.open', { path: join(elsewhere, 'study.axial') })
  const giveBack = async (words: string) => {
    const place = { transcriptId: transcripts.P1, ...spanAt(words), parentId: null, names: [words] }
    await call('codings.applyNew', { ...place, coderId, roundId })
    return (await call('packets.giveBack', { roundId, coderId })).file
  }
  const packets = [await giveBack('grams'), await giveBack('no idea')] as const
  await close()
  return packets
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A copy of the study that was made, open, with workers on it who choose by these numbers, over and over. */
async function openCopy(numbers: readonly number[]) {
  const copy = join(folder, v7())
  mkdirSync(copy)
  const path = join(copy, 'study.axial')
  copyFileSync(made.path, path)
  const workspace = createWorkspace({ folder: copy, version: '0.0.0', now: () => new Date(), newId: () => v7() })
  await workspace.call('workspace.open', { path })
  let at = 0
  const pick = <Item>(items: readonly Item[]): Item => {
    const chosen = (numbers[at % numbers.length] ?? 0) + Math.floor(at / numbers.length)
    at++
    const item = items[chosen % items.length]
    if (item === undefined) throw new NothingThere()
    return item
  }
  const word = () => `w${String(at++)}`
  const workerOf = (who: 'Ada' | 'Mo'): Worker => ({
    call: workspace.call,
    coderId: made.coders[who],
    roundId: made.roundId,
    pick,
    word,
  })
  return { workspace, call: workspace.call, path, pick, workerOf }
}

/** Whether it was done. What is refused, or there is nothing to do to, is not. */
async function tryTo(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof NothingThere) return false
    if (error instanceof AxialError && error.code !== 'internal') return false
    throw error
  }
}

/** What must hold of a study whatever is done to it. */
function faultsOf(path: string): unknown {
  const file = connect(path, { readonly: true, passphrase: null })
  const broken = file.pragma('foreign_key_check')
  const beyond = file
    .prepare(
      `SELECT c.id FROM coding c JOIN transcript t ON t.id = c.transcript_id JOIN revision r ON r.id = t.revision_id
       WHERE c."end" > length(CAST(r.text AS TEXT)) * 2`,
    )
    .all()
  const counted =
    'SELECT code_id, transcript_id, coder_id, round_id, count(*) AS codings FROM coding GROUP BY 1, 2, 3, 4'
  const miscounted = file.prepare(`${counted} EXCEPT SELECT * FROM coding_count`).all()
  const overcounted = file.prepare(`SELECT * FROM coding_count EXCEPT ${counted}`).all()
  file.close()
  return { broken, beyond, miscounted, overcounted }
}

const NO_FAULT = { broken: [], beyond: [], miscounted: [], overcounted: [] }

describe('what one person did', () => {
  it('is taken back and done again exactly, whatever they did, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 997 }), { minLength: 40, maxLength: 60 }),
        fc.array(fc.constantFrom(...workNames), { minLength: 20, maxLength: 30 }),
        fc.constantFrom('Ada' as const, 'Mo' as const),
        async (numbers, works, who) => {
          const { workspace, call, path, workerOf } = await openCopy(numbers)
          const worker = workerOf(who)
          const { coderId } = worker
          const states = [rowsOf(path)]
          for (const name of works) {
            const before = states.at(-1)
            const wasDone = await tryTo(() => WORKS[name](worker))
            const now = rowsOf(path)
            if (!wasDone) expect(now, `${name} was refused`).toEqual(before)
            else if (JSON.stringify(now) !== JSON.stringify(before)) {
              states.push(now)
            }
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          for (const state of states.slice(0, -1).toReversed()) {
            const { undo } = await call('history.state', { coderId })
            await call('history.undo', { coderId })
            expect(rowsOf(path), `${undo?.action ?? ''} was taken back`).toEqual(state)
          }
          for (const state of states.slice(1)) {
            const { redo } = await call('history.state', { coderId })
            await call('history.redo', { coderId })
            expect(rowsOf(path), `${redo?.action ?? ''} was done again`).toEqual(state)
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          await workspace.close()
        },
      ),
      { numRuns: 2 },
    )
  })

  it('is of every procedure there is', async () => {
    // Each in turn, so that none of them is here that never does anything.
    const { workspace, call, path, workerOf } = await openCopy([0, 1, 2, 3, 5, 8, 13])
    const worker = workerOf('Mo')
    const { coderId } = worker
    const done = new Set<string>()
    for (const first of [
      'harmonising.refuse',
      'memos.write',
      'codings.apply',
      'quotes.mark',
      'participants.create',
      'review.start',
      'review.note',
      'review.decide',
    ] as const) {
      const before = JSON.stringify(rowsOf(path))
      await WORKS[first](worker)
      if (JSON.stringify(rowsOf(path)) !== before) done.add(first)
    }
    for (let round = 0; round < 30 && done.size < workNames.length; round++) {
      for (const name of workNames) {
        if (done.has(name)) continue
        const before = JSON.stringify(rowsOf(path))
        if (!(await tryTo(() => WORKS[name](worker)))) continue
        if (JSON.stringify(rowsOf(path)) === before) continue
        done.add(name)
        await call('history.undo', { coderId })
      }
    }
    expect(workNames.filter((name) => !done.has(name))).toEqual([])
    await workspace.close()
  })
})

describe('what two people did in turn', () => {
  it('is taken back and done again by each as far as nothing rests on it, and the study holds throughout', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 997 }), { minLength: 40, maxLength: 60 }),
        fc.array(
          fc.record({
            who: fc.constantFrom('Ada' as const, 'Mo' as const),
            what: fc.constantFrom(...workNames, ...WALKS),
          }),
          { minLength: 20, maxLength: 30 },
        ),
        async (numbers, steps) => {
          const { workspace, call, path, workerOf } = await openCopy(numbers)
          for (const { who, what } of steps) {
            const worker = workerOf(who)
            const { coderId } = worker
            const before = rowsOf(path)
            if (what !== 'undo' && what !== 'redo') {
              if (!(await tryTo(() => WORKS[what](worker)))) expect(rowsOf(path), `${what} was refused`).toEqual(before)
              continue
            }
            if (!(await tryTo(() => call(`history.${what}`, { coderId })))) {
              expect(rowsOf(path), `${what} was refused`).toEqual(before)
              continue
            }
            const after = rowsOf(path)
            const back = what === 'undo' ? 'history.redo' : 'history.undo'
            await call(back, { coderId })
            expect(rowsOf(path), `${what}, and back`).toEqual(before)
            await call(`history.${what}`, { coderId })
            expect(rowsOf(path), `${what}, back, and again`).toEqual(after)
          }
          expect(faultsOf(path)).toEqual(NO_FAULT)
          await workspace.close()
        },
      ),
      { numRuns: 3 },
    )
  })
})
