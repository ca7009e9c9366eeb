import { createInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { resources } from '../../renderer/i18n/i18n.ts'
import { stepName } from '../../renderer/i18n/procedure-name.ts'

const i18n = createInstance({ resources, lng: 'en', defaultNS: 'common', interpolation: { escapeValue: false } })
await i18n.init()
const english = i18n.getFixedT('en')

describe('a step that can be taken back', () => {
  it('is named with what it was about', () => {
    expect(stepName(english, { action: 'codings.apply', detail: 'Missing value' })).toBe('apply a code “Missing value”')
  })

  it('is said as from one name to another where it led there', () => {
    expect(stepName(english, { action: 'codes.merge', detail: 'missing value → missing values' })).toBe(
      'merge “missing value” into “missing values”',
    )
    expect(stepName(english, { action: 'codings.recode', detail: 'a → b' })).toBe('recode from “a” to “b”')
  })

  it('keeps to its words where a name holds an arrow itself', () => {
    expect(stepName(english, { action: 'codes.merge', detail: 'a → b → c' })).toBe('merge codes “a → b → c”')
  })

  it('says what was taken back', () => {
    expect(stepName(english, { action: 'history.takeBack', of: 'codes.split', detail: 'a → b, c' })).toBe(
      'take back: split “a” into “b, c”',
    )
  })
})
