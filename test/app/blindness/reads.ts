import type { Input } from '../../../app/contract.ts'
import { asId, type CoderId } from '../../../domain/ids.ts'
import { textFile } from '../../fixtures/study.ts'
import { correctionOf, everyCode, itemsOf, roundIds, transcriptIds, type Asked, type Questions } from './asked.ts'

/** Each is asked of both studies, by Ada and by the moderator. */
export const READS: Questions<'read'> = {
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
    correctionOf(study, coderId, 'The labels were wrong. We guessed the scheme for weeks, the whole of it.'),
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
  'packets.tryPassphrases': () => [{ files: [textFile('a.axialpacket', 'AXIALPKT')], passphrase: 'a dog, a boat' }],
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
