import type { Contract, Output, ProcedureName } from '../../../../app/contract.ts'
import { ANSWERS } from '../../../../domain/screening.ts'
import { textFile } from '../../../fixtures/study.ts'
import { sampleFile } from '../../../fixtures/twin-studies.ts'
import {
  codesOf,
  codingsOf,
  harmonisedPairOf,
  itemOf,
  NothingThere,
  ownCodingOf,
  ownMemoOf,
  reviewableRound,
  segmentOf,
  transcriptOf,
  wordsIn,
  type Worker,
} from './worker.ts'

type WriteName = {
  [Name in ProcedureName]: Contract[Name]['kind'] extends 'write' ? Name : never
}[ProcedureName]

/** What walks the steps back and forth itself; and the opening of a round and of packets, which are final. */
type Walking = 'history.undo' | 'history.redo' | 'rounds.open' | 'packets.unseal'

const csv = (lines: readonly string[]) => textFile('codes.csv', ['name,definition', ...lines].join('\n'))

/** How each procedure is used. Whatever they choose, what is answered is taken back whole, and what is refused changed nothing. */
export const WORKS: { readonly [Name in Exclude<WriteName, Walking>]: (worker: Worker) => Promise<unknown> } = {
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
  'packets.merge': ({ call, coderId, openedRound: roundId }) => call('packets.merge', { roundId, coderId }),
  // In the very study that handed out: refused, and nothing is changed.
  'packets.open': async ({ call, coderId, roundId }) => {
    const [out] = await call('packets.handOut', { roundId, coders: [coderId], coderId })
    await call('history.undo', { coderId })
    if (out === undefined) throw new NothingThere()
    return call('packets.open', { file: out.file, coderId })
  },
  'packets.register': ({ call, coderId, laterPacket }) => call('packets.register', { files: [laterPacket], coderId }),
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

export const workNames = Object.keys(WORKS) as (keyof typeof WORKS)[]
