import type { Code } from '../../domain/codebook.ts'
import { asId } from '../../domain/ids.ts'

type Given = Partial<Omit<Code, 'id' | 'parentId'>> & { readonly id?: string; readonly parent?: string | null }

/** A code whose id is its name, unless another is given. */
export function smallCode(name: string, { id = name, parent = null, ...rest }: Given = {}): Code {
  return {
    id: asId(id),
    parentId: parent === null ? null : asId(parent),
    name,
    abbreviation: null,
    definition: '',
    inclusion: '',
    exclusion: '',
    colour: 0,
    position: 0,
    taxonomy: null,
    retired: false,
    ...rest,
  }
}
