import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import type { CodeId, CoderId, RoundId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { createScreenedStudy, INCLUDED } from '../../fixtures/screened-study.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const WORDS = ['one one one', 'two two', 'three', 'four four four four']
const TEXT = WORDS.map((words, index) => `${index % 2 === 0 ? 'I' : 'P'}: ${words}`).join('\n')

/** Ada and Bea in a blind round, and two transcripts of four turns. */
async function codedStudy() {
  const study = await createTestStudy()
  const { call, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const mo = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const { imported } = await call('transcripts.import', {
    files: ['P1', 'P2'].map((name) => textFile(`${name}.txt`, `${TEXT} ${name}`)),
  })
  const [first, second] = imported.map(({ id }) => id)
  if (first === undefined || second === undefined) throw new Error('two were imported')
  const late = await call('codes.create', { name: 'late' })
  const early = await call('codes.create', { name: 'early' })
  const apply = (
    coderId: CoderId,
    words: string,
    codeId: CodeId,
    transcriptId = first,
    roundId: RoundId = round.id,
  ) => {
    const span = spanOf(TEXT.indexOf(words), TEXT.indexOf(words) + words.length)
    if (span === null) throw new Error(`nobody said “${words}”`)
    return call('codings.apply', { transcriptId, ...span, codeId, coderId, roundId })
  }
  const compare = (question: Input<'agreement.compute'> = {}) =>
    call('agreement.compute', { resamples: 0, ...question })
  return { ...study, bea, mo, first, second, late, early, apply, compare }
}

/** Ada and Bea agree on turn 1, and Ada alone codes turn 3 of the first; in the second transcript Bea alone codes turn 2. */
async function twoCodedTranscripts() {
  const study = await codedStudy()
  const { ada, bea, apply, late, early, second } = study
  await apply(ada.id, 'one', late.id)
  await apply(bea.id, 'one one', late.id)
  await apply(ada.id, 'three', early.id)
  await apply(ada.id, 'one', late.id, second)
  await apply(bea.id, 'one', late.id, second)
  await apply(bea.id, 'two', early.id, second)
  return study
}

describe('agreement over a round', () => {
  it('is of the units of its transcripts stacked, each coder on one side throughout', async () => {
    const { compare } = await twoCodedTranscripts()
    const apart = await compare()
    const { comparisons } = await compare({ scope: 'round' })
    expect(apart.comparisons.map(({ transcript, units }) => [transcript, units])).toEqual([
      ['P1', 4],
      ['P2', 4],
    ])
    expect(comparisons).toMatchObject([
      {
        transcript: null,
        transcripts: ['P1', 'P2'],
        round: 'Round 1',
        coders: ['Ada', 'Bea'],
        units: 8,
        coded: { either: 4, first: 3, second: 3, uncodedShare: 0.5 },
      },
    ])
    expect(
      comparisons[0]?.perCode.map(({ code, both, onlyFirst, onlySecond }) => [code, both, onlyFirst, onlySecond]),
    ).toEqual([
      ['early', 0, 1, 1],
      ['late', 2, 0, 0],
    ])
  })

  it('says what each figure rests on, and why one has no interval', async () => {
    const { compare } = await twoCodedTranscripts()
    const [comparison] = (await compare({ scope: 'round' })).comparisons
    expect(comparison?.n).toMatchObject({ codedAgreement: 8, kappaPooled: 16, kappaMean: 2 })
    expect(comparison?.withoutInterval.codedAgreement).toBe('no-resamples')
  })

  it('gives every figure of a code its interval, around it', async () => {
    const { ada, bea, apply, late, early, second, compare } = await codedStudy()
    for (const transcript of [undefined, second]) {
      await apply(ada.id, 'one', late.id, transcript)
      await apply(bea.id, 'one', late.id, transcript)
      await apply(ada.id, 'three', late.id, transcript)
      await apply(bea.id, 'two', early.id, transcript)
    }
    const { comparisons } = await compare({ scope: 'round', resamples: 300 })
    const code = comparisons[0]?.perCode.find((each) => each.code === 'late')
    expect(code).toMatchObject({ both: 2, onlyFirst: 2, onlySecond: 0, neither: 4, agreement: 0.75 })
    const figures = [
      [code?.agreement, code?.agreementInterval],
      [code?.kappa, code?.interval],
      [code?.ac1, code?.ac1Interval],
      [code?.alpha, code?.alphaInterval],
    ] as const
    for (const [value, interval] of figures) {
      expect(interval?.[0]).toBeLessThan(value ?? NaN)
      expect(interval?.[1]).toBeGreaterThan(value ?? NaN)
    }
  })

  it('names the transcripts that one coder alone went through', async () => {
    const { ada, apply, late, second, compare } = await codedStudy()
    await apply(ada.id, 'one', late.id, second)
    expect(await compare()).toMatchObject({
      comparisons: [],
      alone: [{ transcript: 'P2', round: 'Round 1', coder: 'Ada' }],
    })
  })

  it('comes in the order of the rounds, whichever transcript was there first', async () => {
    const { call, round, ada, bea, mo, late, second, apply, compare } = await codedStudy()
    const next = await call('rounds.create', { name: 'Again', kind: 'independent' })
    for (const coder of [ada, bea]) {
      await apply(coder.id, 'one', late.id, second)
      await apply(coder.id, 'one', late.id, undefined, next.id)
    }
    for (const { id } of [round, next]) await call('rounds.open', { roundId: id, coderId: mo.id })
    const { comparisons, groups } = await compare({ scope: 'round', group: true })
    for (const compared of [comparisons, groups]) {
      expect(compared.map((one) => one.round)).toEqual(['Round 1', 'Again'])
    }
  })

  it('is of the rounds asked for alone, and of none but those there are', async () => {
    const { compare } = await twoCodedTranscripts()
    expect((await compare({ rounds: ['Round 1'] })).comparisons).toHaveLength(2)
    expect(await reasonOf(() => compare({ rounds: ['Round 7'] }))).toBe('not-found')
  })
})

describe('agreement of all coders together', () => {
  it('counts a unit for whoever went through it', async () => {
    const study = await twoCodedTranscripts()
    const { call, apply, late, second, compare } = study
    const cat = await call('coders.create', { name: 'Cat', kind: 'coder' })
    await apply(cat.id, 'one', late.id, second)
    const { comparisons, groups } = await compare({ scope: 'round', group: true })
    expect(comparisons).toHaveLength(3)
    expect(groups).toMatchObject([{ coders: ['Ada', 'Bea', 'Cat'], units: 8, values: 20, fleissSets: null }])
    expect(groups[0]?.reasons).toMatchObject({ fleissSets: 'unequal-ratings' })
    expect(groups[0]?.alphaNominal).toBeTypeOf('number')
    // Of the twelve pairs of readings in P2 and the four in P1: Ada and Bea differ on “early” in one turn of P1; of P2’s three
    // readings of turn 2 one has it.
    expect(groups[0]).toMatchObject({
      pairs: 16,
      perCode: [
        { code: 'early', everyone: 0, divided: 2, differing: 3, cost: 1 },
        { code: 'late', everyone: 2, divided: 0, differing: 0, cost: 0 },
      ],
    })
    const alone = await compare({ scope: 'round', group: true, pairs: false })
    expect(alone).toMatchObject({ comparisons: [], groups })
  })

  it('says that spans are matched two coders at a time', async () => {
    const { compare } = await twoCodedTranscripts()
    const { share, groups } = await compare({ unit: 'overlap', share: 0.3, group: true })
    expect(share).toBe(0.3)
    expect(groups[0]).toMatchObject({ alphaNominal: null, reasons: { alphaNominal: 'only-for-pairs' } })
    expect(groups[0]?.alphaUnitizing).toBeTypeOf('number')
  })
})

describe('agreement of spans that overlap', () => {
  it('depends on the share that is asked for', async () => {
    const { compare } = await twoCodedTranscripts()
    const [generous] = (await compare({ unit: 'overlap', share: 0.3, transcripts: ['P1'] })).comparisons
    const [strict] = (await compare({ unit: 'overlap', share: 0.9, transcripts: ['P1'] })).comparisons
    // “one” and “one one” share three characters of seven. Two turns are touched by none.
    expect(generous).toMatchObject({ units: 4, coded: { either: 2, first: 2, second: 1 } })
    expect(strict).toMatchObject({ units: 5, coded: { either: 3, first: 2, second: 1 } })
  })
})

describe('agreement by segment', () => {
  it('has the segments as units and names the codings that lie in none', async () => {
    const { call, ada, bea, apply, late, first, compare } = await codedStudy()
    await apply(ada.id, 'one', late.id)
    await apply(bea.id, 'three', late.id)
    const at = spanOf(TEXT.indexOf('three'), TEXT.length)?.start
    if (at === undefined) throw new Error('no offset')
    await call('segments.start', { transcriptId: first, at, coderId: ada.id })
    const [comparison] = (await compare({ unit: 'segment' })).comparisons
    expect(comparison).toMatchObject({ units: 1, coded: { first: 0, second: 1 } })
    expect(comparison?.leftOut).toContainEqual({ reason: 'outside-units', coder: 'Ada', count: 1 })
  })
})

describe('agreement of screenings', () => {
  it('is on which segments were included, without those that one of the two did not decide', async () => {
    const { call, startAll, screen, ada, bea } = await createScreenedStudy()
    const { first, second, third } = await startAll()
    const excluded = { ...INCLUDED, E5: 'yes' } as const
    await screen(first.id, ada.id)
    await screen(first.id, bea.id)
    await screen(second.id, ada.id)
    await screen(second.id, bea.id, { criteria: excluded })
    await screen(third.id, ada.id, { criteria: { ...INCLUDED, I1: 'undecided' } })
    const { unit, comparisons } = await call('agreement.compute', { subject: 'screenings', resamples: 0 })
    expect(unit).toBe('segment')
    expect(comparisons).toMatchObject([
      { units: 2, coded: { either: 2, first: 2, second: 1 }, codedAgreement: 0.5, alphaUnitizing: null },
    ])
    expect(comparisons[0]?.leftOut).toEqual([
      { reason: 'undecided', coder: 'Ada', count: 1 },
      { reason: 'not-screened', coder: 'Bea', count: 1 },
    ])
    expect(comparisons[0]?.perCode).toMatchObject([
      { code: 'included', both: 1, onlyFirst: 1, onlySecond: 0, neither: 0 },
    ])
  })

  it('is on the instances of the segments that both included', async () => {
    const { call, startAll, screen, ada, bea } = await createScreenedStudy()
    const { first, second } = await startAll()
    const [memory, units] = [
      await call('codes.create', { name: 'memory' }),
      await call('codes.create', { name: 'units' }),
    ]
    await screen(first.id, ada.id, { instances: [memory.id, units.id] })
    await screen(first.id, bea.id, { instances: [units.id] })
    await screen(second.id, ada.id, { instances: [memory.id] })
    await screen(second.id, bea.id, { criteria: { ...INCLUDED, E4: 'yes' } })
    const { comparisons } = await call('agreement.compute', { subject: 'instances', resamples: 0 })
    expect(comparisons).toMatchObject([{ units: 1, codes: 2 }])
    expect(comparisons[0]?.leftOut).toContainEqual({ reason: 'not-included', coder: 'Bea', count: 1 })
    expect(comparisons[0]?.perCode.map(({ code, both, onlyFirst }) => [code, both, onlyFirst])).toEqual([
      ['memory', 0, 1],
      ['units', 1, 0],
    ])
  })
})

describe('intra-coder agreement', () => {
  it('compares each coder with themself between two rounds', async () => {
    const { call, ada, mo, round, apply, late, early, first, compare } = await codedStudy()
    await apply(ada.id, 'one', late.id)
    await call('rounds.open', { roundId: round.id, coderId: mo.id })
    const again = await call('rounds.create', { name: 'Again', kind: 'independent' })
    await apply(ada.id, 'one', late.id, first, again.id)
    await apply(ada.id, 'two', early.id, first, again.id)
    const { comparisons } = await compare({ between: 'rounds' })
    expect(comparisons).toMatchObject([
      { coders: ['Ada', 'Ada'], round: null, rounds: ['Round 1', 'Again'], units: 4, codedAgreement: 0.75 },
    ])
  })

  it('shows a coder their own blind round and nobody else’s', async () => {
    const { call, ada, bea, mo, round, apply, late, first, compare } = await codedStudy()
    for (const coder of [ada, bea]) await apply(coder.id, 'one', late.id)
    await call('rounds.open', { roundId: round.id, coderId: mo.id })
    const again = await call('rounds.create', { name: 'Again', kind: 'independent' })
    for (const coder of [ada, bea]) await apply(coder.id, 'two', late.id, first, again.id)
    const seenBy = async (coderId: CoderId) =>
      (await compare({ between: 'rounds', coderId })).comparisons.map(({ coders }) => coders[0])
    expect(await seenBy(ada.id)).toEqual(['Ada'])
    expect(await seenBy(mo.id)).toEqual([])
  })
})

describe('the codebook of a comparison', () => {
  it('is the version in force while both coded', async () => {
    const { call, ada, bea, apply, late, compare } = await codedStudy()
    await call('versions.name', { name: 'V1' })
    for (const coder of [ada, bea]) await apply(coder.id, 'one', late.id)
    expect((await compare()).comparisons[0]?.codebook).toEqual({ version: 'V1', reason: null })
    await call('versions.name', { name: 'V2' })
    await apply(ada.id, 'two', late.id)
    expect((await compare()).comparisons[0]?.codebook).toEqual({ version: null, reason: 'several-versions' })
  })

  it('cannot be told where none was named, and where codings were imported', async () => {
    const { compare, call } = await twoCodedTranscripts()
    expect((await compare()).comparisons[0]?.codebook.reason).toBe('no-version')
    await call('versions.name', { name: 'V1' })
    const turns = [{ speaker: 'P', text: 'Elsewhere', codes: ['late'] }]
    const sources = ['C1', 'C2'].map((coder) => ({ coder, pass: 'independent', turns }))
    await call('codings.import', { files: [textFile('x.json', JSON.stringify({ interview: 9, sources }))] })
    const { comparisons } = await compare({ coders: ['C1', 'C2'] })
    expect(comparisons[0]?.codebook).toEqual({ version: null, reason: 'imported' })
  })

  it('parts the comparisons where they are asked for by version', async () => {
    const { call, ada, bea, apply, late, second, compare } = await codedStudy()
    await call('versions.name', { name: 'V1' })
    for (const coder of [ada, bea]) await apply(coder.id, 'one', late.id)
    await call('versions.name', { name: 'V2' })
    for (const coder of [ada, bea]) await apply(coder.id, 'one', late.id, second)
    const { comparisons } = await compare({ scope: 'version' })
    expect(comparisons.map(({ codebook, transcripts }) => [codebook.version, transcripts])).toEqual([
      ['V1', ['P1']],
      ['V2', ['P2']],
    ])
    expect((await compare({ scope: 'all' })).comparisons).toMatchObject([{ transcripts: ['P1', 'P2'], units: 8 }])
  })
})

describe('long work', () => {
  it('reports how far it is and stops when it is cancelled', async () => {
    const { call } = await twoCodedTranscripts()
    const cancelling = new AbortController()
    const heard: number[] = []
    const work = call(
      'agreement.compute',
      { scope: 'round', resamples: 10_000 },
      {
        signal: cancelling.signal,
        onProgress: ({ done }) => {
          heard.push(done)
          cancelling.abort()
        },
      },
    )
    expect(await reasonOf(() => work)).toBe('cancelled')
    expect(heard).toHaveLength(1)
  })

  it('gives the unitizing alpha the same figure and interval whatever the unit', async () => {
    const { compare } = await twoCodedTranscripts()
    const [turns, characters] = await Promise.all(
      (['turn', 'character'] as const).map(async (unit) => {
        const { comparisons } = await compare({ scope: 'round', unit, resamples: 100 })
        return [comparisons[0]?.alphaUnitizing, comparisons[0]?.intervals.alphaUnitizing]
      }),
    )
    expect(turns?.[1]).toBeDefined()
    expect(turns).toEqual(characters)
  })

  it('gives the same intervals for the same seed, whichever other comparisons are asked for', async () => {
    const { compare } = await twoCodedTranscripts()
    const intervalsOf = async (question: Input<'agreement.compute'>) => {
      const { comparisons } = await compare({ resamples: 200, ...question })
      return comparisons.find(({ transcript }) => transcript === 'P2')?.intervals
    }
    const both = await intervalsOf({})
    expect(both?.codedAgreement).toBeDefined()
    expect(await intervalsOf({ transcripts: ['P2'] })).toEqual(both)
    expect(await intervalsOf({ seed: 2 })).not.toEqual(both)
  })
})
