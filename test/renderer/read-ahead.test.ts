import { beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../app/contract.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import { askOrTake, forgetReadAhead, readAhead } from '../../renderer/read-ahead.ts'
import { useSession } from '../../renderer/session.ts'

describe('what is read ahead of its screen', () => {
  let asked = 0
  let isFailing = false
  const call: Call = async () => {
    asked++
    if (isFailing) throw new AxialError('service-gone')
    return [{ asked }] as never
  }
  const take = () => askOrTake('transcripts.list', {}, {})

  beforeEach(() => {
    asked = 0
    isFailing = false
    forgetReadAhead()
    useSession.setState({ call, revision: 1, notices: [] })
  })

  it('is given once to whoever asks the same, without another question', async () => {
    void readAhead('transcripts.list', {})
    expect(await take()).toEqual([{ asked: 1 }])
    expect(await take()).toEqual([{ asked: 2 }])
  })

  it('is not asked twice while nothing was written', async () => {
    void readAhead('transcripts.list', {})
    void readAhead('transcripts.list', {})
    expect(await take()).toEqual([{ asked: 1 }])
    expect(asked).toBe(1)
  })

  it('is not given once the study was written to', async () => {
    void readAhead('transcripts.list', {})
    useSession.setState({ revision: 2 })
    expect(await take()).toEqual([{ asked: 2 }])
  })

  it('is not given once it is forgotten', async () => {
    void readAhead('transcripts.list', {})
    forgetReadAhead()
    expect(await take()).toEqual([{ asked: 2 }])
  })

  it('is forgotten, the oldest first, where much is read ahead after it', async () => {
    void readAhead('transcripts.list', {})
    for (let id = 0; id < 100; id++) void readAhead('transcripts.read', { id: asId<'transcript'>(`t${id}`) })
    expect(await take()).toEqual([{ asked: 102 }])
  })

  it('is not the oldest any more once it is wanted again', async () => {
    void readAhead('transcripts.list', {})
    for (let id = 0; id < 100; id++) {
      void readAhead('transcripts.read', { id: asId<'transcript'>(`t${id}`) })
      void readAhead('transcripts.list', {})
    }
    expect(await take()).toEqual([{ asked: 1 }])
  })

  it('is asked again where it failed, and the failure is told only then', async () => {
    isFailing = true
    void readAhead('transcripts.list', {})
    await Promise.resolve()
    expect(useSession.getState().notices).toEqual([])
    expect(await take()).toBeNull()
    expect(useSession.getState().notices).toHaveLength(1)
  })
})
