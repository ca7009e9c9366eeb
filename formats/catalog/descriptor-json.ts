import { describeElement, type DescriptorWords } from '../../domain/descriptor.ts'
import type { CatalogEntry } from '../../domain/evidence.ts'
import { distinct, slugOf } from '../../domain/text/slug.ts'
import type { SystemElement } from '../../domain/system-element.ts'
import type { ExportDocument, ExportLanguage, ExportOptions } from '../export-document.ts'
import { writeCount } from '../written-number.ts'

/** What a descriptor says for itself, in one language. */
export const descriptorWords: Record<
  ExportLanguage,
  DescriptorWords & { readonly contains: (name: string, attributes: string) => string }
> = {
  en: {
    comment:
      'Unknown attributes are refused so that a misspelt one is noticed; add your own under names that begin with ' +
      '"x-". ' +
      'Nothing is required: leave out what is not known.',
    elementDescription: (element) =>
      `What people who build or use a machine-learning system need to know about: ${element}.`,
    attributeDescription: (attribute, element) => `What others need to know about: ${attribute} (${element}).`,
    example: (attribute) => `What is known about: ${attribute}`,
    contains: (name, attributes) =>
      `JSON Schema of the element “${name}” with ${attributes}; counts and catalog references, no participant’s words`,
  },
  fr: {
    comment:
      'Les attributs inconnus sont refusés, afin qu’une faute de frappe se remarque ; ajoutez les vôtres sous des ' +
      'noms qui ' +
      'commencent par « x- ». Rien n’est obligatoire : omettez ce qui n’est pas connu.',
    elementDescription: (element) =>
      `Ce que doivent savoir les personnes qui construisent ou utilisent un système d’apprentissage automatique : ` +
      `${element}.`,
    attributeDescription: (attribute, element) => `Ce que les autres doivent savoir : ${attribute} (${element}).`,
    example: (attribute) => `Ce que l’on sait : ${attribute}`,
    contains: (name, attributes) =>
      `Schéma JSON de l’élément « ${name} » avec ${attributes} ; des nombres et des références au catalogue, aucune ` +
      `parole de participant`,
  },
}

const ATTRIBUTES = { en: ['attribute', 'attributes'], fr: ['attribut', 'attributs'] } as const

export interface DescriptorInput {
  readonly elements: readonly SystemElement[]
  readonly items: readonly CatalogEntry[]
}

/** One JSON Schema document a system element, named `descriptor-trained-model.schema.json`. */
export function descriptorDocuments(
  { elements, items }: DescriptorInput,
  { language }: ExportOptions,
): readonly ExportDocument[] {
  const words = descriptorWords[language]
  const slugs = distinct(elements.map(({ name }) => slugOf(name, 'element')))
  return elements.map((element, index) => {
    const slug = slugs[index] ?? slugOf(element.name, 'element')
    return {
      name: `descriptor-${slug}.schema.json`,
      text: `${JSON.stringify(describeElement(element, items, words, slug), null, 2)}\n`,
      contains: words.contains(element.name, writeCount(element.attributes.length, ATTRIBUTES[language], language)),
      quotes: false,
    }
  })
}
