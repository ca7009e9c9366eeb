import { describe, expect, it } from 'vitest'
import type { Input } from '../../../app/contract.ts'
import { parseCodedTurns, type CodedTurns } from '../../../formats/coded-turns.ts'
import { published, readPublished } from '../../formats/published-data.ts'
import { createReviewedStudy } from '../../fixtures/reviewed-study.ts'
import { TALK } from '../../fixtures/screened-study.ts'
import { createTestStudy, reasonOf, textFile, type TestStudy } from '../../fixtures/study.ts'

type Question = Omit<Input<'exports.files'>, 'kind'>

async function exported({ call }: Pick<TestStudy, 'call'>, question: Question = {}) {
  const files = await call('exports.files', { kind: 'codings', ...question })
  return files.map(({ name, bytes }) => ({ name, coded: parseCodedTurns(name, new TextDecoder().decode(bytes)) }))
}

/** Who put which codes on which turn; of a turn they are a set. */
function codesByTurn({ sources }: CodedTurns) {
  return sources.map(({ coder, pass, turns }) => ({ coder, pass, codes: turns.map(({ codes }) => codes.toSorted()) }))
}

const WORDS = 'The model got grams where it was trained on kilograms.'

async function coded() {
  return createReviewedStudy([
    ['Ada', 'Units', WORDS],
    ['Ada', 'Speed', 'no idea'],
    ['Bea', 'Memory', WORDS],
    ['Bea', 'Units', WORDS],
  ])
}

describe('codings as coded turns', () => {
  it('hold every coder’s pass over the whole transcript, codes by their paths', async () => {
    const study = await coded()
    await study.open()
    const [file, ...others] = await exported(study)
    expect(others).toEqual([])
    expect(file?.name).toBe('p1-round-1.json')
    expect(codesByTurn(file?.coded ?? { interview: '', sources: [] })).toEqual([
      { coder: 'Ada', pass: 'independent', codes: [[], ['Data / Units'], [], ['Operations / Speed'], [], []] },
      {
        coder: 'Bea',
        pass: 'independent',
        codes: [[], ['Data / Units', 'Operations / Memory'], [], [], [], []],
      },
    ])
    expect(file?.coded.sources[0]?.turns[1]).toMatchObject({ speaker: 'P1', text: WORDS })
  })

  it('say beforehand which codings stand on whole turns there, and which on none', async () => {
    const study = await coded()
    await study.open()
    const [preview] = await study.call('exports.preview', { kind: 'codings' })
    expect(preview).toMatchObject({ quotes: true })
    expect(preview?.contains).toContain('4 codings of 2 coders by name in Round 1; 1 on a part of a turn')
    expect(preview?.contains).not.toContain('on no turn')
  })

  it('are read back as they were, the moderated ones too', async () => {
    const study = await coded()
    await study.open()
    await study.begin()
    const { items } = await study.queue()
    for (const { id: itemId } of items) {
      const outcome = { kind: 'take' as const, coders: [study.ada.id] }
      const question = { roundId: study.round.id, itemId, coderId: study.mo.id, outcome, reason: study.because('so') }
      await study.call('review.decide', question)
    }
    const [reviewed] = await study.call('review.rounds', {})
    const round = reviewed?.review?.moderatedRoundId
    if (round === undefined) throw new Error('the review was started')
    const files = await study.call('exports.files', { kind: 'codings', round })
    const other = await createTestStudy()
    await other.call('transcripts.import', { files: [textFile('P1.txt', TALK)] })
    const report = await other.call('codings.import', { files: [...files] })
    expect(report.unaligned).toEqual([])
    const [again] = await exported(other)
    expect(codesByTurn(again?.coded ?? { interview: '', sources: [] })).toEqual([
      { coder: 'Mo', pass: 'moderated', codes: [[], ['Data / Units'], [], ['Operations / Speed'], [], []] },
    ])
  })

  it('come back into rounds of their names, but never into one that is blind or of another kind', async () => {
    const study = await createTestStudy()
    const turns = [{ speaker: 'P1', text: 'Nobody knew.', codes: ['unsaid'] }]
    const pass = (coder: string, round: string | null, kind = 'independent') => ({ coder, pass: kind, round, turns })
    const sources = [pass('Ada', 'Pilot'), pass('Ben', 'Pilot'), pass('Ada', null), pass('Ben', 'Round 1')]
    sources.push(pass('Mo', 'Pilot', 'moderated'))
    const file = textFile('P1.json', JSON.stringify({ interview: 'P1', sources }))
    expect((await study.call('rounds.list', {})).map(({ name, state }) => [name, state])).toEqual([
      ['Round 1', 'blind'],
    ])
    const { passes } = await study.call('codings.import', { files: [file] })
    expect(passes.map(({ coder, round }) => [coder, round])).toEqual([
      ['Ada', 'Pilot'],
      ['Ben', 'Pilot'],
      ['Ada', 'Imported, independent'],
      ['Ben', 'Imported, independent'],
      ['Mo', 'Imported, moderated'],
    ])
    const [first] = await exported(study)
    expect(first?.coded.sources.map(({ coder, round }) => [coder, round])).toEqual([
      ['Ada', 'Pilot'],
      ['Ben', 'Pilot'],
    ])
    const { call } = await createTestStudy()
    await call('codings.import', { files: [...(await study.call('exports.files', { kind: 'codings' }))] })
    const names = (await call('rounds.list', {})).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['Imported, independent', 'Imported, moderated', 'Pilot', 'Round 1'])
  })

  it('of a blind round are the viewer’s own, and nobody’s where nobody is asked', async () => {
    const study = await coded()
    const [own, ...others] = await exported(study, { coderId: study.bea.id, round: study.round.id })
    expect(others).toEqual([])
    expect(own?.coded.sources.map(({ coder }) => coder)).toEqual(['Bea'])
    expect(await reasonOf(() => exported(study, { coderId: study.mo.id }))).toBe('nothing-to-export')
    expect(await reasonOf(() => exported(study))).toBe('nothing-to-export')
    expect(await reasonOf(() => exported(study, { round: study.round.id }))).toBe('round-blind')
  })

  it.runIf(published)('give a published interview back, pass by pass and code by code', async () => {
    const study = await createTestStudy()
    const bytes = readPublished('quality-issues/coded/interview-12.json')
    await study.call('codings.import', { files: [{ name: 'interview-12.json', bytes }] })
    const original = parseCodedTurns('interview-12.json', new TextDecoder().decode(bytes))
    const files = await exported(study)
    const passes = files.flatMap(({ coded: one }) => codesByTurn(one))
    const byCoder = (a: { coder: string; pass: string }, b: { coder: string; pass: string }) =>
      `${a.pass} ${a.coder}` < `${b.pass} ${b.coder}` ? -1 : 1
    expect(passes.toSorted(byCoder)).toEqual(codesByTurn(original).toSorted(byCoder))
  })
})
