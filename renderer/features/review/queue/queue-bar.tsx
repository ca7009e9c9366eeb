import { ListFilter, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodeId, TranscriptId } from '../../../../domain/ids.ts'
import { IconButton } from '../../../components/button.tsx'
import { Select } from '../../../components/select.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { FILTERS_ID, focusQueueAfterChoice } from '../focus.ts'
import { useKeys } from '../keys/keymap.ts'
import { showEverything, showFilters, showOf, sortBy, useReviewScreen } from '../store.ts'
import type { Review } from '../use-review.ts'
import { EVERY_DISAGREEMENT, QUEUE_SORTS, STATE_FILTERS, type QueueFilter } from './queue-view.ts'

/** Stands for "all" in a list of ids: no id is empty. */
const ALL = ''

/** How far the review has come, and what of the queue is shown in which order. */
export function QueueBar({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const filterKeys = useKeys('filter')
  const filter = useReviewScreen((screen) => screen.filter)
  const sort = useReviewScreen((screen) => screen.sort)
  const hasFilters = useReviewScreen((screen) => screen.hasFilters)
  const { queue, codes, decided, disagreements, shown } = review
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(EVERY_DISAGREEMENT)
  const among =
    filter.state === 'settled' ? review.items.filter(({ state }) => state === 'settled').length : disagreements
  const change = (changed: Partial<QueueFilter>) => {
    showOf(changed)
    focusQueueAfterChoice()
  }
  const counted = (label: string, count: number) => t('queue.counted', { label, count: format.number(count) })
  return (
    <header className="review-bar">
      <div className="review-progress">
        <span className="review-filter-toggle">
          <IconButton
            label={t('filters.toggle')}
            icon={<ListFilter aria-hidden />}
            shortcut={filterKeys}
            isPressed={hasFilters}
            onPress={() => showFilters(!hasFilters)}
          />
        </span>
        <p className="figures">
          <strong>{t('progress.decided', { decided: format.number(decided), count: disagreements })}</strong>{' '}
          <span className="muted small review-settled">
            {t('counts.identicalSettled', { count: queue.tally.identical })}
          </span>
        </p>
        <div className="bar-track" aria-hidden>
          <div
            className="bar-fill"
            style={{ width: `${disagreements === 0 ? 100 : (100 * decided) / disagreements}%` }}
          />
        </div>
      </div>
      <div id={FILTERS_ID} className="review-filters" data-open={hasFilters || undefined}>
        <Select
          hideLabel
          label={t('filters.state')}
          value={filter.state}
          options={STATE_FILTERS.map((id) => ({ id, label: t(`filters.states.${id}`) }))}
          onChange={(state) => change({ state })}
        />
        <Select
          hideLabel
          label={t('filters.kind')}
          value={filter.kind ?? ALL}
          options={[
            { id: ALL, label: t('filters.allKinds') },
            ...queue.kinds.map(({ kind, disagreements }) => ({
              id: kind,
              label: counted(t(`kinds.${kind}`), disagreements),
            })),
          ]}
          onChange={(kind) => change({ kind: queue.kinds.find((one) => one.kind === kind)?.kind ?? null })}
        />
        <Select
          hideLabel
          label={t('filters.code')}
          value={filter.codeId ?? ALL}
          options={[
            { id: ALL, label: t('filters.allCodes') },
            ...queue.codes.map(({ codeId, disagreements }) => ({
              id: String(codeId),
              label: counted(codes.labelOf(codeId), disagreements),
            })),
          ]}
          onChange={(id) => change({ codeId: id === ALL ? null : (id as CodeId) })}
        />
        <Select
          hideLabel
          label={t('filters.sort')}
          value={sort}
          options={QUEUE_SORTS.map((id) => ({ id, label: t(`filters.sorts.${id}`) }))}
          onChange={(chosen) => {
            sortBy(chosen)
            focusQueueAfterChoice()
          }}
        />
        {queue.transcripts.length > 1 && (
          <Select
            className="review-filter-wide"
            hideLabel
            label={t('filters.transcript')}
            value={filter.transcriptId ?? ALL}
            options={[
              { id: ALL, label: t('filters.allTranscripts') },
              ...queue.transcripts.map(({ id, name, disagreements }) => ({
                id: String(id),
                label: counted(name, disagreements),
              })),
            ]}
            onChange={(id) => change({ transcriptId: id === ALL ? null : (id as TranscriptId) })}
          />
        )}
      </div>
      {isFiltered && (
        <p className="review-shown small muted figures" aria-live="polite">
          <span className="grow">{t('queue.shown', { shown: format.number(shown.length), count: among })}</span>
          <IconButton label={t('queue.showAll')} icon={<X aria-hidden />} onPress={showEverything} />
        </p>
      )}
    </header>
  )
}
