import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { axial, axialJson, temporaryFolder } from './axial.ts'

let folder = ''
beforeAll(async () => {
  folder = await temporaryFolder()
  await axial(folder, ['demo', '--out', '.'])
})

const returned = (coder: string) =>
  ['packet', 'create', coder, '--round', 'Round 1', '--coder', coder, '--returned', '--out', 'back'] as const
const nameOf = (coder: string, ending = '') => `invented-sample-round-1-${coder.toLowerCase()}${ending}.axialpacket`

describe('axial packet', () => {
  it('takes the work of two machines through files', async () => {
    const made = await axialJson(folder, ['packet', 'create', 'sample', '--round', 'Round 1', '--out', 'out'])
    expect(made).toMatchObject({
      packets: [
        { coder: 'Ada', transcripts: 4 },
        { coder: 'Ben', transcripts: 4 },
      ],
    })
    for (const coder of ['Ada', 'Ben']) {
      await axialJson(folder, ['packet', 'open', coder, path.join('out', nameOf(coder)), '--new'])
      await axialJson(folder, returned(coder))
    }
    expect((await readdir(path.join(folder, 'back'))).toSorted()).toEqual([
      nameOf('Ada', '-returned'),
      nameOf('Ben', '-returned'),
    ])
    const ada = path.join('back', nameOf('Ada', '-returned'))
    const waiting = await axialJson(folder, ['packet', 'merge', 'sample', ada], 1)
    expect(waiting).toMatchObject({ stillOut: [{ round: 'Round 1', stillOut: ['Ben'] }], rounds: [] })
    const ben = path.join('back', nameOf('Ben', '-returned'))
    const merged = await axialJson(folder, ['packet', 'merge', 'sample', ben])
    expect(merged).toMatchObject({
      rounds: [{ round: 'Round 1', merged: true, packets: [{ coder: 'Ada' }, { coder: 'Ben' }] }],
    })
    expect(await axialJson(folder, ['packet', 'merge', 'sample', ada, ben])).toMatchObject({
      registered: [{ isNew: false }, { isNew: false }],
      rounds: [{ changes: 0 }],
    })
  })

  it('says in one line what is wrong with a file, and leaves nothing', async () => {
    await writeFile(path.join(folder, 'x.axialpacket'), 'AXIALPKT and then nothing')
    const ran = await axial(folder, ['packet', 'open', 'nowhere', 'x.axialpacket', '--new'])
    expect([ran.status, ran.output]).toEqual([2, ''])
    expect(ran.errors.trim().split('\n')).toHaveLength(1)
    expect(await readdir(folder)).not.toContain('nowhere.axial')
  })
})
