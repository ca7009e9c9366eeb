import { describe, expect, it } from 'vitest'
import type { CoderId, CodeId, RoundId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { rowsOf } from '../../fixtures/study-content.ts'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

const WORDS = 'Interviewer: What went wrong?\nP1: The labels were missing, and nobody had told us so.'

/** Ada has coded nothing; Bea has put a code on two passages, in the blind first round. */
async function blindStudy() {
  const study = await createTestStudy()
  const { call, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const code = await call('codes.create', { name: 'missing labels' })
  const apply = (coder: { id: CoderId }, start: number, codeId: CodeId = code.id, roundId: RoundId = round.id) => {
    const span = spanOf(start, start + 5)
    if (span === null) throw new Error('no span')
    return call('codings.apply', { transcriptId, ...span, codeId, coderId: coder.id, roundId })
  }
  const theirs = [await apply(bea, 43), await apply(bea, 50)]
  const open = () => call('rounds.open', { roundId: round.id, coderId: moderator.id })
  return { ...study, bea, moderator, transcriptId, code, theirs, apply, open }
}

/** What is asked of each procedure that could show codings, and what it shows of them. */
const QUESTIONS = {
  'codings.list': async ({ call, transcriptId }, coderId) =>
    (await call('codings.list', { transcriptId, coderId })).length,
  'codes.list': async ({ call }, coderId) =>
    (await call('codes.list', { coderId })).map(({ codings, transcripts }) => [codings, transcripts]).flat(),
  'study.info': async ({ call }, coderId) => (await call('study.info', { coderId })).codings,
  'study.progress': async ({ call }, coderId) => {
    const { transcripts, nextStep } = await call('study.progress', { coderId })
    // Whoever sees no codings goes on coding, or opens the round where that is theirs to do.
    const step = nextStep === 'open-round' ? 'code' : nextStep
    return [step, ...transcripts.flatMap(({ coded }) => coded.map(({ coder, turns }) => [coder, turns]))]
  },
  'history.list': async ({ call }, coderId) =>
    (await call('history.list', { coderId })).filter(({ action }) => action === 'codings.apply').length,
  'exports.files of the codebook': async ({ call }, coderId) => {
    const files = await call('exports.files', { kind: 'codebook', coderId })
    return files.map(({ bytes }) => new TextDecoder().decode(bytes))
  },
  'exports.preview of the codebook': async ({ call }, coderId) =>
    (await call('exports.preview', { kind: 'codebook', coderId })).map(({ bytes, contains }) => [bytes, contains]),
  'search.turns within codings, outside them, and within a code’s': async ({ call }, coderId) => {
    const [code] = await call('codes.list', { coderId })
    const codes = code === undefined ? [] : [{ codeId: code.id, isCoded: true }]
    const filters = [{ coded: 'coded' as const }, { coded: 'uncoded' as const }, { codes }]
    return Promise.all(
      filters.map((each) => call('search.turns', { query: 'labels OR missing', filters: each, coderId })),
    )
  },
  'autoCoding.preview': async ({ call, round }, coderId) => {
    const [code] = await call('codes.list', { coderId })
    const previews = (['coded', 'uncoded'] as const).map((coded) =>
      call('autoCoding.preview', {
        source: { kind: 'search', query: 'labels OR missing OR told', filters: { coded }, scope: 'hits' },
        codeId: code?.id ?? null,
        coderId,
        roundId: round.id,
      }),
    )
    return Promise.all(previews)
  },
  'agreement.compute': async ({ call }, coderId) =>
    (await call('agreement.compute', { coderId, resamples: 0 })).comparisons.length,
} as const satisfies Record<
  string,
  (
    study: Pick<Awaited<ReturnType<typeof blindStudy>>, 'call' | 'transcriptId' | 'round'>,
    coderId: CoderId,
  ) => Promise<unknown>
>

describe('while a round is blind', () => {
  it('the moderator’s next step is to open it, a coder’s to code, whatever Bea has coded', async () => {
    const { call, moderator, ada } = await blindStudy()
    const next = async (coderId: CoderId) => (await call('study.progress', { coderId })).nextStep
    expect(await next(moderator.id)).toBe('open-round')
    expect(await next(ada.id)).toBe('code')
  })

  for (const [name, ask] of Object.entries(QUESTIONS)) {
    it(`${name} tells Ada the same with Bea’s codings as without them`, async () => {
      const study = await blindStudy()
      const told = await ask(study, study.ada.id)
      await study.call('codings.remove', { ids: study.theirs.map(({ id }) => id), coderId: study.bea.id })
      await study.call('history.undo', { coderId: study.bea.id })
      await study.call('history.undo', { coderId: study.bea.id })
      await study.call('history.undo', { coderId: study.bea.id })
      expect(rowsOf(study.path)['assignment']).toEqual([])
      expect(told).toEqual(await ask(study, study.ada.id))
    })

    it(`${name} tells the moderator no more than Ada`, async () => {
      const study = await blindStudy()
      if (name === 'agreement.compute') {
        expect(await reasonOf(() => ask(study, study.moderator.id))).toBe('round-blind')
      } else expect(await ask(study, study.moderator.id)).toEqual(await ask(study, study.ada.id))
    })
  }

  it('Ada sees her own codings and their counts, and everyone’s once the moderator opens the round', async () => {
    const { call, ada, apply, transcriptId, open } = await blindStudy()
    await apply(ada, 43)
    const seen = async () => [
      (await call('codings.list', { transcriptId, coderId: ada.id })).length,
      (await call('codes.list', { coderId: ada.id }))[0]?.codings,
      (await call('study.info', { coderId: ada.id })).codings,
    ]
    expect(await seen()).toEqual([1, 1, 1])
    await open()
    expect(await seen()).toEqual([3, 3, 3])
    expect((await call('codes.list', { coderId: ada.id }))[0]?.transcripts).toBe(1)
  })

  it('only a moderator opens it', async () => {
    const { call, ada, round } = await blindStudy()
    expect(await reasonOf(() => call('rounds.open', { roundId: round.id, coderId: ada.id }))).toBe('moderator-only')
  })

  it('the agreement of a round Ada coded in is refused to her, also as an export', async () => {
    const { call, ada, apply } = await blindStudy()
    await apply(ada, 43)
    expect(await reasonOf(() => call('agreement.compute', { coderId: ada.id }))).toBe('round-blind')
    for (const name of ['exports.files', 'exports.preview'] as const) {
      expect(await reasonOf(() => call(name, { kind: 'agreement', coderId: ada.id }))).toBe('round-blind')
    }
    // A viewer named within the question alone must not pass the export's own by.
    const agreement = { coderId: undefined }
    expect(await reasonOf(() => call('exports.files', { kind: 'agreement', coderId: ada.id, agreement }))).toBe(
      'round-blind',
    )
  })

  it('the same passage coded by Ada as by Bea is a coding of its own, and tells nothing of the other', async () => {
    const { ada, apply, theirs } = await blindStudy()
    const mine = await apply(ada, 43)
    expect(mine.coderId).toBe(ada.id)
    expect(theirs.map(({ id }) => id)).not.toContain(mine.id)
  })

  it('Bea’s codings cannot be removed by Ada, nor by the moderator, who are told that there are none', async () => {
    const { call, path, ada, moderator, theirs } = await blindStudy()
    const before = rowsOf(path)
    const ids = theirs.map(({ id }) => id)
    for (const { id: coderId } of [ada, moderator]) {
      expect(await reasonOf(() => call('codings.remove', { ids, coderId }))).toBe('not-found')
    }
    expect(rowsOf(path)).toEqual(before)
  })

  it('a code that Bea uses is not removed by Ada, who is not told how often', async () => {
    const { call, path, ada, code } = await blindStudy()
    const before = rowsOf(path)
    expect(await reasonOf(() => call('codes.remove', { ids: [code.id], coderId: ada.id }))).toBe('in-use-blind')
    expect(rowsOf(path)).toEqual(before)
  })

  it('the refusal to remove a code counts what the viewer sees, and everything where there is no viewer', async () => {
    const { call, ada, code, apply, open } = await blindStudy()
    await apply(ada, 60)
    const told = async (coderId?: CoderId) =>
      call('codes.remove', { ids: [code.id], coderId }).catch((error: unknown) => error)
    expect(await told(ada.id)).toMatchObject({ reason: 'in-use', params: { count: 1 } })
    expect(await told()).toMatchObject({ reason: 'in-use', params: { count: 3 } })
    await open()
    expect(await told(ada.id)).toMatchObject({ reason: 'in-use', params: { count: 3 } })
  })

  it('a transcript that Bea coded is not removed by Ada, but may be by the moderator, and comes back whole', async () => {
    const { call, path, ada, moderator, transcriptId } = await blindStudy()
    const before = rowsOf(path)
    expect(await reasonOf(() => call('transcripts.remove', { id: transcriptId, coderId: ada.id }))).toBe('coded-blind')
    expect(rowsOf(path)).toEqual(before)
    await call('transcripts.remove', { id: transcriptId, coderId: moderator.id })
    expect(rowsOf(path)['coding']).toEqual([])
    await call('history.undo', { coderId: moderator.id })
    expect(rowsOf(path)).toEqual(before)
  })

  it('a transcript that only she coded, or none, is removed by a coder', async () => {
    const { call, ada, bea, transcriptId, open } = await blindStudy()
    await call('transcripts.remove', { id: transcriptId, coderId: bea.id })
    await call('history.undo', { coderId: bea.id })
    await open()
    await call('transcripts.remove', { id: transcriptId, coderId: ada.id })
    expect(await call('transcripts.list', {})).toEqual([])
  })

  it('what a coder did who is no longer in the study stays hidden in the history', async () => {
    const { call, path, ada, round, transcriptId } = await blindStudy()
    const turns = [{ speaker: 'P9', text: 'Something else was said.', codes: ['other'] }]
    const file = textFile(
      'P9.json',
      JSON.stringify({ interview: 'P9', sources: [{ coder: 'Cy', pass: 'independent', turns }] }),
    )
    await call('codings.import', { files: [file], coderId: ada.id })
    const cy = (await call('coders.list', {})).find(({ name }) => name === 'Cy')
    const [code] = await call('codes.list', { coderId: ada.id })
    const span = spanOf(0, 5)
    if (cy === undefined || code === undefined || span === null) throw new Error('the import made a coder')
    await call('codings.apply', { transcriptId, ...span, codeId: code.id, coderId: cy.id, roundId: round.id })
    await call('history.undo', { coderId: cy.id })
    await call('history.undo', { coderId: ada.id })
    expect(rowsOf(path)['coder']?.join()).not.toContain('Cy')
    const seen = await call('history.list', { coderId: ada.id })
    expect(seen.filter(({ action }) => action === 'codings.apply')).toEqual([])
  })
})
