import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../db/connection.ts'
import { spanOf } from '../../../domain/span.ts'
import { contentOf, actionsIn } from '../../fixtures/study-content.ts'
import { scratchFile } from '../../fixtures/scratch.ts'
import { createTestStudy, digestOf, openWorkspace, reasonOf, textFile } from '../../fixtures/study.ts'

async function studyWithCodes() {
  const study = await createTestStudy()
  const { call, ada } = study
  const data = await call('codes.create', { name: 'Data', definition: 'What is learned from.', coderId: ada.id })
  const labels = await call('codes.create', { name: 'Labels', parentId: data.id, coderId: ada.id })
  const first = await call('versions.name', { name: ' After  round 1 ', note: 'Agreed on Monday.', coderId: ada.id })
  return { ...study, data, labels, first }
}

describe('a version of the codebook', () => {
  it('holds every code as it was when it was named, whatever happens to the codes since', async () => {
    const { call, ada, data, labels, first } = await studyWithCodes()
    expect(first).toMatchObject({
      name: 'After round 1',
      note: 'Agreed on Monday.',
      coder: 'Ada',
      codes: 2,
      changes: null,
    })
    await call('codes.update', { id: data.id, name: 'Raw data', definition: 'Before cleaning.' })
    await call('codes.remove', { ids: [labels.id] })
    const { codes } = await call('versions.read', { id: first.id })
    const left = [data, labels].map(({ position: _, ...code }) => code)
    expect(codes).toMatchObject(left)
    expect((await call('versions.list', {})).sinceLast).toEqual({ added: 0, removed: 1, changed: 1 })
    expect(await call('history.undo', { coderId: ada.id })).toMatchObject({ redo: { action: 'versions.name' } })
  })

  it('is taken back and done again in one step each, every row of it', async () => {
    const { call, ada, path } = await studyWithCodes()
    const named = contentOf(path)
    await call('history.undo', { coderId: ada.id })
    expect((await call('versions.list', {})).versions).toEqual([])
    expect(contentOf(path)['version_code']).toEqual([])
    await call('history.redo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(named)
  })

  it('is renamed and removed, and comes back whole', async () => {
    const { call, ada, path, first } = await studyWithCodes()
    const named = contentOf(path)
    await call('versions.rename', { id: first.id, name: 'One', coderId: ada.id })
    expect((await call('versions.list', {})).versions).toMatchObject([{ name: 'One', note: 'Agreed on Monday.' }])
    await call('versions.remove', { id: first.id, coderId: ada.id })
    expect(await reasonOf(() => call('versions.read', { id: first.id }))).toBe('not-found')
    await call('history.undo', { coderId: ada.id })
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(named)
  })

  it('has a name of its own', async () => {
    const { call, first } = await studyWithCodes()
    expect(await reasonOf(() => call('versions.name', { name: 'After round 1' }))).toBe('name-taken')
    expect(await reasonOf(() => call('versions.name', { name: '  ' }))).toBe('name-empty')
    await call('versions.rename', { id: first.id, name: 'After round 1', note: 'Agreed on Tuesday.' })
    expect((await call('versions.list', {})).versions[0]?.note).toBe('Agreed on Tuesday.')
  })

  it('cannot be changed in the file itself', async () => {
    const { workspace, path } = await studyWithCodes()
    await workspace.close()
    const file = connect(path, { readonly: false, passphrase: null })
    expect(() => file.exec("UPDATE version_code SET name = 'x'")).toThrow('a version is frozen')
    expect(() => file.exec("UPDATE version SET named_at = 'x'")).toThrow('a version is frozen')
    file.close()
  })

  it('is compared with another, or with the codebook as it is now', async () => {
    const { call, data, labels, first } = await studyWithCodes()
    await call('codes.update', { id: data.id, name: 'Raw data', inclusion: 'Always.' })
    await call('codes.create', { name: 'Late', parentId: data.id })
    const second = await call('versions.name', { name: 'Two' })
    expect(second.changes).toEqual({ added: 1, removed: 0, changed: 1 })
    await call('codes.remove', { ids: [labels.id] })
    const now = await call('versions.compare', { before: first.id, after: null })
    expect(now).toMatchObject({
      before: { name: 'After round 1', codes: 2 },
      after: { name: null, codes: 2 },
      added: [{ path: 'Raw data / Late' }],
      removed: [{ path: 'Data / Labels', merged: null }],
      changed: [{ pathBefore: 'Data', path: 'Raw data', changes: ['renamed', 'redefined'] }],
    })
    const then = await call('versions.compare', { before: second.id, after: first.id })
    expect([then.added, then.removed, then.changed].map((list) => list.length)).toEqual([0, 1, 1])
  })

  it('tells of a code that was merged what it became, and of one that was retired that it was', async () => {
    const { call, ada, data, labels, first } = await studyWithCodes()
    const marks = await call('codes.create', { name: 'Marks', coderId: ada.id })
    await call('codes.merge', { ids: [labels.id], into: marks.id, coderId: ada.id })
    await call('codes.retire', { ids: [data.id], coderId: ada.id })
    const { removed, changed } = await call('versions.compare', { before: first.id, after: null })
    expect(removed).toMatchObject([{ path: 'Data / Labels', merged: 'Labels → Marks' }])
    expect(changed).toMatchObject([{ path: 'Data', changes: ['retired'] }])
  })

  it('is exported as the same bytes each time, and imported again as the same codebook', async () => {
    const { call, first } = await studyWithCodes()
    const files = await call('versions.export', { id: first.id })
    expect(await call('versions.export', { id: first.id })).toEqual(files)
    expect(files.map(({ name }) => name)).toEqual([
      'codebook-after-round-1.csv',
      'codebook-after-round-1.md',
      'codebook-after-round-1.json',
    ])
    for (const file of [files[0], files[2]]) {
      if (file === undefined) throw new Error('three files are written')
      const { codes } = await call('codebook.preview', { source: { from: 'file', file } })
      expect(codes.map(({ path, kind }) => [path, kind])).toEqual([
        ['Data', 'same'],
        ['Data / Labels', 'same'],
      ])
    }
  })
})

describe('while a round is blind', () => {
  it('no version, comparison, export or preview tells Ada that Bea has coded, nor the refusal of a file', async () => {
    const { call, ada, labels, first } = await studyWithCodes()
    const bea = await call('coders.create', { name: 'Bea', kind: 'coder' })
    const [round] = await call('rounds.list', {})
    const { imported } = await call('transcripts.import', {
      files: [textFile('P1.txt', 'P1: The labels were missing.')],
    })
    const transcriptId = imported[0]?.id
    const span = spanOf(4, 14)
    if (transcriptId === undefined || span === null || round === undefined) throw new Error('nothing to code')
    const told = async () => [
      await call('versions.list', {}),
      await call('versions.read', { id: null }),
      await call('versions.compare', { before: first.id, after: null }),
      await call('versions.export', { id: null }),
      await call('codebook.preview', { source: fromFile(TABLE) }),
      await reasonOf(() => call('codebook.preview', { source: fromFile('what\nx\n') })),
    ]
    await call('codes.update', { id: labels.id, definition: 'Marks.', coderId: ada.id })
    const before = await told()
    await call('codings.apply', { transcriptId, ...span, codeId: labels.id, coderId: bea.id, roundId: round.id })
    expect(await told()).toEqual(before)
  })
})

const TABLE = 'category,code,definition\n,Data,Rows and columns.\nData,Labels,Marks.\nData,Late,\n'
const fromFile = (text: string, name = 'theirs.csv') => ({ from: 'file' as const, file: textFile(name, text) })

describe('an import of a codebook', () => {
  it('is previewed without touching the study, then taken in one action that is undone in one', async () => {
    const { call, ada, path } = await studyWithCodes()
    const before = contentOf(path)
    const { source, codes } = await call('codebook.preview', { source: fromFile(TABLE) })
    expect(source).toBe('theirs.csv')
    expect(codes.map(({ path, kind, fields, suggested }) => [path, kind, fields, suggested])).toEqual([
      ['Data', 'differs', ['definition'], 'mine'],
      ['Data / Labels', 'differs', ['definition'], 'theirs'],
      ['Data / Late', 'new', [], 'mine'],
    ])
    expect(contentOf(path)).toEqual(before)
    const actions = actionsIn(path)
    const done = await call('codebook.import', {
      source: fromFile(TABLE),
      choices: { Data: 'theirs' },
      coderId: ada.id,
    })
    expect(done).toEqual({ source: 'theirs.csv', added: 1, changed: 2, same: 0, kept: 0 })
    expect(actionsIn(path)).toBe(actions + 1)
    const listed = await call('codes.list', { coderId: ada.id })
    expect(Object.fromEntries(listed.map(({ name, definition }) => [name, definition]))).toEqual({
      Data: 'Rows and columns.',
      Labels: 'Marks.',
      Late: '',
    })
    expect(await call('history.undo', { coderId: ada.id })).toMatchObject({ redo: { detail: 'theirs.csv' } })
    expect(contentOf(path)).toEqual(before)
  })

  it('keeps codes retired that are retired there', async () => {
    const { call, ada, path } = await studyWithCodes()
    const before = contentOf(path)
    await call('codebook.import', { source: fromFile('code,retired\nOld,1\nNew,\n'), coderId: ada.id })
    const listed = await call('codes.list', { coderId: ada.id })
    expect(listed.filter(({ retired }) => retired).map(({ name }) => name)).toEqual(['Old'])
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })

  it('takes one choice for all, and does nothing at all where nothing is new', async () => {
    const { call, path } = await studyWithCodes()
    await call('codebook.import', { source: fromFile(TABLE), otherwise: 'theirs' })
    const actions = actionsIn(path)
    expect(await call('codebook.import', { source: fromFile(TABLE), otherwise: 'both' })).toEqual({
      source: 'theirs.csv',
      added: 0,
      changed: 0,
      same: 3,
      kept: 0,
    })
    expect(actionsIn(path)).toBe(actions)
  })

  it('that is refused leaves the study as it was', async () => {
    const { call, path } = await studyWithCodes()
    const before = contentOf(path)
    for (const text of ['', 'name,parent\nA,B\nB,A\n', 'name\nA\nA\n', 'what\nx\n']) {
      const refused = await reasonOf(() => call('codebook.import', { source: fromFile(text) }))
      expect(['file-empty', 'import-malformed']).toContain(refused)
    }
    expect(contentOf(path)).toEqual(before)
  })

  it('of ten thousand codes is taken, and taken back', async () => {
    const { call, ada, path } = await studyWithCodes()
    const before = contentOf(path)
    const rows = Array.from({ length: 9_000 }, (_, index) => `Category ${String(index % 90)},code ${String(index)}`)
    const source = fromFile(`category,code\n${rows.join('\n')}\n`)
    expect(await call('codebook.import', { source, coderId: ada.id })).toMatchObject({ added: 9_090 })
    await call('history.undo', { coderId: ada.id })
    expect(contentOf(path)).toEqual(before)
  })
})

/** Another study beside it, closed again: its path. */
async function otherStudy(passphrase?: string): Promise<string> {
  const workspace = openWorkspace()
  const file = scratchFile('other.axial')
  const { path } = await workspace.call('workspace.create', {
    path: file,
    coder: 'Bea',
    ...(passphrase && { passphrase }),
  })
  const data = await workspace.call('codes.create', { name: 'Data', definition: 'Another one.' })
  await workspace.call('codes.create', { name: 'Drift', parentId: data.id })
  await workspace.close()
  return path
}

/** Every file of the folder but backups, with what it holds. */
function folderOf(file: string): readonly string[] {
  const folder = path.dirname(file)
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${name} ${digestOf(path.join(folder, name))}`)
}

describe('an import from another study', () => {
  it('takes its codes, leaving that file and its folder as they were', async () => {
    const { call, ada } = await studyWithCodes()
    const other = await otherStudy()
    const before = folderOf(other)
    const source = { from: 'study' as const, path: other }
    const { codes, source: name } = await call('codebook.preview', { source })
    expect([name, ...codes.map(({ path, kind }) => `${path} ${kind}`)]).toEqual([
      'other',
      'Data differs',
      'Data / Drift new',
    ])
    await call('codebook.import', { source, coderId: ada.id })
    expect((await call('codes.list', { coderId: ada.id })).map((code) => code.name)).toContain('Drift')
    expect(folderOf(other)).toEqual(before)
  })

  it('of a crash takes what its log holds, and leaves the log', async () => {
    const { call } = await studyWithCodes()
    const other = await otherStudy()
    const file = connect(other, { readonly: false, passphrase: null })
    file.pragma('wal_autocheckpoint = 0')
    file.exec("INSERT INTO journal_transaction (action, detail, at, kind, state) VALUES ('x', '', '', 'do', 'done')")
    file.exec('INSERT INTO journal_current (transaction_id) SELECT max(id) FROM journal_transaction')
    file.exec("UPDATE code SET name = 'Shift' WHERE name = 'Drift'")
    const crashed = scratchFile('crashed.axial')
    for (const suffix of ['', '-wal']) writeFileSync(crashed + suffix, readFileSync(other + suffix))
    file.close()
    const before = folderOf(crashed)
    expect(before).toHaveLength(2)
    const { codes } = await call('codebook.preview', { source: { from: 'study', path: crashed } })
    expect(codes.map(({ path }) => path)).toContain('Data / Shift')
    expect(folderOf(crashed)).toEqual(before)
  })

  it('asks for its passphrase', async () => {
    const { call } = await studyWithCodes()
    const other = await otherStudy('open sesame')
    const before = folderOf(other)
    const preview = (passphrase?: string) =>
      call('codebook.preview', { source: { from: 'study', path: other, ...(passphrase && { passphrase }) } })
    expect(await reasonOf(() => preview())).toBe('not-a-study')
    expect(await reasonOf(() => preview('wrong'))).toBe('wrong-passphrase')
    expect((await preview('open sesame')).codes).toHaveLength(2)
    expect(folderOf(other)).toEqual(before)
  })

  it('is refused where it is missing, no study, open elsewhere, newer or without codes', async () => {
    const { call, path: mine } = await studyWithCodes()
    const refused = (file: string) =>
      reasonOf(() => call('codebook.preview', { source: { from: 'study', path: file } }))
    expect(await refused('nowhere.axial')).toBe('study-missing')
    const text = scratchFile('text.axial')
    writeFileSync(text, 'no study')
    expect(await refused(text)).toBe('not-a-study')
    expect(await refused(mine)).toBe('study-locked')
    const newer = await otherStudy()
    const file = connect(newer, { readonly: false, passphrase: null })
    file.pragma('user_version = 999')
    file.close()
    expect(await refused(newer)).toBe('study-newer')
    expect(existsSync(`${newer}.lock`)).toBe(false)
    const empty = openWorkspace()
    const { path } = await empty.call('workspace.create', { path: scratchFile('empty.axial') })
    await empty.close()
    expect(await refused(path)).toBe('import-empty')
  })

  it('of an earlier version of the file reads it as it is', async () => {
    const { call } = await studyWithCodes()
    const other = await otherStudy()
    const file = connect(other, { readonly: false, passphrase: null })
    for (const name of ['code_inserted', 'code_updated', 'code_deleted']) file.exec(`DROP TRIGGER ${name}`)
    file.exec('ALTER TABLE code DROP COLUMN retired_at')
    file.pragma('user_version = 5')
    file.close()
    const { codes } = await call('codebook.preview', { source: { from: 'study', path: other } })
    expect(codes).toHaveLength(2)
  })
})
