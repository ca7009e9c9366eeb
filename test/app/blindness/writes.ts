import type { Input } from '../../../app/contract.ts'
import { asId, type CoderId } from '../../../domain/ids.ts'
import { BLANK_FORM } from '../../../domain/screening.ts'
import { textFile } from '../../fixtures/study.ts'
import { sampleFile } from '../../fixtures/twin-studies.ts'
import { BECAUSE, correctionOf, itemsOf, roundIds, type Asked, type NamesOf, type Questions } from './asked.ts'

/** Each is asked of Ada, and of the moderator, in both studies and, where it is answered, taken back again. */
export const WRITES: Questions<'write'> = {
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
    correctionOf(study, coderId, 'The labels were wrong. We guessed the schema for weeks, all of it.'),
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

/**
 * What cannot but tell that there is something, since doing it would destroy or displace work of Bea's that Ada does not
 * see: the refusal, and all that it may say.
 */
export const REFUSED: readonly {
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
    (study, coderId) => correctionOf(study, coderId, 'Everything else was.'),
    'correction-for-moderator',
    {},
  ],
]

function harmonisedPairs({ openRound, blindRound, codes, mo }: Asked, coderId: CoderId) {
  const pair = { codeId: codes.units, otherId: codes.memory }
  return [
    { ...pair, roundId: openRound, coderId },
    { ...pair, roundId: openRound, coderId: mo },
    { ...pair, roundId: blindRound, coderId: mo },
  ]
}
