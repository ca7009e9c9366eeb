import { describe, expect, it } from 'vitest'
import {
  codebookOf,
  foldName,
  parsePath,
  pathOf,
  resolveLabel,
  treeOf,
  type Code,
  type CodeNode,
} from '../../../domain/codebook/codebook.ts'
import { asId } from '../../../domain/ids.ts'
import { smallCode } from '../../fixtures/codes.ts'

const code = (name: string, given: Parameters<typeof smallCode>[1] = {}, id = name) => smallCode(name, { id, ...given })

function namesIn(nodes: readonly CodeNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.code.name, ...namesIn(node.children)])
}

function found(codes: readonly Code[], label: string): string {
  const resolution = resolveLabel(codes, label)
  return resolution.kind === 'found' ? resolution.code.id : resolution.kind
}

describe('a codebook', () => {
  it('tells each code once, siblings in order of position, then name', () => {
    const codes = [code('b'), code('a'), code('z', { position: -1 }), code('under b', { parent: 'b' })]
    expect(namesIn(treeOf(codes))).toEqual(['z', 'a', 'b', 'under b'])
  })

  it('shows a code whose parent is absent as a root', () => {
    const codes = [code('orphan', { parent: 'nobody' })]
    expect(namesIn(treeOf(codes))).toEqual(['orphan'])
    expect(pathOf(codebookOf(codes), asId('orphan'))).toEqual(['orphan'])
  })

  it('whose codes hold each other in a circle still tells each of them once', () => {
    const codes = [
      code('a', { parent: 'c' }),
      code('b', { parent: 'a' }),
      code('c', { parent: 'b' }),
      code('under b', { parent: 'b' }),
      code('plain'),
    ]
    expect([...namesIn(treeOf(codes))].sort()).toEqual(['a', 'b', 'c', 'plain', 'under b'])
  })

  it('whose codes hold each other in a circle gives each a path that ends', () => {
    const codebook = codebookOf([code('a', { parent: 'b' }), code('b', { parent: 'a' })])
    expect(pathOf(codebook, asId('a'))).toEqual(['b', 'a'])
  })
})

describe('a label', () => {
  const taxonomy = 'ml-mismatch'
  const codes = [
    code('Trained Model', { taxonomy }, 'TM'),
    code('Versioning', { taxonomy, parent: 'TM' }, 'TM versioning'),
    code('Training Data', { taxonomy }, 'TD'),
    code('Versioning', { taxonomy, parent: 'TD' }, 'TD versioning'),
    code('our own', { parent: 'TM' }),
    code('api'),
    code('API'),
    code('Données'),
  ]

  it('means the code of its path', () => {
    expect(found(codes, 'Trained Model / Versioning')).toBe('TM versioning')
    expect(found(codes, ' (TD)  training  data /  VERSIONING ')).toBe('TD versioning')
  })

  it('that two codes share is ambiguous unless it is a path', () => {
    expect(found(codes, 'Versioning')).toBe('ambiguous')
    expect(found(codes, 'our own')).toBe('our own')
  })

  it('tells open codes apart to the letter, whatever the Unicode form', () => {
    expect([found(codes, 'api'), found(codes, 'API'), found(codes, 'Api')]).toEqual(['api', 'API', 'unknown'])
    expect(found(codes, 'Donn\u0065\u0301es')).toBe('Données')
  })

  it('names the categories of a taxonomy as people do, also above a code of the researchers’ own', () => {
    expect(found(codes, '(TM) trained model / our own')).toBe('our own')
    expect(found(codes, '(TM) trained model / Our own')).toBe('unknown')
  })

  it('of blanks and slashes alone means nothing', () => {
    for (const label of ['', '  ', ' / ']) expect(found(codes, label)).toBe('unknown')
  })

  it('keeps a slash without blanks in the name', () => {
    expect(parsePath('A / B/C  /  D')).toEqual(['A', 'B/C', 'D'])
    expect(foldName(' (TM)  Été ')).toBe(foldName('e\u0301te\u0301'))
  })
})
