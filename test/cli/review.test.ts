import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { axial, axialJson, temporaryFolder } from './axial.ts'
import { DISAGREEMENT_KINDS } from '../../domain/adjudication/adjudication.ts'
import { TEXT_FIELDS } from '../../domain/adjudication/segments.ts'
import { CRITERIA } from '../../domain/screening.ts'

const count = z.int().min(0)
const text = z.string()
const tally = { disagreements: count, decided: count, open: count, identical: count, unsettled: count }
const span = z.strictObject({ start: count, end: count })

/** What scripts rely on: the fields of `--json`, neither fewer nor more. */
const queue = z.strictObject({
  round: z.strictObject({
    roundId: text,
    name: text,
    state: text,
    review: z
      .strictObject({
        id: text,
        moderatorId: text,
        moderator: text,
        moderatedRoundId: text,
        moderatedRound: text,
        startedAt: text,
      })
      .nullable(),
    mappedCodes: count,
    tally: z.strictObject(tally),
  }),
  tally: z.strictObject(tally),
  coders: z.array(z.strictObject({ id: text, name: text })),
  transcripts: z.array(z.strictObject({ id: text, name: text, ...tally })),
  kinds: z.array(z.strictObject({ kind: z.enum(DISAGREEMENT_KINDS), disagreements: count, open: count, cost: count })),
  codes: z.array(z.strictObject({ codeId: text, disagreements: count, open: count, cost: count })),
  items: z.array(
    z.strictObject({
      id: text,
      kind: z.enum(DISAGREEMENT_KINDS),
      state: text,
      transcriptId: text,
      transcript: text,
      segmentId: text.nullable(),
      start: count,
      end: count,
      turn: count,
      words: text,
      readings: z.array(
        z.strictObject({ coderId: text, codes: z.array(text), span: span.nullable(), decision: text.nullable() }),
      ),
      cost: count,
      characters: count,
      differing: z.array(z.enum([...CRITERIA, ...TEXT_FIELDS])),
      notes: count,
    }),
  ),
})

const turn = (said: string, codes: readonly string[]) => ({ speaker: 'P1', text: said, codes })
const SOURCES = {
  interview: 'P1',
  sources: [
    { coder: 'Ada', pass: 'independent', turns: [turn('Units differ.', ['units']), turn('Nobody told us.', ['talk'])] },
    { coder: 'Bea', pass: 'independent', turns: [turn('Units differ.', ['units']), turn('Nobody told us.', ['who'])] },
    { coder: 'Mo', pass: 'moderated', turns: [turn('Units differ.', ['units']), turn('Nobody told us.', [])] },
  ],
}

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
  await writeFile(path.join(folder, 'p1.json'), JSON.stringify(SOURCES))
  await axialJson(folder, ['new', 'study'])
  await axialJson(folder, ['import', 'codings', 'study', 'p1.json'])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('axial review', () => {
  it('has exactly its fields, and ends with status 1 while a disagreement is open', async () => {
    const { tally: counted, items } = queue.parse(await axialJson(folder, ['review', 'study'], 1))
    expect(counted).toMatchObject({ disagreements: 1, open: 1, identical: 1 })
    expect(items.map(({ kind, cost }) => [kind, cost])).toEqual([['branch', 2]])
  })

  it('starts a review as a moderator, and as nobody else', async () => {
    const refused = await axial(folder, ['review', 'study', '--start', 'Ada'])
    expect(refused.errors).toContain('only the moderator may do this')
    const { round } = queue.parse(await axialJson(folder, ['review', 'study', '--start', 'Mo'], 1))
    expect(round).toMatchObject({ review: { moderator: 'Mo' }, tally: { unsettled: 0 } })
  })

  it('writes the report that was asked for, or says what it would write', async () => {
    const dry = (await axialJson(folder, ['review', 'study', '--report', 'all', '--dry-run'], 1)) as {
      files: unknown[]
    }
    expect(dry.files).toHaveLength(6)
    await axialJson(folder, ['review', 'study', '--report', 'md,tex', '--language', 'fr', '--out', 'out'], 1)
    const name = 'imported-independent-review'
    expect(await readFile(path.join(folder, 'out', `${name}.md`), 'utf8')).toContain('1 désaccord est ouvert')
    expect(await readFile(path.join(folder, 'out', `${name}.tex`), 'utf8')).toContain('\\begin{document}')
  })

  it('leaves a consolidated coding that is exported by its round, and by no name that there is not', async () => {
    const round = 'Imported, moderated'
    const line = ['export', 'codings', 'study', '--out', 'coded', '--round']
    expect(await axialJson(folder, [...line, round])).toMatchObject({ files: [{ name: 'p1-imported-moderated.json' }] })
    const file = JSON.parse(await readFile(path.join(folder, 'coded', 'p1-imported-moderated.json'), 'utf8')) as unknown
    expect(file).toEqual({ interview: 'P1', sources: [{ ...SOURCES.sources[2], round }] })
    expect((await axial(folder, [...line, 'Round 9'])).errors).toContain('Round 9')
  })

  it.each([
    [['--report', 'pdf', '--out', 'out'], '--report takes md, html, csv, tex or all'],
    [['--report', 'md'], '--report needs --out'],
    [['--round', 'Round 9'], 'Round 9'],
    [['--round', 'Round 1'], 'still being coded blind'],
  ])('refuses %j with a sentence', async (options, sentence) => {
    const { status, errors } = await axial(folder, ['review', 'study', ...options])
    expect(errors).toContain(sentence)
    expect(status).toBe(2)
  })
})
