import { existsSync, readFileSync } from 'node:fs'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { foldName, parsePath } from '../../domain/codebook/codebook.ts'
import { TAXONOMY_KEYS, type Taxonomy } from '../../domain/taxonomy.ts'
import { readTaxonomy as read, readTranslation } from './built-in-taxonomy.ts'

const published = new URL('../../../shared/data/ml-mismatch/mismatch-open-coding.xlsx', import.meta.url)

const namesOf = (taxonomy: Taxonomy) => taxonomy.categories.map(({ name, codes }) => [name, codes.length])

describe.each(TAXONOMY_KEYS)('the taxonomy %s', (key) => {
  const taxonomy = read(key)

  it('bears the key of its file and a name', () => {
    expect(taxonomy.key).toBe(key)
    expect(taxonomy.name).not.toBe('')
  })

  it('names no two categories, and no two codes of a category, alike', () => {
    const lists = [taxonomy.categories, ...taxonomy.categories.map(({ codes }) => codes)]
    for (const list of lists) {
      const names = list.map(({ name }) => foldName(name))
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('has names that a path keeps whole', () => {
    for (const { name } of taxonomy.categories.flatMap((category) => [category, ...category.codes])) {
      expect(parsePath(name)).toEqual([name])
    }
  })

  it('defines every category and every code', () => {
    const undefinedOnes = taxonomy.categories
      .flatMap((category) => [category, ...category.codes])
      .filter(({ definition }) => definition.trim() === '')
    expect(undefinedOnes).toEqual([])
  })
})

describe.each(TAXONOMY_KEYS)('the French words of the taxonomy %s', (key) => {
  const taxonomy = read(key)
  const french = readTranslation(key)
  const codes = taxonomy.categories.flatMap((category) =>
    category.codes.map((code) => [code, french.categories[category.name]?.codes[code.name]] as const),
  )

  it('stand under the English names of all its categories and codes, and of nothing else', () => {
    const names = Object.entries(french.categories).map(([name, { codes }]) => [name, Object.keys(codes)])
    expect([french.key, names]).toEqual([
      key,
      taxonomy.categories.map(({ name, codes }) => [name, codes.map((code) => code.name)]),
    ])
  })

  it('say in other words all that the English ones say, and no more', () => {
    const categories = taxonomy.categories.map((category) => [category, french.categories[category.name]] as const)
    for (const [english, words] of categories) expect(words?.definition).not.toBe(english.definition)
    for (const [english, words] of codes) {
      for (const part of ['definition', 'inclusion', 'exclusion', 'ask', 'provide'] as const) {
        expect(words?.[part] !== undefined, `${english.name}: ${part}`).toBe(english[part] !== '')
        expect(words?.[part], `${english.name}: ${part}`).not.toBe(english[part])
      }
    }
  })

  it('give every example that is words, with as many words of a list, and no number', () => {
    const shapeOf = (example: unknown) => (Array.isArray(example) ? example.length : typeof example)
    for (const [{ name, attribute }, words] of codes) {
      const english = typeof attribute?.example === 'number' ? undefined : attribute?.example
      expect(shapeOf(words?.example), name).toBe(shapeOf(english))
      if (english !== undefined) expect(words?.example, name).not.toEqual(english)
    }
  })

  it('hold no empty string, and French apostrophes and no-break spaces', () => {
    const texts = [...JSON.stringify(french).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? '')
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
    const careless = texts.filter((text) => /['"]|\.\.\.| [:;?!»%]|« |[\p{L}\p{N})][;?!»%]|\p{L}:/u.test(text))
    expect(careless).toEqual([])
  })

  it('translate each sentence of the codebook one way only', () => {
    const pairs = codes.flatMap(([english, words]) =>
      (['definition', 'inclusion', 'exclusion'] as const).map((part) => [english[part], words?.[part] ?? ''] as const),
    )
    const ways = Map.groupBy(pairs, ([english]) => english)
    for (const [english, translations] of ways)
      expect(new Set(translations.map(([, words]) => words)).size, english).toBe(1)
  })

  it('are questions where the English ones are', () => {
    expect(codes.filter(([{ ask }, words]) => ask !== '' && words?.ask?.endsWith('\u00a0?') !== true)).toEqual([])
  })
})

describe('the mismatch taxonomy', () => {
  const { categories } = read('ml-mismatch')
  const codes = categories.flatMap((category) => category.codes)

  it('has the seven categories and 34 subcategories of Lewis et al. 2021', () => {
    expect(categories.map(({ abbreviation, codes }) => [abbreviation, codes.length])).toEqual([
      ['TP', 5],
      ['RD', 5],
      ['TM', 9],
      ['TD', 3],
      ['DE', 4],
      ['OD', 5],
      ['OE', 3],
    ])
    expect(codes).toHaveLength(34)
  })

  it('says of every subcategory when to use it, when not to, what to ask and what to provide', () => {
    for (const { inclusion, exclusion, ask, provide } of codes) {
      expect([inclusion, exclusion, ask, provide].filter((text) => text.trim() === '')).toEqual([])
    }
  })

  it.skipIf(!existsSync(published))(
    'has every name of the published workbook (skipped without ../shared/data)',
    async () => {
      const sheets = await readExcel(readFileSync(published))
      const rows = sheets.find(({ sheet }) => sheet === 'Code Descriptions')?.data.slice(1) ?? []
      const names = rows.map((row) => row[1]).filter((name) => typeof name === 'string')
      expect(names.map(foldName)).toEqual(codes.map(({ name }) => foldName(name)))
    },
  )

  it('asks in questions', () => {
    expect(codes.filter(({ ask }) => !ask.endsWith('?'))).toEqual([])
  })

  it('gives every subcategory an attribute whose example is of its type', () => {
    for (const { attribute } of codes) {
      const example = attribute?.example
      expect(Array.isArray(example) ? 'array' : typeof example).toBe(attribute?.type)
    }
  })
})

describe('the other taxonomies', () => {
  it('hold the phases, processes, factors, dimensions and facets of quality issues', () => {
    expect(namesOf(read('quality-issue'))).toEqual([
      ['Data collection', 0],
      ['Data preparation', 0],
      ['Model evaluation', 0],
      ['Model deployment', 0],
      ['Model maintenance', 0],
      ['Data collection processes', 5],
      ['Quality factors', 6],
      ['Data quality dimensions', 13],
      ['Facets', 4],
    ])
  })

  it('hold the collaboration points, trajectories, data, responsibilities and themes of collaboration', () => {
    expect(namesOf(read('collaboration'))).toEqual([
      ['Collaboration points', 3],
      ['Trajectories', 3],
      ['Data', 3],
      ['Responsibility', 3],
      ['Themes', 4],
    ])
  })
})
