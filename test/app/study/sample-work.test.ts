import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { addSampleWork, type SampleWork } from '../../../app/study/sample-work.ts'
import { importSample, readSample } from '../../../app/study/sample-study.ts'
import { openWorkspace, reasonOf } from '../../fixtures/study.ts'

const FOLDER = path.join(import.meta.dirname, '../../../assets/sample')

describe('the work of the sample’s researchers', () => {
  it('stands in the study as they would have done it', async () => {
    const { call } = openWorkspace()
    const sample = await readSample(FOLDER)
    await call('workspace.create', { path: 'sample', title: sample.title, taxonomies: sample.taxonomies })
    await importSample(call, sample)
    const [coder] = (await call('coders.list', {})).filter(({ name }) => name === 'Ada')
    const [transcript] = await call('transcripts.list', {})
    if (coder === undefined || transcript === undefined) throw new Error('no sample')
    const coderId = coder.id
    const screenings = await call('screenings.list', { transcriptId: transcript.id, coderId })
    expect(screenings.map(({ decision }) => decision)).toEqual(['included', 'included', 'open'])
    expect(await call('quotes.list', { coderId })).toHaveLength(sample.work.quotes.length)
    const memos = await call('memos.list', { coderId })
    expect(memos.map(({ subject }) => subject.kind).toSorted()).toEqual(['code', 'participant', 'passage', 'study'])
    expect(memos.flatMap(({ links }) => links.codes.map(({ path }) => path))).toEqual(['nobody told us'])
    expect((await call('versions.list', {})).versions).toMatchObject([{ name: sample.work.version.name }])
  })

  it('is refused where it names what the study does not hold', async () => {
    const { call } = openWorkspace()
    await call('workspace.create', { path: 'other', coder: 'Ada' })
    const { work } = await readSample(FOLDER)
    const only = (part: Partial<SampleWork>) => ({
      ...work,
      segments: [],
      screenings: [],
      quotes: [],
      memos: [],
      ...part,
    })
    expect(await reasonOf(() => addSampleWork(call, only({ quotes: work.quotes })))).toBe('not-found')
    expect(await reasonOf(() => addSampleWork(call, only({ coder: 'Nobody' })))).toBe('not-found')
  })
})
