import { describe, expect, it } from 'vitest'
import { formatIn } from '../../renderer/i18n/format.ts'

describe('percents on screens', () => {
  it('do not round what is there to nothing, nor what one lacks to all', () => {
    const { percent, share } = formatIn('en')
    expect([percent(0), percent(0.3), percent(0.5), percent(50)]).toEqual(['0%', '<1%', '1%', '50%'])
    expect([share(0.9975), share(0.99), share(1)]).toEqual(['>99%', '99%', '100%'])
    expect([share(0.0004, 1), share(0.9996, 1), share(0.004, 1)]).toEqual(['<0.1%', '>99.9%', '0.4%'])
    expect(formatIn('fr').percent(0.3)).toBe('<1\u00A0%')
  })
})
