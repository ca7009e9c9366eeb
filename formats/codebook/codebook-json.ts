import { z } from 'zod'
import { PALETTE_SIZE, type Code } from '../../domain/codebook/codebook.ts'
import { incomingOf, type IncomingCode } from '../../domain/codebook/codebook-import.ts'
import { AxialError } from '../../domain/errors.ts'
import { asId } from '../../domain/ids.ts'
import { plainName } from '../../domain/text/plain-name.ts'
import { remark } from '../../domain/remarks.ts'
import { orderCodes, type CodeEntry } from './codebook-tree.ts'
import { parseDocument } from '../json-document.ts'
import { decodeText } from '../text-encoding.ts'

const FORMAT = 'axial-codebook'

export interface CodebookDocument {
  readonly study: string
  readonly version: string | null
  readonly codes: readonly Code[]
}

/** A codebook as JSON: everything of each code, its id too, so that copies of one study know it again. */
export function writeCodebookJson({ study, version, codes }: CodebookDocument): string {
  const written = incomingOf(codes).map(({ parent, ...code }, _, all) => ({
    id: code.id,
    parent: parent === null ? null : (all[parent]?.id ?? null),
    name: code.name,
    abbreviation: code.abbreviation,
    definition: code.definition,
    inclusion: code.inclusion,
    exclusion: code.exclusion,
    colour: code.colour,
    taxonomy: code.taxonomy,
    retired: code.retired,
  }))
  return `${JSON.stringify({ format: FORMAT, study, version, codes: written }, null, 2)}\n`
}

const id = z.string().regex(/^[0-9a-f-]{36}$/)
const words = z.string().nullish()
const document = z.object({
  format: z.literal(FORMAT),
  codes: z.array(
    z.object({
      id,
      parent: id.nullish(),
      name: z.string(),
      abbreviation: words,
      definition: words,
      inclusion: words,
      exclusion: words,
      colour: z
        .int()
        .min(0)
        .max(PALETTE_SIZE - 1)
        .nullish(),
      taxonomy: words,
      retired: z.boolean().default(false),
    }),
  ),
})

/**
 * Reads a codebook that `writeCodebookJson` wrote. Throws what `decodeText` and `orderCodes` throw, `import-malformed` with
 * the place of the first fault, and `import-empty`.
 */
export function readCodebookJson(name: string, bytes: Uint8Array): readonly IncomingCode[] {
  const { codes } = parseDocument(name, decodeText(name, bytes).text.replace(/^\uFEFF/, ''), document)
  if (codes.length === 0) throw new AxialError('import-empty', { name, detail: remark('no-codes') })
  const refuse = (detail: CodeEntry['place']) => new AxialError('import-malformed', { name, detail })
  const places = new Map<string, number>()
  for (const [index, code] of codes.entries()) {
    if (places.has(code.id)) throw refuse(remark('used-twice', { name: code.id }))
    places.set(code.id, index)
  }
  const entries = codes.map((code, index): CodeEntry => {
    const place = remark('entry', { entry: index + 1 })
    const parent = code.parent ? places.get(code.parent) : null
    if (parent === undefined) throw refuse(remark('parent-unknown', { place }))
    return {
      place,
      parent,
      code: {
        id: asId(code.id),
        name: plainName(code.name),
        abbreviation: code.abbreviation || null,
        definition: code.definition ?? null,
        inclusion: code.inclusion ?? null,
        exclusion: code.exclusion ?? null,
        colour: code.colour ?? null,
        taxonomy: code.taxonomy || null,
        retired: code.retired,
      },
    }
  })
  return orderCodes(name, entries)
}
