import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Taxonomy, TaxonomyKey, TaxonomyTranslation } from '../../domain/taxonomy.ts'

const attribute = z.strictObject({
  type: z.enum(['string', 'number', 'array']),
  example: z.union([z.string(), z.number(), z.array(z.string())]),
})

const code = z.strictObject({
  name: z.string(),
  definition: z.string(),
  inclusion: z.string(),
  exclusion: z.string(),
  ask: z.string(),
  provide: z.string(),
  attribute: attribute.exactOptional(),
})

const taxonomy = z.strictObject({
  key: z.string(),
  name: z.string(),
  categories: z.array(
    z.strictObject({
      abbreviation: z.string().nullable(),
      name: z.string(),
      definition: z.string(),
      codes: z.array(code),
    }),
  ),
})

const translation = z.strictObject({
  key: z.string(),
  language: z.literal('fr'),
  name: z.string(),
  categories: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      definition: z.string(),
      codes: z.record(
        z.string(),
        z.strictObject({
          name: z.string(),
          definition: z.string(),
          inclusion: z.string().exactOptional(),
          exclusion: z.string().exactOptional(),
          ask: z.string().exactOptional(),
          provide: z.string().exactOptional(),
          example: z.union([z.string(), z.array(z.string())]).exactOptional(),
        }),
      ),
    }),
  ),
})

/** A built-in taxonomy, read from its file and held to the shape of `Taxonomy`. */
export function readTaxonomy(key: TaxonomyKey): Taxonomy {
  const file = new URL(`../../assets/taxonomies/${key}.json`, import.meta.url)
  return taxonomy.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The French words of a built-in taxonomy, read from their file and held to the shape of `TaxonomyTranslation`. */
export function readTranslation(key: TaxonomyKey): TaxonomyTranslation {
  const file = new URL(`../../assets/taxonomies/${key}.fr.json`, import.meta.url)
  return translation.parse(JSON.parse(readFileSync(file, 'utf8')))
}
