import { describe, expect, it } from 'vitest'
import { DELAY, followWork, isShown, nextChange, STAY } from '../../renderer/components/shown-work.ts'
import type { Work } from '../../renderer/session.ts'

const work: Work = { id: 1, name: 'codes.merge', progress: null, cancel: () => undefined }

describe('the bar of long work', () => {
  it('is shown after 50 ms, the house’s rule, and not before', () => {
    const followed = followWork([], [work], 1000)
    expect(DELAY).toBe(50)
    expect(followed.map((one) => isShown(one, 1049))).toEqual([false])
    expect(nextChange(followed, 1000)).toBe(50)
    expect(followWork(followed, [work], 1050).map((one) => isShown(one, 1050))).toEqual([true])
  })

  it('is never shown for work that was done before', () => {
    expect(followWork(followWork([], [work], 1000), [], 1049)).toEqual([])
  })

  it('stands a moment once it is shown, although the work is done', () => {
    const shown = followWork([], [work], 1000)
    const done = followWork(shown, [], 1060)
    expect(done.map((one) => [one.isDone, isShown(one, 1060)])).toEqual([[true, true]])
    expect(nextChange(done, 1060)).toBe(STAY - 10)
    expect(followWork(done, [], 1000 + DELAY + STAY)).toEqual([])
  })

  it('goes at once when the work lasted longer than that', () => {
    expect(followWork(followWork([], [work], 1000), [], 5000)).toEqual([])
  })

  it('shows the progress as it was told last', () => {
    const told = { ...work, progress: { done: 3, total: 4, what: '' } }
    const followed = followWork(followWork([], [work], 1000), [told], 1200)
    expect(followed).toEqual([{ item: told, since: 1000, isDone: false }])
  })
})
