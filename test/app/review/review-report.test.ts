import { describe, expect, it } from 'vitest'
import { createReviewedStudy, type ReviewedStudy } from '../../fixtures/reviewed-study.ts'
import { reasonOf } from '../../fixtures/study.ts'

async function reviewed() {
  const study = await createReviewedStudy([
    ['Ada', 'Units', 'grams'],
    ['Bea', 'Memory', 'grams'],
    ['Ada', 'Speed', 'no idea'],
    ['Ada', 'Labels', 'the rest'],
    ['Bea', 'Labels', 'the rest'],
  ])
  await study.open()
  return study
}

async function textOf({ call, round, mo }: ReviewedStudy, format: 'md' | 'csv') {
  const files = await call('review.files', { roundId: round.id, coderId: mo.id, formats: [format] })
  return files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
}

async function decideAll(study: ReviewedStudy) {
  const { items } = await study.queue()
  for (const { id: itemId } of items) {
    const outcome = { kind: 'take' as const, coders: [study.ada.id] }
    const reason = study.because('so')
    await study.call('review.decide', { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason })
  }
}

describe('the report of a review', () => {
  it('keeps agreement as it was when the review started, and says what it is with the decisions', async () => {
    const study = await reviewed()
    expect(await textOf(study, 'md')).toContain('| Pooled kappa over unit × code | not frozen yet |')
    await study.begin()
    // Of 6 turns × 4 codes one cell is both’s, two only Ada’s, one only Bea’s: Po = 21/24, Pe = (3·2 + 21·22)/24².
    // As long as nothing is decided, the interval after is that before: the same seed draws the same turns.
    const frozen = '0.3333 | -0.2353 to 1.0000 | 24'
    expect(await textOf(study, 'md')).toContain(`| Pooled kappa over unit × code | ${frozen} | ${frozen} |`)
    await decideAll(study)
    expect(await textOf(study, 'md')).toContain(
      `| Pooled kappa over unit × code | ${frozen} | 1.0000 | 1.0000 to 1.0000 | 18 |`,
    )
  })

  it('counts for each coder how often they were overruled', async () => {
    const study = await reviewed()
    await study.begin()
    await decideAll(study)
    const text = await textOf(study, 'md')
    expect(text).toContain('| Ada | 2 | 0 |')
    expect(text).toContain('| Bea | 2 | 2 |')
    expect(text).toContain('Nothing is open.')
  })

  it('says what its files contain before they are written', async () => {
    const { call, round } = await reviewed()
    const question = { roundId: round.id }
    const preview = await call('review.preview', question)
    const files = await call('review.files', question)
    expect(preview.map(({ name, bytes }) => [name, bytes])).toEqual(
      files.map(({ name, bytes }) => [name, bytes.byteLength]),
    )
    expect(preview.map(({ name, quotes }) => [name.replace(/^.*-review/, 'review'), quotes])).toEqual([
      ['review.md', true],
      ['review.html', true],
      ['review-queue.csv', true],
      ['review-decisions.csv', false],
      ['review-agreement.csv', false],
      ['review.tex', true],
    ])
  })

  it('is not written of a round that is blind', async () => {
    const study = await createReviewedStudy([['Ada', 'Units', 'grams']])
    expect(await reasonOf(() => study.call('review.files', { roundId: study.round.id, coderId: study.mo.id }))).toBe(
      'round-blind',
    )
  })
})

describe('the catalog', () => {
  it('says how many disagreements of a transcript are open, until none is', async () => {
    const study = await reviewed()
    expect((await study.call('catalog.read', {})).open).toEqual([])
    await study.begin()
    expect((await study.call('catalog.read', {})).open).toEqual([
      { transcript: 'P1', round: study.round.name, disagreements: 2 },
    ])
    await decideAll(study)
    expect((await study.call('catalog.read', {})).open).toEqual([])
  })
})
