import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '../../../app/contract/catalog.ts'
import { Bar } from '../../components/bar.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Element } from './search.ts'

interface PrevalenceProps {
  readonly catalog: Catalog
  readonly chosen: Element | null
  readonly onChoose: (element: Element | null) => void
}

const EVERYTHING = 'everything'
const keyOf = (element: Element | null) => (element === null ? EVERYTHING : JSON.stringify(element))

/** How often each element occurs, as bars; choosing one narrows the list to it. */
export function Prevalence({ catalog, chosen, onChoose }: PrevalenceProps) {
  const { t } = useTranslation('catalog')
  const format = useFormat()
  const id = useId()
  // Bars are as long as the most frequent category allows; percents are of all instances.
  const longest = Math.max(1, ...catalog.categories.map(({ count }) => count))
  const elements = new Map<string, Element | null>([[EVERYTHING, null]])
  for (const { code, subcategories } of catalog.categories) {
    for (const subcategory of [null, ...subcategories.map(({ name }) => name)]) {
      const element = { category: code, subcategory }
      elements.set(keyOf(element), element)
    }
  }
  const figures = (count: number, percent: number) =>
    t('prevalence.figures', { count: format.number(count), percent: format.percent(percent) })
  return (
    <section className="catalog-prevalence" aria-labelledby={id}>
      <h2 id={id}>{t('prevalence.title')}</h2>
      <p className="muted small">{t('prevalence.note', { count: catalog.instances })}</p>
      <Tree
        className="catalog-tree"
        aria-label={t('prevalence.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[keyOf(chosen)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          onChoose(elements.get(String(key)) ?? null)
        }}
      >
        <TreeItem id={EVERYTHING} textValue={t('prevalence.everything')} className="catalog-element">
          <TreeItemContent>
            <span className="catalog-everything">
              <span>{t('prevalence.everything')}</span>
              <span className="muted figures">{t('mismatches', { count: catalog.mismatches })}</span>
            </span>
          </TreeItemContent>
        </TreeItem>
        {catalog.categories.map(({ code, name, count, percent, subcategories }) => (
          <TreeItem
            key={code}
            id={keyOf({ category: code, subcategory: null })}
            textValue={`${name}, ${figures(count, percent)}`}
            className="catalog-element"
          >
            <TreeItemContent>
              {subcategories.length > 0 && (
                <Button slot="chevron" className="catalog-chevron" aria-label={t('prevalence.expand')}>
                  <ChevronRight aria-hidden />
                </Button>
              )}
              <Bar label={name} count={count} total={longest} figures={figures(count, percent)} />
            </TreeItemContent>
            {subcategories.map((subcategory) => (
              <TreeItem
                key={subcategory.name}
                id={keyOf({ category: code, subcategory: subcategory.name })}
                textValue={`${subcategory.name}, ${figures(subcategory.count, subcategory.percent)}`}
                className="catalog-element catalog-sub"
              >
                <TreeItemContent>
                  <Bar
                    label={subcategory.name}
                    count={subcategory.count}
                    total={longest}
                    figures={figures(subcategory.count, subcategory.percent)}
                  />
                </TreeItemContent>
              </TreeItem>
            ))}
          </TreeItem>
        ))}
      </Tree>
    </section>
  )
}
