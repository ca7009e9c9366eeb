import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { MEMO_KINDS } from '../../../domain/memo.ts'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { Arrangement, MemoFilter } from './memo-order.ts'

interface MemoFiltersProps {
  readonly memos: readonly ListedMemo[]
  readonly shown: number
  readonly filter: MemoFilter
  readonly arrangement: Arrangement
  readonly onFilter: (filter: MemoFilter) => void
  readonly onArrange: (arrangement: Arrangement) => void
}

/** What narrows the list: words, what memos are about, their codes, their writers; and how it is arranged. */
export function MemoFilters({ memos, shown, filter, arrangement, onFilter, onArrange }: MemoFiltersProps) {
  const { t } = useTranslation('memos')
  const kinds = MEMO_KINDS.filter((kind) => memos.some(({ subject }) => subject.kind === kind))
  const codes = [...new Map(memos.flatMap((memo) => memo.codes.map((code) => [code.id, code]))).values()]
  const writers = [...new Map(memos.map((memo) => [memo.coderId ?? 'nobody', memo.coder ?? t('nobody')]))]
  return (
    <div className="memos-filters">
      <div className="memos-search">
        <TextField
          className="grow"
          label={t('search')}
          hideLabel
          type="search"
          value={filter.words}
          onChange={(words) => onFilter({ ...filter, words })}
          placeholder={t('searchHint')}
        />
        <output className="muted small figures">{t('shown', { shown, all: memos.length })}</output>
      </div>
      <div className="memos-selects">
        <Select
          label={t('kind')}
          hideLabel
          value={filter.kind}
          onChange={(kind) => onFilter({ ...filter, kind })}
          options={[
            { id: 'any' as const, label: t('anyKind') },
            ...kinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) })),
          ]}
        />
        <Select
          label={t('code')}
          hideLabel
          value={filter.code}
          onChange={(code) => onFilter({ ...filter, code })}
          options={[
            { id: 'any', label: t('anyCode') },
            ...codes
              .toSorted((a, b) => a.path.localeCompare(b.path))
              .map(({ id, path }) => ({ id: String(id), label: path })),
            { id: 'none', label: t('noCode') },
          ]}
        />
        <Select
          label={t('writer')}
          hideLabel
          value={filter.writer}
          onChange={(writer) => onFilter({ ...filter, writer })}
          options={[
            { id: 'any', label: t('anyWriter') },
            ...writers.map(([id, name]) => ({ id: String(id), label: name })),
          ]}
        />
        <Select
          label={t('arrange')}
          hideLabel
          value={arrangement}
          onChange={onArrange}
          options={(['newest', 'subject', 'code'] as const).map((id) => ({ id, label: t(`arrangements.${id}`) }))}
        />
      </div>
    </div>
  )
}
