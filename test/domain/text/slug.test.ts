import { describe, expect, it } from 'vitest'
import { distinct, propertyKeyOf, slugOf } from '../../../domain/text/slug.ts'

describe('slugOf', () => {
  it('joins the words of a name with hyphens', () => {
    expect(slugOf('Programming Language/ML Framework')).toBe('programming-language-ml-framework')
  })

  it('drops accents and keeps letters of every script', () => {
    expect(slugOf('Qualité des données')).toBe('qualite-des-donnees')
    expect(slugOf('数据 质量')).toBe('数据-质量')
  })

  it('never lets a name leave its folder', () => {
    expect(slugOf('../../etc/passwd')).toBe('etc-passwd')
    expect(slugOf('..')).toBe('unnamed')
  })

  it('keeps syllables whole that Unicode can take apart', () => {
    expect(slugOf('한국어 연구')).toBe('한국어-연구')
  })

  it('cuts a very long name, never through a letter', () => {
    expect(slugOf('a'.repeat(500))).toHaveLength(80)
    expect(slugOf(`${'a'.repeat(79)}𝔸b`)).toBe('a'.repeat(79))
  })
})

describe('propertyKeyOf', () => {
  it('writes a name in camel case', () => {
    expect(propertyKeyOf('Data Buffering/Window Requirements')).toBe('dataBufferingWindowRequirements')
    expect(propertyKeyOf('API/Specifications')).toBe('apiSpecifications')
  })

  it('gives a key to a name without letters', () => {
    expect(propertyKeyOf('???')).toBe('attribute')
  })

  it('stays clear of the names every object has', () => {
    expect(propertyKeyOf('Constructor')).toBe('constructorAttribute')
    expect(propertyKeyOf('to string')).toBe('toStringAttribute')
  })
})

describe('distinct', () => {
  it('numbers repeated names, whatever their case', () => {
    expect(distinct(['a', 'A', 'b', 'a', 'a-2'])).toEqual(['a', 'A-2', 'b', 'a-3', 'a-2-2'])
  })
})
