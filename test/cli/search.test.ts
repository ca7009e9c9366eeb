import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { axial, axialJson, temporaryFolder } from './axial.ts'

const WORDS = [
  'Interviewer: And the labels?',
  'P1: The labels were missing.',
  'Interviewer: All of them?',
  'P1: Nobody knew.',
]

const printed = z.strictObject({
  query: z.string(),
  hits: z.int().nullable(),
  turns: z.int(),
  transcripts: z.int(),
  found: z.array(
    z.strictObject({
      transcript: z.string(),
      participant: z.string().nullable(),
      turn: z.int(),
      speaker: z.string().nullable(),
      hits: z.array(z.strictObject({ start: z.int(), end: z.int(), words: z.string() })),
      text: z.string(),
    }),
  ),
})

let folder = ''
const found = async (line: readonly string[], status = 0) =>
  printed.parse(await axialJson(folder, ['search', 'study', ...line], status)).found.map(({ turn }) => turn)

beforeAll(async () => {
  folder = await temporaryFolder()
  await writeFile(path.join(folder, 'talk.txt'), WORDS.join('\n'))
  const sources = ['C1', 'C2'].map((coder) => ({
    coder,
    pass: 'independent',
    turns: WORDS.map((line, index) => {
      const [speaker, text] = line.split(': ')
      return { speaker, text, codes: index === 1 ? ['quality'] : [] }
    }),
  }))
  await writeFile(path.join(folder, 'talk.json'), JSON.stringify({ interview: 'talk', sources }))
  await axial(folder, ['new', 'study'])
  await axial(folder, ['import', 'transcript', 'study', 'talk.txt', '--participant', 'P1', '--role', 'manager'])
  await axial(folder, ['import', 'codings', 'study', 'talk.json'])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('axial search', () => {
  it('prints the turns with what was found in brackets', async () => {
    const { output, status } = await axial(folder, ['search', 'study', 'labels'])
    expect(status).toBe(0)
    expect(output).toBe(
      '2 hits in 2 turns of 1 transcript.\n\ntalk (2 turns)\n  1 Interviewer\n    And the [labels]?\n  2 P1\n    The [labels] were missing.\n',
    )
  })

  it('has exactly its fields in --json, with the places of the hits in the transcript', async () => {
    const report = printed.parse(await axialJson(folder, ['search', 'study', '"labels were"']))
    const text = WORDS.join('\n')
    expect(report.found.flatMap(({ hits }) => hits.map(({ start, end }) => text.slice(start, end)))).toEqual([
      'labels were',
    ])
  })

  it.each([
    [['--who', 'interviewers'], [1]],
    [['--speaker', 'P1'], [2]],
    [
      ['--transcript', 'talk', '--participant', 'role=manager'],
      [1, 2],
    ],
    [['--code', 'quality'], [2]],
    [['--not-code', 'quality'], [1]],
    [['--coding', 'uncoded'], [1]],
    [['--limit', '1'], [1]],
  ])('limits what is found by %j', async (options, turns) => {
    expect(await found(['labels', ...options])).toEqual(turns)
  })

  it('ends with 1 where nothing is found, and says so', async () => {
    expect(await found(['nowhere'], 1)).toEqual([])
    expect((await axial(folder, ['search', 'study', 'nowhere'])).output).toBe('Nothing found.\n')
  })

  it.each([
    [['…'], /holds no word to look for/],
    [['labels', '--transcript', 'walk'], /there is no transcript "walk"/],
    [['labels', '--code', 'walk'], /there is no code "walk"/],
    [['labels', '--participant', 'role'], /--participant takes ATTRIBUTE=VALUE/],
  ])('refuses %j in one line, with 2', async (line, sentence) => {
    const ran = await axial(folder, ['search', 'study', ...line])
    expect([ran.status, ran.output]).toEqual([2, ''])
    expect(ran.errors).toMatch(sentence)
  })
})
