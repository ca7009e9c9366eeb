import { describe, expect, it } from 'vitest'
import { resample } from '../../../app/agreement/resampling.ts'
import { bootstrap } from '../../../domain/agreement/bootstrap.ts'
import { AxialError } from '../../../domain/errors.ts'
import { randomOf } from '../../../domain/statistics/random.ts'
import { reasonOf } from '../../fixtures/study.ts'

const resampling = (resamples: number) =>
  bootstrap(Float64Array.of(3, 2), (counts) => [(counts[0] ?? 0) / 5], { resamples, random: randomOf(1) })

describe('resampling', () => {
  it('gives the intervals, and hears of each resample', async () => {
    const heard: number[] = []
    const [interval] = await resample(resampling(40), async (done) => {
      heard.push(done)
      await Promise.resolve()
    })
    expect(heard).toHaveLength(40)
    expect(interval?.[0]).toBeLessThan(interval?.[1] ?? 0)
  })

  it('stops where its step throws, as it does when the work is cancelled', async () => {
    const heard: number[] = []
    const stopped = resample(resampling(40), (done) => {
      heard.push(done)
      return done === 3 ? Promise.reject(new AxialError('cancelled')) : Promise.resolve()
    })
    expect(await reasonOf(() => stopped)).toBe('cancelled')
    expect(heard).toEqual([1, 2, 3])
  })
})
