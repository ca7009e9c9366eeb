import { evidenceOf, type CatalogEntry, type Evidence } from './evidence.ts'
import { distinct, propertyKeyOf, slugOf } from './text/slug.ts'
import type { ElementAttribute, SystemElement } from './system-element.ts'

type Example = string | number | readonly string[]

/** The part of a JSON Schema that describes one attribute. */
export interface AttributeSchema {
  readonly title: string
  readonly description: string
  readonly type: 'string' | 'number' | 'array'
  readonly minLength?: 1
  readonly items?: { readonly type: 'string' }
  readonly minItems?: 1
  readonly examples: readonly [Example]
  readonly 'x-evidence': Evidence
}

/**
 * A descriptor: the JSON Schema (draft 2020-12) of the document in which a team writes down one system element.
 *
 * - Nothing is `required`: a descriptor is filled in as things become known, and an attribute that is absent is itself
 *   what checklists and predicates look for.
 * - Unknown names are refused, so that a misspelt attribute is noticed; a team adds its own under `x-…`, and a document
 *   may name its schema under `$schema`.
 * - `x-evidence` says how many mismatches, instances and interviews each attribute rests on, and which catalog entries.
 *
 * Keys stand in a fixed order; `$id` is a URN, so nothing has to be reachable for the schema to be used.
 */
export interface Descriptor {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema'
  readonly $id: string
  readonly title: string
  readonly description: string
  readonly $comment: string
  readonly type: 'object'
  readonly properties: Readonly<Record<string, AttributeSchema>>
  readonly patternProperties: { readonly '^(x-|\\$schema$)': true }
  readonly additionalProperties: false
  readonly examples: readonly [Readonly<Record<string, Example>>]
  readonly 'x-evidence': Evidence
}

/** Sentences for what neither the taxonomy nor the researcher has written, in the reader's language. */
export interface DescriptorWords {
  readonly comment: string
  readonly elementDescription: (element: string) => string
  readonly attributeDescription: (attribute: string, element: string) => string
  readonly example: (attribute: string) => string
}

/** The descriptor of one element. `slug` names it within the study: `urn:axial:descriptor:trained-model`. */
export function describeElement(
  element: SystemElement,
  items: readonly CatalogEntry[],
  words: DescriptorWords,
  slug = slugOf(element.name, 'element'),
): Descriptor {
  const keys = distinct(
    element.attributes.map((attribute) => propertyKeyOf(attribute.name)),
    '',
  )
  const properties = element.attributes.map((attribute, index) => {
    const evidence = evidenceOf(items, element.code, attribute.name)
    return [keys[index] ?? attribute.name, attributeSchema(attribute, element.name, evidence, words)] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:axial:descriptor:${encodeURIComponent(slug)}`,
    title: element.name,
    description: element.definition === '' ? words.elementDescription(element.name) : element.definition,
    $comment: words.comment,
    type: 'object',
    properties: Object.fromEntries(properties),
    patternProperties: { '^(x-|\\$schema$)': true },
    additionalProperties: false,
    examples: [Object.fromEntries(properties.map(([key, schema]) => [key, schema.examples[0]]))],
    'x-evidence': evidenceOf(items, element.code),
  }
}

function attributeSchema(
  attribute: ElementAttribute,
  element: string,
  evidence: Evidence,
  words: DescriptorWords,
): AttributeSchema {
  const { name, definition, type } = attribute
  return {
    title: name,
    description: definition === '' ? words.attributeDescription(name, element) : definition,
    type,
    ...(type === 'string' ? { minLength: 1 } : {}),
    ...(type === 'array' ? { items: { type: 'string' }, minItems: 1 } : {}),
    examples: [attribute.example ?? words.example(name)],
    'x-evidence': evidence,
  }
}
