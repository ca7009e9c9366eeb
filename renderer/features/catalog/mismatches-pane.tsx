import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Catalog } from '../../../app/contract/catalog.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { InstanceChips } from './instance-chips.tsx'
import { MismatchDetail } from './mismatch-detail.tsx'
import { Prevalence } from './prevalence.tsx'
import { selectItems, type Element } from './search.ts'

/** Prevalence, the mismatches it stands for, and the one that is read. */
export function MismatchesPane({ catalog, first }: { readonly catalog: Catalog; readonly first: string | undefined }) {
  const { t } = useTranslation('catalog')
  const [element, setElement] = useState<Element | null>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(first ?? null)
  const items = selectItems(catalog.items, element, query)
  const shown = items.find(({ id }) => id === chosen) ?? items[0]
  return (
    <div className="catalog-panes">
      <Prevalence catalog={catalog} chosen={element} onChoose={setElement} />
      <section className="catalog-list" aria-label={t('list.label')}>
        <div className="catalog-list-head">
          <TextField
            label={t('search')}
            hideLabel
            type="search"
            value={query}
            onChange={setQuery}
            placeholder={t('searchHint')}
            className="grow"
          />
          <output className="muted small figures">
            {t('list.shown', { shown: items.length, all: catalog.items.length })}
          </output>
        </div>
        <ListBox
          className="catalog-listbox"
          aria-label={t('list.label')}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={shown ? [shown.id] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            if (key !== undefined) setChosen(String(key))
          }}
          renderEmptyState={() => (
            <div className="catalog-none">
              <p className="muted">{t('list.none')}</p>
              <Button
                onPress={() => {
                  setElement(null)
                  setQuery('')
                }}
              >
                {t('list.all')}
              </Button>
            </div>
          )}
        >
          {items.map((item) => (
            <ListBoxItem
              key={item.id}
              id={item.id}
              textValue={`${item.id} ${item.description}`}
              className="catalog-item"
            >
              <span className="catalog-item-head">
                <span className="catalog-reference">{item.id}</span>
                <span className="muted truncate">{item.interview}</span>
              </span>
              <span className="catalog-item-text" dir="auto">
                {item.description === '' ? item.quote : item.description}
              </span>
              <InstanceChips instances={item.instances} isShort />
            </ListBoxItem>
          ))}
        </ListBox>
      </section>
      <MismatchDetail item={shown} />
    </div>
  )
}
