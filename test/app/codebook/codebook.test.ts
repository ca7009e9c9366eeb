import { describe, expect, it } from 'vitest'
import { createTestStudy, reasonOf, textFile } from '../../fixtures/study.ts'

function codedTurns(interview: string, labels: readonly string[]) {
  const turns = [{ text: `What was said in ${interview}.`, codes: labels }]
  return textFile(
    `${interview}.json`,
    JSON.stringify({ interview, sources: [{ coder: 'C1', pass: 'independent', turns }] }),
  )
}

async function pathsIn({ call, ada }: Awaited<ReturnType<typeof createTestStudy>>) {
  const codes = await call('codes.list', { coderId: ada.id })
  const nameOf = (id: string | null) => codes.find((code) => code.id === id)?.name
  return codes.map(({ name, parentId, codings }) => [nameOf(parentId) ?? null, name, codings])
}

describe('a code', () => {
  it('whose name holds a slash is never written as another code’s path', async () => {
    const study = await createTestStudy()
    const { call } = study
    await call('codes.create', { name: 'Data / Labels' })
    const data = await call('codes.create', { name: 'Data' })
    expect(await reasonOf(() => call('codes.create', { name: 'Labels', parentId: data.id }))).toBe('name-taken')
    const other = await call('codes.create', { name: 'Others', parentId: data.id })
    expect(await reasonOf(() => call('codes.update', { id: other.id, name: 'Labels' }))).toBe('code-name-taken')
    const twin = { name: 'Data / Others' }
    expect(await reasonOf(() => call('codes.create', twin))).toBe('name-taken')
  })

  it('whose name holds a slash is the one that an imported label of that name means', async () => {
    const study = await createTestStudy()
    await study.call('codes.create', { name: 'Data / Labels' })
    const { createdCodes } = await study.call('codings.import', { files: [codedTurns('P1', ['Data / Labels'])] })
    expect(createdCodes).toEqual([])
    expect(await pathsIn(study)).toEqual([[null, 'Data / Labels', 1]])
  })

  it('has one name, in whichever Unicode form it was typed', async () => {
    const { call } = await createTestStudy()
    await call('codes.create', { name: 'Étiquettes' })
    expect(await reasonOf(() => call('codes.create', { name: 'E\u0301tiquettes' }))).toBe('name-taken')
    await call('coders.create', { name: 'Zoé', kind: 'coder' })
    expect(await reasonOf(() => call('coders.create', { name: 'Zoe\u0301', kind: 'coder' }))).toBe('name-taken')
  })

  it('has one name, whatever unseen marks came along with the words, and none of them alone', async () => {
    const { call } = await createTestStudy()
    await call('codes.create', { name: 'labels' })
    expect(await reasonOf(() => call('codes.create', { name: '\u202Alab\u00ADels\u200B' }))).toBe('name-taken')
    expect(await reasonOf(() => call('codes.create', { name: '\u200B\uFEFF' }))).toBe('name-empty')
    const file = textFile('codes.csv', 'name\nlabels\u200B\n')
    const { codes } = await call('codebook.preview', { source: { from: 'file', file } })
    expect(codes.map(({ kind }) => kind)).toEqual(['same'])
  })
})

describe('labels under a category of a taxonomy', () => {
  it('are found again by a second import, however it writes the category', async () => {
    const { call, ada } = await createTestStudy()
    await call('workspace.create', { path: 'taxonomy', taxonomies: ['ml-mismatch'], coder: 'Ada' })
    const labels = ['(TM) trained model / our own', 'Trained Model / our own']
    await call('codings.import', { files: [codedTurns('P1', labels)] })
    const { createdCodes } = await call('codings.import', { files: [codedTurns('P2', labels)] })
    expect(createdCodes).toEqual([])
    const [viewer] = await call('coders.list', {})
    const codes = await call('codes.list', { coderId: viewer?.id ?? ada.id })
    expect(codes.filter(({ name }) => name === 'our own')).toHaveLength(1)
  })
})
