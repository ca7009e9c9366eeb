import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NamedCode } from '../../../app/contract/memos.ts'
import { CodeChoice } from './code-choice.tsx'

interface FiledUnderProps {
  readonly filed: readonly NamedCode[]
  readonly codes: readonly NamedCode[]
  readonly onChange: (ids: NamedCode['id'][]) => void
}

/** The codes a memo is filed under, to take away and to add to. */
export function FiledUnder({ filed, codes, onChange }: FiledUnderProps) {
  const { t } = useTranslation('memos')
  const ids = filed.map(({ id }) => id)
  return (
    <div className="memo-filed">
      <span className="field-label">{t('filedUnder')}</span>
      {filed.length === 0 && <span className="small muted">{t('notFiled')}</span>}
      {filed.map(({ id, path, colour }) => (
        <span key={id} className="tag memo-chip">
          <span className={`swatch code-colour-${colour}`} aria-hidden />
          <span className="memo-chip-path">{path}</span>
          <button
            type="button"
            className="memo-chip-remove"
            aria-label={t('unfile', { code: path })}
            onClick={() => onChange(ids.filter((other) => other !== id))}
          >
            <X aria-hidden />
          </button>
        </span>
      ))}
      <CodeChoice
        label={t('fileUnder')}
        icon={<Plus aria-hidden />}
        codes={codes.filter(({ id }) => !ids.includes(id))}
        onChoose={({ id }) => onChange([...ids, id])}
      />
    </div>
  )
}
