import type { CategoryCount } from '../../domain/catalog.ts'
import type { Code } from '../../domain/codebook/codebook.ts'
import type { CatalogEntry, CatalogView } from '../../domain/evidence.ts'
import type { ItemSummary, LikertSummary } from '../../domain/survey/survey.ts'
import type { Taxonomy } from '../../domain/taxonomy.ts'
import { smallCode } from '../fixtures/codes.ts'

/**
 * A study small enough to be counted by hand: two taxonomy categories that share a subcategory, and one of the
 * researcher's.
 */
export const taxonomy: Taxonomy = {
  key: 'ml-mismatch',
  name: 'Small',
  categories: [
    {
      abbreviation: 'TM',
      name: 'Trained Model',
      definition: 'The model as it is handed over.',
      codes: [
        {
          name: 'API/Specifications',
          definition: 'How the model is called.',
          inclusion: '',
          exclusion: '',
          ask: 'How is it called?',
          provide: 'The interface, with one request and its answer.',
          attribute: { type: 'array', example: ['POST /score', 'JSON'] },
        },
        {
          name: 'Versioning',
          definition: 'Which model this is.',
          inclusion: '',
          exclusion: '',
          ask: 'Which version is it?',
          provide: 'A version number.',
          attribute: { type: 'string', example: '2.1.0' },
        },
      ],
    },
    {
      abbreviation: 'TD',
      name: 'Training Data',
      definition: 'What the model learned from.',
      codes: [
        {
          name: 'Versioning',
          definition: 'Which data this is.',
          inclusion: '',
          exclusion: '',
          ask: 'Which data set is it?',
          provide: 'The name of the frozen copy.',
          attribute: { type: 'string', example: '2020-03 freeze' },
        },
        {
          name: 'Data Statistics',
          definition: 'Figures that describe it.',
          inclusion: '',
          exclusion: '',
          ask: 'How many rows are there?',
          provide: 'The number of rows.',
          attribute: { type: 'number', example: 12_000 },
        },
      ],
    },
  ],
}

const tm = (subcategory: string | null) => ({ category: 'TM', categoryName: 'Trained Model', subcategory })
const td = (subcategory: string | null) => ({ category: 'TD', categoryName: 'Training Data', subcategory })
const people = (subcategory: string | null) => ({ category: 'People', categoryName: 'People', subcategory })

function entry(id: string, interview: string, instances: CatalogEntry['instances']): CatalogEntry {
  return {
    id,
    interview,
    quote: `What ${id} said.`,
    description: `Story of ${id}.`,
    information: `Facts of ${id}.`,
    instances,
  }
}

export const items: readonly CatalogEntry[] = [
  entry('M01-01', 'Interview 01', [td('Versioning'), tm('Versioning')]),
  entry('M01-02', 'Interview 01', [td('Versioning')]),
  entry('M02-01', 'Interview 02', [td('Versioning'), td('Data Statistics'), people('On call')]),
  entry('M03-01', 'Interview 03', [td(null)]),
]

function category(
  code: string,
  name: string,
  count: number,
  subcategories: Readonly<Record<string, number>>,
): CategoryCount {
  return {
    code,
    name,
    count,
    percent: (100 * count) / 7,
    subcategories: Object.entries(subcategories).map(([label, n]) => ({
      name: label,
      count: n,
      percent: (100 * n) / 7,
    })),
  }
}

export const catalog: CatalogView = {
  mismatches: 4,
  instances: 7,
  categories: [
    category('TD', 'Training Data', 5, { Versioning: 3, 'Data Statistics': 1 }),
    category('People', 'People', 1, { 'On call': 1 }),
    category('TM', 'Trained Model', 1, { Versioning: 1, 'API/Specifications': 0 }),
  ],
  items,
}

/** A code whose id is its name and whose parent is named by its id. */
export function code(name: string, parent: string | null, more: Parameters<typeof smallCode>[1] = {}): Code {
  return smallCode(name, { ...more, parent })
}

/** The figures of a list of answers on a four-point scale, two points at the top; the interval is the mean itself. */
export function summaryOf(answers: readonly (1 | 2 | 3 | 4 | null)[]): LikertSummary {
  const given = answers.filter((answer) => answer !== null)
  const n = given.length
  const mean = n === 0 ? null : given.reduce<number>((sum, answer) => sum + answer, 0) / n
  const share = (count: number) => ({ count, percent: n === 0 ? null : (100 * count) / n })
  return {
    n,
    missing: answers.length - n,
    counts: SCALE.map((label, index) => ({ label, ...share(given.filter((answer) => answer === index + 1).length) })),
    top: share(given.filter((answer) => answer >= 3).length),
    mean,
    median: mean,
    mode: n === 0 ? [] : [4],
    sd: n < 2 ? null : 0.5,
    interval: mean === null ? null : [mean, mean],
  }
}

export const SCALE = ['Not important', 'Somewhat', 'Important', 'Very important'] as const

type Answers = readonly (1 | 2 | 3 | 4 | null)[]

/** An item answered by developers and by operations. */
export function surveyItem(id: string, label: string, developers: Answers, operations: Answers): ItemSummary {
  return {
    id,
    label,
    overall: summaryOf([...developers, ...operations]),
    groups: [
      { group: 'Developers', ...summaryOf(developers) },
      { group: 'Operations', ...summaryOf(operations) },
    ],
  }
}
