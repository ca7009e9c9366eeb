import './history.css'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoderId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { ActionDetail } from './action-detail.tsx'
import { ActionList } from './action-list.tsx'
import { groupKey, GROUPS } from './groups.ts'
import { useActions, type ActionFilter } from './use-actions.ts'

const EVERY_ACTION: ActionFilter = { by: null, group: '', text: '' }

/** Who did what when, and the taking back of one of it: `#/history`, `#/history/ACTION`. */
export default function HistoryView() {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const hasBlind = useSession(({ rounds }) => rounds.some(({ state }) => state === 'blind'))
  if (coderId === null) {
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={<History aria-hidden />}
          title={t('emptyTitle')}
          actions={
            <Button variant="primary" onPress={() => navigate('study', 'coders')}>
              {common('frame.addCoder')}
            </Button>
          }
        >
          {t('emptyAdvice')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} description={hasBlind ? t('descriptionBlind') : t('description')} isFilled>
      <Actions coderId={coderId} />
    </Page>
  )
}

function Actions({ coderId }: { readonly coderId: CoderId }) {
  const { t } = useTranslation('history')
  const { args } = useRoute()
  const coders = useSession((session) => session.coders)
  const [filter, setFilter] = useState(EVERY_ACTION)
  const { entries, hasMore, more } = useActions(coderId, filter)
  const named = /^\d+$/.test(args[0] ?? '') ? Number(args[0]) : null
  const chosen = named ?? entries?.[0]?.id ?? null
  const choose = (id: number) => navigate('history', String(id))
  return (
    <div className="history">
      <section className="history-side" aria-label={t('list')}>
        <div className="history-filters">
          <TextField
            className="history-search"
            label={t('search')}
            hideLabel
            type="search"
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
            placeholder={t('searchHint')}
          />
          <Select
            label={t('coder')}
            hideLabel
            value={filter.by ?? 'anyone'}
            onChange={(id) => setFilter({ ...filter, by: coders.find((coder) => coder.id === id)?.id ?? null })}
            options={[
              { id: 'anyone', label: t('anyone') },
              ...coders.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
          />
          <Select
            label={t('kind')}
            hideLabel
            value={filter.group || 'anything'}
            onChange={(group) => setFilter({ ...filter, group: group === 'anything' ? '' : group })}
            options={[
              { id: 'anything', label: t('anything') },
              ...GROUPS.map((group) => ({ id: group, label: t(`groups.${groupKey(group)}`) })),
            ]}
          />
        </div>
        {entries !== null && (
          <ActionList entries={entries} chosen={chosen} onChoose={choose} onShowAll={() => setFilter(EVERY_ACTION)} />
        )}
        {hasMore && (
          <div className="history-more">
            <Button onPress={more}>{t('earlier')}</Button>
          </div>
        )}
      </section>
      {chosen === null ? (
        <p className="history-none muted">{t('choose')}</p>
      ) : (
        <ActionDetail id={chosen} coderId={coderId} onChoose={choose} />
      )}
    </div>
  )
}
