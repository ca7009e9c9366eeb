import * as fc from 'fast-check'
import type { TwoByTwo } from '../../../domain/agreement/figures.ts'

const count = fc.nat({ max: 40 })

/** Any 2×2 table. */
export const tables: fc.Arbitrary<TwoByTwo> = fc.record({
  both: count,
  onlyFirst: count,
  onlySecond: count,
  neither: count,
})

/** The same table as categories: present, then absent. */
export function confusionOf({ both, onlyFirst, onlySecond, neither }: TwoByTwo): readonly (readonly number[])[] {
  return [
    [both, onlyFirst],
    [onlySecond, neither],
  ]
}
