import { useMemo, useState } from 'react'
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../app/contract/history.ts'
import { Button } from '../../components/button.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { daysOf, localDay } from './days.ts'
import { entryName } from './entry-name.ts'

interface ActionListProps {
  readonly entries: readonly JournalEntry[]
  readonly chosen: number | null
  readonly onChoose: (id: number) => void
  readonly onShowAll: () => void
}

/** Heights in pixels at the usual text size; they grow with it. */
const ROW = 36
const HEADING = 28

/** The actions, day by day. Only those in view are in the document, however many there are. */
export function ActionList({ entries, chosen, onChoose, onShowAll }: ActionListProps) {
  const { t } = useTranslation('history')
  const days = useMemo(() => daysOf(entries), [entries])
  const scale = useMemo(() => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16, [])
  const layout = { rowHeight: ROW * scale, headingHeight: HEADING * scale }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        className="history-list"
        aria-label={t('list')}
        items={days}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [String(chosen)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onChoose(Number(key))
        }}
        renderEmptyState={() => (
          <div className="history-none">
            <p className="muted">{t('none')}</p>
            <Button onPress={onShowAll}>{t('showAll')}</Button>
          </div>
        )}
      >
        {(day) => (
          <ListBoxSection id={day.id}>
            <Header className="history-day">
              <DayName day={day.id} />
            </Header>
            <Collection items={day.entries}>{(entry) => <ActionRow entry={entry} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  )
}

function DayName({ day }: { readonly day: string }) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const [recent] = useState(recentDays)
  if (day === recent.today) return t('today')
  if (day === recent.yesterday) return t('yesterday')
  const locale = language === 'en' ? 'en-GB' : 'fr'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(`${day}T12:00:00`))
}

function recentDays() {
  const now = new Date()
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  return { today: localDay(now.toISOString()), yesterday: localDay(yesterday.toISOString()) }
}

function ActionRow({ entry }: { readonly entry: JournalEntry }) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const name = entryName(t, common, entry)
  const time = new Date(entry.at).toLocaleTimeString(language === 'en' ? 'en-GB' : 'fr', {
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <ListBoxItem
      id={String(entry.id)}
      textValue={name}
      className="history-item"
      data-undone={entry.undone || undefined}
    >
      <span className="figures muted">{time}</span>
      <span className="history-name">{name}</span>
      {entry.undone && <span className="tag">{t('undone')}</span>}
      <span className="history-coder muted">{entry.coder}</span>
    </ListBoxItem>
  )
}
