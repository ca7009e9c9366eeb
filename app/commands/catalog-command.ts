import type { Catalog } from '../contract/catalog.ts'
import { report, type Command } from './command.ts'
import { countText, percentText } from './figures.ts'
import { openStudy, PASSPHRASE, STUDY } from './open-study.ts'
import { tableOf } from './table.ts'

export const catalog: Command = {
  words: ['catalog'],
  summary: 'Shows the mismatches of a study and how often each kind occurs.',
  arguments: [STUDY],
  options: PASSPHRASE,
  example: 'axial catalog hospital --json',
  async run(context, parsed) {
    await openStudy(context, parsed)
    const result = await context.call('catalog.read', {})
    return report({ ...result, items: result.items.map(asPrinted) }, catalogText(result, context.width))
  },
}

/** The study's own id of a mismatch means nothing to a script: its reference names it. */
function asPrinted({ mismatchId: _, ...item }: Catalog['items'][number]) {
  return item
}

export function catalogText(result: Catalog, width: number): string {
  const open = result.open.map(
    ({ transcript, round, disagreements }) =>
      ` Not complete: ${countText(disagreements, 'disagreement')} about ${transcript} (${round}) still open.`,
  )
  const counted = `${countText(result.mismatches, 'mismatch', 'mismatches')} with ${countText(result.instances, 'instance')}.`
  const head = `${counted}${open.join('')}`
  if (result.mismatches === 0) return `${head} Import a workbook with "axial import mismatches".`
  const items = tableOf(
    [{ title: 'id' }, { title: 'interview' }, { title: 'instances', wrap: true }, { title: 'description', wrap: true }],
    result.items.map((item) => [
      item.id,
      item.interview,
      item.instances
        .map(({ category, subcategory }) => (subcategory === null ? category : `${category}: ${subcategory}`))
        .join('; '),
      item.description,
    ]),
    width,
  )
  return [`${head} Percents are of instances (n = ${result.instances}).`, categoryTable(result, width), items].join(
    '\n\n',
  )
}

function categoryTable(result: Catalog, width: number): string {
  return tableOf(
    [
      { title: 'category', wrap: true },
      { title: 'n', align: 'right' },
      { title: 'percent', align: 'right' },
    ],
    result.categories.flatMap((category) => [
      [`${category.code}  ${category.name}`, String(category.count), percentText(category.percent)],
      ...category.subcategories.map((each) => [
        `${category.code}: ${each.name}`,
        String(each.count),
        percentText(each.percent),
      ]),
    ]),
    width,
  )
}
