import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Contract, type Input, type ProcedureName } from '../../app/contract.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId, type CoderId } from '../../domain/ids.ts'
import { BLANK_FORM } from '../../domain/screening.ts'
import { textFile } from '../fixtures/study.ts'
import { exchangePackets } from '../fixtures/twin-packets.ts'
import { createTwin, sampleFile, type HiddenWork, type TwinStudy } from '../fixtures/twin-studies.ts'

/*
 * Two studies that are equal but for what Bea did in a blind round (codings, examples, screenings, quotes, memos, an
 * automatic coding, a split of her own codings, a packet that was merged and one that is sealed) are asked everything there is to ask. Ada and the moderator must be
 * answered alike, and refused alike.
 *
 * What is everyone's at once and so is not hidden: the codebook with its versions, guide questions, segments, the texts
 * of transcripts with their corrections, participants, the catalog, surveys, who is in the study, and the rounds. Of the
 * history: what changed any of these, whoever's work went along. What others did in rounds that are open.
 */

type NamesOf<Kind extends 'read' | 'write' | 'session'> = {
  [Name in ProcedureName]: Contract[Name]['kind'] extends Kind ? Name : never
}[ProcedureName]

interface Asked extends TwinStudy {
  /** Ids that mean something in one of the twins alone: whoever guesses them must be told the same in both. */
  readonly guessed: HiddenWork
  /** Numbers of the actions that the viewer is told of, newest first, and of one that Bea did in hiding. */
  readonly actions: readonly number[]
}

type Questions<Kind extends 'read' | 'write'> = {
  readonly [Name in NamesOf<Kind>]: (study: Asked, coderId: CoderId) => readonly Input<Name>[]
}

const everyCode = ({ codes }: Asked) => Object.values(codes).filter((id) => id !== codes.lost)
const transcriptIds = ({ transcripts }: Asked) => Object.values(transcripts)

function correctionOf({ transcripts }: Asked, coderId: CoderId, revisionId: string, words: string) {
  const turns = [{ number: 2, words }]
  return {
    transcriptId: transcripts.P2,
    revisionId: asId<'revision'>(revisionId),
    correction: { kind: 'turns' as const, turns },
    coderId,
  }
}

const revisions = new Map<string, string>()
const revisionOf = ({ path }: Asked) => revisions.get(path) ?? ''

const READS: Questions<'read'> = {
  'agreement.compute': (_, coderId) => [
    { coderId, resamples: 0 },
    { coderId, resamples: 0, coders: ['Ada', 'Bea'], unit: 'character' },
    { coderId, resamples: 0, unit: 'overlap', scope: 'round', group: true },
    { coderId, resamples: 0, unit: 'segment', scope: 'version', group: true },
    { coderId, resamples: 0, scope: 'all', between: 'rounds' },
    { coderId, resamples: 0, subject: 'screenings', scope: 'all', group: true },
    { coderId, resamples: 0, subject: 'instances' },
    { coderId, resamples: 0, subject: 'screenings', between: 'rounds' },
  ],
  'autoCoding.preview': (study, coderId) => {
    const { blindRound, openRound, codes } = study
    const filters = (['any', 'coded', 'uncoded'] as const).map((coded) => ({ coded }))
    const words = 'grams OR kilograms OR memory OR labels OR schema'
    return [
      ...filters.flatMap((each) =>
        (['hits', 'turns', 'sentences'] as const).map((scope) => ({
          source: { kind: 'search' as const, query: words, filters: each, scope },
          codeId: codes.silence,
          coderId,
          roundId: scope === 'hits' ? openRound : blindRound,
        })),
      ),
      {
        source: { kind: 'guide', questions: ['What went wrong first?'], likeness: 0.5, askers: [] },
        codeId: codes.hers,
        coderId,
        roundId: blindRound,
      },
      {
        source: { kind: 'speakers', filters: { speakers: ['P1'], codes: [{ codeId: codes.hers, isCoded: false }] } },
        codeId: codes.hers,
        coderId,
        roundId: blindRound,
      },
    ]
  },
  'autoCoding.questions': () => [{}],
  'catalog.qualityIssues': () => [{}],
  'catalog.read': () => [{}],
  'codebook.preview': () => [
    { source: { from: 'file', file: textFile('codes.csv', 'name,definition\nlabels,other\nnew,\n') } },
  ],
  'codedTranscripts.files': (study, coderId) => codedTranscripts(study, coderId),
  'codedTranscripts.preview': (study, coderId) => codedTranscripts(study, coderId),
  'coders.list': () => [{}],
  'codes.impact': (study, coderId) => {
    const { codes, seen, guessed } = study
    const kinds = ['rename', 'move', 'retire', 'remove'] as const
    const codings = [seen.own, seen.other, ...guessed.codings]
    return everyCode(study).flatMap((id): Input<'codes.impact'>[] => [
      ...kinds.map((kind) => ({ kind, ids: [id], coderId })),
      { kind: 'merge', ids: [id], into: codes.memory, coderId },
      { kind: 'split', ids: [id], codings, coderId },
    ])
  },
  'codes.list': (_, coderId) => [{ coderId }],
  'codes.passages': (study, coderId) => everyCode(study).map((id) => ({ id, coderId, limit: 1000 })),
  'codings.list': (study, coderId) => transcriptIds(study).map((transcriptId) => ({ transcriptId, coderId })),
  'comparedPassages.list': (_, coderId) =>
    ['memory', 'labels', 'hers', 'silence'].flatMap((code) =>
      (
        [
          ['Ada', 'Bea'],
          ['Bea', 'Bea'],
          ['Ada', 'Ada'],
        ] as const
      ).map((coders) => ({
        code,
        cells: ['both', 'onlyFirst', 'onlySecond'] satisfies ('both' | 'onlyFirst' | 'onlySecond')[],
        coders: [...coders] satisfies [string, string],
        coderId,
      })),
    ),
  'comparison.export': (study, coderId) =>
    (['csv', 'md'] as const).map((format) => ({ codes: everyCode(study), coderId, format, groupBy: 'role' })),
  'comparison.read': (study, coderId) => [
    { codes: everyCode(study), coderId, sort: 'time' },
    { codes: everyCode(study), coderId, groupBy: 'role', coders: [study.bea], rounds: [study.blindRound] },
  ],
  'corrections.list': (study) => transcriptIds(study).map((transcriptId) => ({ transcriptId })),
  'corrections.preview': (study, coderId) => [
    correctionOf(
      study,
      coderId,
      revisionOf(study),
      'The labels were wrong. We guessed the scheme for weeks, the whole of it.',
    ),
  ],
  'exports.files': exportsOf,
  'exports.preview': exportsOf,
  'harmonising.figures': ({ openRound, blindRound }, coderId) => [
    { roundId: openRound, coderId },
    { roundId: blindRound, coderId },
  ],
  'harmonising.passages': ({ openRound, blindRound, codes }, coderId) =>
    [openRound, blindRound].map((roundId) => ({ roundId, codeId: codes.units, otherId: codes.memory, coderId })),
  'harmonising.read': ({ openRound, blindRound }, coderId) => [
    { roundId: openRound, coderId },
    { roundId: blindRound, coderId },
  ],
  'history.list': ({ bea }, coderId) => [
    { coderId, limit: 1000 },
    { coderId, by: bea, limit: 1 },
    { coderId, by: bea },
    { coderId, group: 'codings' },
    { coderId, group: 'memos' },
    { coderId, text: 'hers' },
  ],
  'history.read': ({ actions }, coderId) => actions.map((id) => ({ coderId, id })),
  'history.state': (_, coderId) => [{ coderId }],
  'matrices.attributes': (_, coderId) => [{ coderId, attribute: 'role', rows: { kind: 'all' } }],
  'matrices.coOccurrence': (study, coderId) => [
    { coderId, rows: { kind: 'all' } },
    { coderId, rows: { kind: 'picked', codes: everyCode(study) }, relation: { kind: 'near', turns: 5 }, rollUp: true },
    { coderId, coders: [study.bea] },
  ],
  'matrices.exportAttributes': (_, coderId) =>
    (['csv', 'svg'] as const).map((format) => ({ coderId, attribute: 'role', format })),
  'matrices.exportCoOccurrence': (_, coderId) =>
    (['csv', 'list', 'svg'] as const).map((format) => ({ coderId, rows: { kind: 'all' }, format })),
  'matrices.pairs': (study, coderId) => [
    { coderId, first: everyCode(study), second: everyCode(study), relation: { kind: 'near', turns: 5 } },
  ],
  'memos.about': (study, coderId) => {
    const { transcripts, segments, seen, guessed, spanAt, codes } = study
    const subjects: Input<'memos.about'>['subject'][] = [
      { kind: 'study' },
      { kind: 'transcript', id: transcripts.P1 },
      { kind: 'passage', transcriptId: transcripts.P1, span: spanAt('no idea') },
      ...Object.values(segments).map((id) => ({ kind: 'segment' as const, id })),
      ...Object.values(codes).map((id) => ({ kind: 'code' as const, id })),
      ...[...Object.values(seen), ...guessed.codings].map((id) => ({ kind: 'coding' as const, id })),
    ]
    return subjects.map((subject) => ({ coderId, subject }))
  },
  'memos.export': ({ guessed }, coderId) => guessed.memos.map((id) => ({ coderId, ids: [asId<'memo'>(id)] })),
  'memos.list': (_, coderId) => [{ coderId }],
  'memos.ofTranscript': (study, coderId) => transcriptIds(study).map((transcriptId) => ({ coderId, transcriptId })),
  'packets.away': (study) => transcriptIds(study).map((transcriptId) => ({ transcriptId })),
  'packets.inspect': () => [{ file: textFile('a.axialpacket', 'AXIALPKT') }],
  'packets.list': () => [{}],
  'packets.preview': ({ blindRound, openRound }, coderId) => [
    { roundId: blindRound, coderId },
    { roundId: openRound, coderId },
  ],
  'participants.list': () => [{}],
  'quotes.list': (study, coderId) => [
    { coderId },
    ...transcriptIds(study).map((transcriptId) => ({ coderId, transcriptId })),
  ],
  'review.files': (study, coderId) => roundIds(study).map((roundId) => ({ roundId, coderId })),
  'review.item': (study, coderId) =>
    itemsOf(study).flatMap((itemId) => roundIds(study).map((roundId) => ({ roundId, itemId, coderId }))),
  'review.overruled': (study) =>
    [study.ada, study.bea].flatMap((coderId) => [{ coderId }, { coderId, roundId: study.blindRound }]),
  'review.preview': (study, coderId) => roundIds(study).map((roundId) => ({ roundId, coderId, language: 'fr' })),
  'review.queue': (study, coderId) =>
    roundIds(study).map((roundId) => ({ roundId, coderId, states: ['open', 'decided', 'settled'] })),
  'review.reasons': (_, coderId) => [{ coderId }],
  'review.rounds': (_, coderId) => [{ coderId }],
  'rounds.list': () => [{}],
  'screenings.list': (study, coderId) => transcriptIds(study).map((transcriptId) => ({ coderId, transcriptId })),
  'search.speakers': () => [{}],
  'search.turns': (study, coderId) => {
    const query = 'grams OR kilograms OR memory OR labels OR schema OR wrong'
    const codes = everyCode(study).flatMap((codeId) =>
      [true, false].map((isCoded) => ({ codes: [{ codeId, isCoded }] })),
    )
    const filters = [...codes, ...(['any', 'coded', 'uncoded'] as const).map((coded) => ({ coded }))]
    return filters.map((each) => ({ query, filters: each, coderId }))
  },
  'segments.list': (study) => transcriptIds(study).map((transcriptId) => ({ transcriptId })),
  'snapshots.after': ({ blindRound, openRound }) => [{ roundId: blindRound }, { roundId: openRound }],
  'snapshots.list': () => [{}],
  'study.info': (_, coderId) => [{ coderId }],
  'study.progress': (_, coderId) => [{ coderId }],
  'surveys.list': () => [{}],
  'surveys.summary': () => [{ name: 'Sample' }],
  'transcripts.list': () => [{}],
  'transcripts.read': (study) => transcriptIds(study).map((id) => ({ id })),
  'versions.compare': () => [{ before: null, after: null }],
  'versions.export': () => [{ id: null }],
  'versions.list': () => [{}],
  'versions.read': () => [{ id: null }],
}

const roundIds = ({ openRound, blindRound }: Asked) => [openRound, blindRound]
const BECAUSE = { key: null, words: 'so' }

/** Items of codings that Ada sees, and of those that she does not, and of every segment. */
function itemsOf({ seen, guessed, segments }: Asked): readonly Input<'review.item'>['itemId'][] {
  const codings = [...Object.values(seen), ...guessed.codings].map((id) => `coding:${id}` as const)
  const subjects = ['screening', 'instance', 'text'] as const
  return [...codings, ...Object.values(segments).flatMap((id) => subjects.map((each) => `${each}:${id}` as const))]
}

function codedTranscripts(study: Asked, coderId: CoderId): Input<'codedTranscripts.files'>[] {
  return transcriptIds(study).flatMap((transcriptId) =>
    (['html', 'docx'] as const).flatMap((format) => [
      { transcriptId, format, coderId, memos: true },
      { transcriptId, format, coderId, memos: true, coders: [study.bea], rounds: [study.blindRound] },
    ]),
  )
}

function exportsOf(study: Asked, coderId: CoderId): Input<'exports.files'>[] {
  const kinds = ['descriptors', 'checklists', 'catalog', 'codebook', 'survey', 'agreement', 'codings'] as const
  return [
    ...kinds.map((kind) => ({ kind, coderId, agreement: { resamples: 0 } })),
    ...roundIds(study).map((round) => ({ kind: 'codings' as const, coderId, round })),
  ]
}

function harmonisedPairs({ openRound, blindRound, codes, mo }: Asked, coderId: CoderId) {
  const pair = { codeId: codes.units, otherId: codes.memory }
  return [
    { ...pair, roundId: openRound, coderId },
    { ...pair, roundId: openRound, coderId: mo },
    { ...pair, roundId: blindRound, coderId: mo },
  ]
}

/** Each is asked of Ada, and of the moderator, in both studies and, where it is answered, taken back again. */
const WRITES: Questions<'write'> = {
  'autoCoding.apply': ({ blindRound, codes, openRound }, coderId) => {
    const source = { kind: 'search', query: 'kilograms OR schema', filters: {}, scope: 'turns' } as const
    return [
      { source, code: { id: codes.silence }, coderId, roundId: blindRound, passages: 2 },
      { source, code: { id: codes.silence }, coderId, roundId: blindRound, passages: 3 },
      { source, code: { id: codes.silence }, coderId, roundId: openRound, passages: 2 },
    ]
  },
  'autoCoding.saveQuestions': (_, coderId) => [{ questions: ['Why?'], coderId }],
  'codebook.import': (_, coderId) => [
    {
      source: { from: 'file', file: textFile('codes.csv', 'name,definition\nlabels,other\nnew,\n') },
      coderId,
      otherwise: 'theirs',
    },
  ],
  'coders.create': (_, coderId) => [
    { name: 'Cy', kind: 'coder', coderId },
    { name: 'Bea', kind: 'coder', coderId },
  ],
  'codes.create': (_, coderId) => [
    { name: 'anew', coderId },
    { name: 'hers', coderId },
  ],
  'codes.createPath': (_, coderId) => [{ names: ['hers', 'within'], coderId }],
  'codes.markExample': ({ seen, guessed }, coderId) =>
    [seen.openOfAda, seen.other, ...guessed.codings].map((codingId) => ({ codingId, coderId })),
  'codes.merge': ({ codes }, coderId) => [
    { ids: [codes.labels], into: codes.hers, coderId },
    { ids: [codes.hers, codes.units], into: codes.memory, coderId },
  ],
  'codes.move': ({ codes }, coderId) => [{ ids: [codes.hers], parentId: codes.memory, coderId }],
  'codes.remove': ({ codes }, coderId) =>
    [codes.spare, codes.labels, codes.units].map((id) => ({ ids: [id], coderId })),
  'codes.restore': ({ codes }, coderId) => [{ ids: [codes.retired], coderId }],
  'codes.retire': ({ codes }, coderId) => [{ ids: [codes.hers], coderId }],
  'codes.split': ({ codes, seen, guessed }, coderId) => {
    const parts: Input<'codes.split'>['parts'] = [
      { kind: 'new', name: 'one of it' },
      { kind: 'code', id: codes.hers },
    ]
    return [seen.own, ...guessed.codings].map((codingId) => ({
      id: codes.labels,
      parts,
      decisions: [{ codingId, part: 0 as const }],
      retire: true,
      coderId,
    }))
  },
  'codes.unmarkExample': ({ seen, guessed }, coderId) =>
    [seen.own, ...guessed.codings].map((codingId) => ({ codingId, coderId })),
  'codes.update': ({ codes }, coderId) => [{ id: codes.hers, name: 'renamed', coderId }],
  'codings.addCode': ({ seen, guessed, codes, blindRound }, coderId) =>
    [seen.openOfBea, seen.openOfAda, ...guessed.codings].map((id) => ({
      ids: [id],
      codeId: codes.hers,
      coderId,
      roundId: blindRound,
    })),
  'codings.apply': ({ codes, spanAt, transcripts, blindRound }, coderId) =>
    ['got grams', 'no idea'].map((words) => ({
      transcriptId: transcripts.P1,
      ...spanAt(words),
      codeId: codes.hers,
      coderId,
      roundId: blindRound,
    })),
  'codings.applyNew': ({ spanAt, transcripts, blindRound }, coderId) => [
    {
      transcriptId: transcripts.P1,
      ...spanAt('grams'),
      parentId: null,
      names: ['grams'],
      coderId,
      roundId: blindRound,
    },
  ],
  'codings.import': (_, coderId) => {
    const turns = [{ speaker: 'P2', text: 'The labels were wrong.', codes: ['hers'] }]
    const sources = [{ coder: 'Bea', pass: 'independent', turns }]
    return [{ files: [textFile('P2.json', JSON.stringify({ interview: 'P2', sources }))], coderId }]
  },
  'codings.recode': ({ seen, guessed, codes }, coderId) =>
    [seen.own, seen.openOfBea, ...guessed.codings].map((id) => ({ ids: [id], codeId: codes.hers, coderId })),
  'codings.remove': ({ seen, guessed }, coderId) =>
    [seen.own, seen.openOfBea, ...guessed.codings].map((id) => ({ ids: [id], coderId })),
  'codings.resize': ({ seen, guessed, spanAt }, coderId) =>
    [seen.own, ...guessed.codings].map((id) => ({ id, ...spanAt('wrong'), coderId })),
  'corrections.apply': (study, coderId) => [
    correctionOf(
      study,
      coderId,
      revisionOf(study),
      'The labels were wrong. We guessed the schema for weeks, all of it.',
    ),
  ],
  // After Ada's last action was taken back, and done again, there is one of each to do.
  'history.redo': (_, coderId) => [{ coderId }],
  'history.takeBack': ({ actions }, coderId) => actions.slice(0, 12).map((id) => ({ coderId, id })),
  'history.undo': (_, coderId) => [{ coderId }],
  'harmonising.map': (study, coderId) => harmonisedPairs(study, coderId),
  'harmonising.mapAll': (study, coderId) =>
    harmonisedPairs(study, coderId).map(({ codeId, otherId, ...who }) => ({ ...who, pairs: [{ codeId, otherId }] })),
  'harmonising.merge': (study, coderId) => harmonisedPairs(study, coderId),
  'harmonising.refuse': (study, coderId) => harmonisedPairs(study, coderId),
  'harmonising.withdraw': ({ openRound }, coderId) => [{ roundId: openRound, decisionId: 'guessed', coderId }],
  'memos.file': ({ guessed, codes }, coderId) =>
    guessed.memos.map((id) => ({ coderId, id: asId<'memo'>(id), codes: [codes.hers] })),
  'memos.remove': ({ guessed }, coderId) => guessed.memos.map((id) => ({ coderId, id: asId<'memo'>(id) })),
  'memos.update': ({ guessed }, coderId) => guessed.memos.map((id) => ({ coderId, id: asId<'memo'>(id), body: 'x' })),
  'memos.write': ({ guessed, blindRound, seen, codes }, coderId) =>
    [seen.openOfBea, seen.own, ...guessed.codings].map((id) => ({
      coderId,
      roundId: blindRound,
      subject: { kind: 'coding' as const, id },
      body: 'x',
      codes: [codes.hers],
    })),
  'mismatches.import': (_, coderId) => [{ file: sampleFile('mismatches.xlsx'), coderId }],
  'packets.giveBack': ({ blindRound, openRound }, coderId) => [
    { roundId: blindRound, coderId },
    { roundId: openRound, coderId, memos: 'none' },
  ],
  // Also to Bea: of her hidden work nothing goes along.
  'packets.handOut': ({ blindRound, ada, bea, mo }, coderId) => [
    { roundId: blindRound, coders: [bea], coderId },
    { roundId: blindRound, coders: [ada, mo], coderId },
  ],
  'packets.merge': ({ blindRound }, coderId) => [{ roundId: blindRound, coderId }],
  'packets.open': (_, coderId) => [{ file: textFile('a.axialpacket', 'AXIALPKT'), coderId }],
  'packets.register': (_, coderId) => [{ files: [textFile('a.axialpacket', 'AXIALPKT')], coderId }],
  'packets.unseal': ({ blindRound }, coderId) => [{ roundId: blindRound, reason: 'why not', coderId }],
  'participants.create': (_, coderId) => [{ pseudonym: 'P9', coderId }],
  'participants.remove': (_, coderId) => [{ id: asId<'participant'>('0'.repeat(36)), coderId }],
  'participants.update': (_, coderId) => [{ id: asId<'participant'>('0'.repeat(36)), pseudonym: 'P9', coderId }],
  'qualityIssues.import': (_, coderId) => [{ file: sampleFile('quality-issues.json'), coderId }],
  'quotes.mark': ({ transcripts, spanAt, blindRound }, coderId) => [
    { transcriptId: transcripts.P1, ...spanAt('grams'), coderId, roundId: blindRound },
  ],
  'quotes.remove': ({ guessed }, coderId) => [{ id: asId<'quote'>(guessed.quote), coderId }],
  'review.decide': (study, coderId) =>
    itemsOf(study).flatMap((itemId) =>
      roundIds(study).map((roundId) => ({ roundId, itemId, coderId, outcome: { kind: 'neither' }, reason: BECAUSE })),
    ),
  'review.note': (study, coderId) =>
    itemsOf(study).flatMap((itemId) => roundIds(study).map((roundId) => ({ roundId, itemId, coderId, body: 'Why?' }))),
  'review.removeNote': (_, coderId) => [{ id: asId<'note'>('0'.repeat(36)), coderId }],
  'review.reopen': (study, coderId) =>
    itemsOf(study).flatMap((itemId) =>
      roundIds(study).map((roundId) => ({ roundId, itemId, coderId, reason: BECAUSE })),
    ),
  'review.start': (study, coderId) =>
    roundIds(study).flatMap((roundId) => [
      { roundId, moderatorId: coderId },
      // What the moderator may do is done in Ada's stead nowhere: of the blind round it is refused to both.
      { roundId: study.blindRound, moderatorId: study.mo },
    ]),
  'rounds.create': (_, coderId) => [{ name: 'Round 3', kind: 'independent', coderId }],
  'rounds.open': ({ blindRound, ada }) => [{ roundId: blindRound, coderId: ada }],
  'screenings.save': ({ segments, blindRound }, coderId) =>
    Object.values(segments).map((segmentId) => ({
      segmentId,
      coderId,
      roundId: blindRound,
      ...BLANK_FORM,
      instances: [],
      description: 'Ada’s',
    })),
  'segments.join': ({ segments }, coderId) => [{ id: segments.last, coderId }],
  'segments.move': ({ segments, spanAt }, coderId) => [
    { id: segments.last, side: 'end', to: spanAt('rest went well').start, coderId },
  ],
  'segments.remove': ({ segments }, coderId) => [{ id: segments.last, coderId }],
  'segments.rename': ({ segments }, coderId) => Object.values(segments).map((id) => ({ id, title: 'Titled', coderId })),
  'segments.split': ({ segments, spanAt }, coderId) => [{ id: segments.last, at: spanAt('rest went').start, coderId }],
  'segments.start': ({ transcripts, spanAt }, coderId) => [
    { transcriptId: transcripts.P1, at: spanAt('rest went').start, coderId },
    { transcriptId: transcripts.P2, at: spanAt('And with you').start, coderId },
  ],
  'study.rename': (_, coderId) => [{ title: 'Titled', coderId }],
  'surveys.import': (_, coderId) => [{ file: sampleFile('survey.csv'), name: 'Sample', coderId }],
  'transcripts.import': (_, coderId) => [{ files: [textFile('P3.txt', 'Int: More?\nP3: No.')], coderId }],
  'transcripts.remove': () => [],
  'transcripts.update': ({ transcripts }, coderId) => [
    { id: transcripts.P2, name: 'P1', coderId },
    { id: transcripts.P2, name: 'Second', coderId },
  ],
  'versions.name': (_, coderId) => [{ name: 'v3', coderId }],
  'versions.remove': (_, coderId) => [{ id: asId<'version'>('0'.repeat(36)), coderId }],
  'versions.rename': (_, coderId) => [{ id: asId<'version'>('0'.repeat(36)), name: 'v9', coderId }],
}

/** Those that open and close files, not what is in them. */
const SESSIONS = [
  'packets.openAsStudy',
  'workspace.close',
  'workspace.create',
  'workspace.open',
  'workspace.status',
  'workspace.studies',
]

/**
 * What cannot but tell that there is something, since doing it would destroy or displace work of Bea's that Ada does not
 * see: the refusal, and all that it may say.
 */
const REFUSED: readonly {
  readonly [Name in NamesOf<'write'>]: readonly [
    Name,
    (study: Asked, coderId: CoderId) => Input<Name>,
    reason: string,
    params: Readonly<Record<string, unknown>>,
  ]
}[NamesOf<'write'>][] = [
  ['codes.remove', ({ codes }, coderId) => ({ ids: [codes.hers], coderId }), 'in-use-blind', { name: 'hers' }],
  [
    'transcripts.remove',
    ({ transcripts }, coderId) => ({ id: transcripts.P1, coderId }),
    'coded-blind',
    { name: 'P1' },
  ],
  [
    'segments.split',
    ({ segments, spanAt }, coderId) => ({ id: segments.screened, at: spanAt('it was').start, coderId }),
    'segment-screened',
    {},
  ],
  ['segments.remove', ({ segments }, coderId) => ({ id: segments.screened, coderId }), 'segment-screened', {}],
  ['segments.join', ({ segments }, coderId) => ({ id: segments.screened, coderId }), 'segment-screened', {}],
  [
    'corrections.apply',
    (study, coderId) => correctionOf(study, coderId, revisionOf(study), 'Everything else was.'),
    'correction-for-moderator',
    {},
  ],
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
  revisions.set(study.path, revisionId)
  return { ...study, guessed, actions: list.map(({ id }) => id) }
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
