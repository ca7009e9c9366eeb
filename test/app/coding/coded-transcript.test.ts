import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CodeId, CoderId } from '../../../domain/ids.ts'
import { spanOf } from '../../../domain/span.ts'
import { createTestStudy, textFile } from '../../fixtures/study.ts'

const WORDS = 'Interviewer: What happened?\nP1: The labels were missing, and nobody had told us.'

async function codedStudy() {
  const study = await createTestStudy()
  const { call, round } = study
  const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
  const moderator = await call('coders.create', { name: 'Mo', kind: 'moderator' })
  const { imported } = await call('transcripts.import', { files: [textFile('P1.txt', WORDS)] })
  const transcriptId = imported[0]?.id
  if (transcriptId === undefined) throw new Error('nothing was imported')
  const category = await call('codes.create', { name: 'Raw Data' })
  const code = await call('codes.create', { name: 'missing labels', parentId: category.id })
  const other = await call('codes.create', { name: 'surprise' })
  const apply = (words: string, codeId: CodeId, coderId: CoderId) => {
    const start = WORDS.indexOf(words)
    const span = spanOf(start, start + words.length)
    if (span === null) throw new Error('no span')
    return call('codings.apply', { transcriptId, ...span, codeId, coderId, roundId: round.id })
  }
  const page = async (options: object) => {
    const [file] = await call('codedTranscripts.files', { transcriptId, format: 'html', ...options })
    return new TextDecoder().decode(file?.bytes)
  }
  return { ...study, bea, moderator, transcriptId, category, code, other, apply, page }
}

describe('a coded transcript', () => {
  it('holds the codings asked for: of these coders, of these codes and the codes within them', async () => {
    const { ada, bea, category, code, other, apply, page, call, round, moderator } = await codedStudy()
    await apply('labels', code.id, ada.id)
    await apply('nobody', other.id, bea.id)
    await call('rounds.open', { roundId: round.id, coderId: moderator.id })
    const count = async (options: object) => ((await page(options)).match(/class="open"/g) ?? []).length
    expect(await count({})).toBe(2)
    expect(await count({ coders: [bea.id] })).toBe(1)
    expect(await count({ codes: [category.id] })).toBe(1)
    expect(await count({ codes: [] })).toBe(0)
    expect(await page({ codes: [category.id] })).toContain('Raw Data / missing labels')
  })

  it('says what it will hold before it is written, and is written so', async () => {
    const { call, ada, code, apply, transcriptId } = await codedStudy()
    await apply('labels', code.id, ada.id)
    for (const format of ['html', 'docx'] as const) {
      const told = await call('codedTranscripts.preview', { transcriptId, format, coderId: ada.id })
      expect(told).toMatchObject({ name: `p1.${format}`, turns: 2, codings: 1, memos: 0, coders: ['Ada'] })
      expect(told.contains).toBe('the whole transcript, 2 turns; 1 coding of 1 coder by name')
    }
  })

  it.each(['html', 'docx'] as const)(
    'as %s tells a coder of a blind round nothing of another’s codings',
    async (format) => {
      const { call, ada, bea, moderator, code, other, apply, transcriptId } = await codedStudy()
      await apply('labels', code.id, ada.id)
      await apply('nobody', other.id, bea.id)
      for (const { id: coderId } of [ada, moderator]) {
        const told = await call('codedTranscripts.preview', { transcriptId, format, coderId })
        expect(told.coders).toEqual(coderId === ada.id ? ['Ada'] : [])
        expect(told.codings).toBe(coderId === ada.id ? 1 : 0)
        const [file] = await call('codedTranscripts.files', { transcriptId, format, coderId, coders: [ada.id, bea.id] })
        const bytes = file?.bytes ?? new Uint8Array()
        const text =
          format === 'html'
            ? strFromU8(bytes)
            : Object.values(unzipSync(bytes))
                .map((part) => strFromU8(part))
                .join('')
        expect(text).not.toMatch(/Bea|surprise/)
      }
    },
  )

  it('of a thousand turns is written with progress told', async () => {
    const { call, ada, round, code } = await codedStudy()
    const text = Array.from(
      { length: 1000 },
      (_, index) => `P${String(index % 2)}: answer ${String(index)} about labels`,
    ).join('\n')
    const { imported } = await call('transcripts.import', { files: [textFile('long.txt', text)] })
    const transcriptId = imported[0]?.id
    if (transcriptId === undefined) throw new Error('nothing was imported')
    const { turns } = await call('transcripts.read', { id: transcriptId })
    for (const { start, end } of turns.slice(0, 300)) {
      await call('codings.apply', { transcriptId, start, end, codeId: code.id, coderId: ada.id, roundId: round.id })
    }
    const reports: number[] = []
    const onProgress = ({ done }: { done: number }) => reports.push(done)
    const [file] = await call('codedTranscripts.files', { transcriptId, format: 'docx' }, { onProgress })
    expect(reports).toEqual([0, 1000])
    expect(file?.name).toBe('long.docx')
  })
})
