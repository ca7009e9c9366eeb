import { describe, expect, it } from 'vitest'
import { remark, remarkIn, remarks } from '../../domain/remarks.ts'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('a remark', () => {
  const refusal = remark('in-row', { row: 4, remark: remark('consent-refused') })

  it('is said in either language, with the remark it holds', () => {
    expect(remarkIn(refusal, 'en')).toBe('row 4: consent was refused')
    expect(remarkIn(refusal, 'fr')).toBe('ligne 4\u00A0: le consentement a été refusé')
  })

  it('is plain data that outlives a process boundary', () => {
    expect(JSON.parse(JSON.stringify(refusal))).toEqual(refusal)
  })

  it('keeps what a file said as it is, braces included', () => {
    const told = remark('no-category', { label: '{row} $& « x »' })
    expect(remarkIn(told, 'fr')).toBe('{row} $& « x » n’a pas de catégorie')
  })

  it('takes the same parameters in both languages', () => {
    const differing = Object.values(remarks).filter(
      ({ en, fr }) => placeholders(en).join('') !== placeholders(fr).join(''),
    )
    expect(differing).toEqual([])
  })

  it('does not compile with an unknown key, or without its parameters', () => {
    // @ts-expect-error there is no such remark
    const unknown = () => remark('no-such-remark')
    // @ts-expect-error the remark needs its row
    const incomplete = () => remark('in-row', { remark: remark('preview') })
    // @ts-expect-error the remark takes nothing
    const surplus = () => remark('preview', { row: 1 })
    expect([unknown, incomplete, surplus]).toHaveLength(3)
  })
})
