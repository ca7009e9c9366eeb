import { expect, it } from 'vitest'
import { createTestStudy, textFile } from '../fixtures/study.ts'

it('gives two surveys whose names differ only in what file names leave out files of their own', async () => {
  const { call } = await createTestStudy()
  const rows = (answer: string) => `Role,Speed,Cost\nOps,Agree,${answer}\nOps,Disagree,Agree\nDev,Agree,Disagree\n`
  await call('surveys.import', { file: textFile('a.csv', rows('Agree')), name: 'Sharing, 2020' })
  await call('surveys.import', { file: textFile('b.csv', rows('Disagree')), name: 'sharing 2020' })
  const files = await call('exports.files', { kind: 'survey' })
  const names = files.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining(['survey-sharing-2020.csv', 'survey-sharing-2020-2.csv']))
})
