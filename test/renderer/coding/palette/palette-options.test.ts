import { describe, expect, it } from 'vitest'
import { asId } from '../../../../domain/ids.ts'
import { inVivoName, paletteOptions } from '../../../../renderer/features/coding/palette/palette-options.ts'
import { countedCode } from '../../../fixtures/codes.ts'

const code = (name: string, parent: string | null = null) => countedCode(name, { parent })
const codes = [code('Data'), code('Missing values', 'Data'), code('Missing labels', 'Data'), code('Told late')]
const likely = new Map([
  [asId<'code'>('Missing labels'), 2],
  [asId<'code'>('Told late'), 1],
])
const offered = (query: string, inVivo: string | null = null) =>
  paletteOptions(codes, likely, query, inVivo).map((option) =>
    option.kind === 'new' ? `+ ${option.plan.names.join(' / ')}` : option.code.name,
  )

describe('the palette', () => {
  it('offers the likeliest codes first where nothing is typed', () => {
    expect(offered('')).toEqual(['Missing labels', 'Told late', 'Data', 'Missing values'])
  })

  it('offers the chosen words as a new code, in the second place', () => {
    expect(offered('', 'nobody told us')[1]).toBe('+ nobody told us')
    expect(paletteOptions([], new Map(), '', 'nobody told us').length).toBe(1)
  })

  it('does not offer words that are a code already', () => {
    expect(offered('', 'Told late')).not.toContain('+ Told late')
    expect(offered('', 'told late')).not.toContain('+ told late')
  })

  it('takes a slash in the chosen words as it stands', () => {
    expect(offered('', 'train / test')[1]).toBe('+ train / test')
    const option = paletteOptions(codes, likely, '', 'train / test')[1]
    expect(option?.kind === 'new' && option.plan.names).toEqual(['train / test'])
  })

  it('offers of codes that fit as well the likelier first', () => {
    expect(offered('missing').slice(0, 2)).toEqual(['Missing labels', 'Missing values'])
  })

  it('offers a better fit before a likelier code', () => {
    expect(offered('data')[0]).toBe('Data')
  })

  it('offers codes that fit but for a slip where none fits better, and only there', () => {
    expect(offered('misisng lables')).toEqual(['Missing labels', '+ misisng lables'])
    expect(offered('dat')).toEqual(['Data', 'Missing labels', 'Missing values', '+ dat'])
  })

  it('offers what was typed as a new code last, and no longer the chosen words', () => {
    expect(offered('Data / Gaps', 'nobody told us')).toEqual(['+ Gaps'])
  })
})

describe('a retired code', () => {
  const withRetired = [...codes, { ...code('Gaps', 'Data'), retired: true }]
  const ids = (query: string, inVivo: string | null = null) =>
    paletteOptions(withRetired, likely, query, inVivo).map(({ kind, id }) => `${kind} ${id}`)

  it('is offered before a new one of its name, as people compare names', () => {
    expect(ids('gaps')).toEqual(['retired Gaps', 'new new'])
  })

  it('is all that is offered for its whole path', () => {
    expect(ids('Data / Gaps')).toEqual(['retired Gaps'])
  })

  it('is offered in place of a new code for chosen words of its name', () => {
    expect(ids('', 'Gaps')[1]).toBe('retired Gaps')
    expect(ids('', 'Gaps')).not.toContain('new new')
  })

  it('is not offered for a part of its name, or in another category', () => {
    expect(ids('gap')).toEqual(['new new'])
    expect(ids('Told late / Gaps')).toEqual(['new new'])
  })
})

describe('a name from the chosen words', () => {
  it('has no punctuation around it', () => {
    expect(inVivoName('“nobody  told us,”')).toBe('nobody told us')
  })

  it('is none where the words are many, or no words', () => {
    expect([inVivoName('so many words '.repeat(9)), inVivoName('…')]).toEqual([null, null])
  })
})
