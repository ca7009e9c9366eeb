import { Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { memoName } from '../../../domain/memo.ts'
import { Button } from '../../components/button.tsx'
import { AboutSubject } from './memo-about.tsx'
import { fileMemo } from './memo-actions.ts'
import { MemoMeta } from './memo-card.tsx'
import { FiledUnder } from './filed-under.tsx'
import { MemoEditor } from './memo-editor.tsx'
import { MemoText } from './memo-text.tsx'
import { useNamedCodes } from './use-named-codes.ts'

interface MemoPaneProps {
  readonly memo: ListedMemo
  readonly isEditing: boolean
  readonly onEdit: (isEditing: boolean) => void
  readonly onRemove: () => void
}

/** One memo to read, to file and to change, beside the list. */
export function MemoPane({ memo, isEditing, onEdit, onRemove }: MemoPaneProps) {
  const { t } = useTranslation('memos')
  const codes = useNamedCodes()
  const { title, subject, about, body, links, mayChange } = memo
  const done = () => {
    onEdit(false)
    document.getElementById('memos-list')?.focus()
  }
  return (
    <article className="memos-pane" aria-labelledby="memos-pane-name">
      <header className="memos-pane-head">
        {/* The name of one without a title is its first line, which stands below. */}
        <h2 id="memos-pane-name" className={title === '' ? 'visually-hidden' : undefined}>
          {memoName(memo)}
        </h2>
        {mayChange && !isEditing && (
          <div className="row">
            <Button icon={<Pencil aria-hidden />} onPress={() => onEdit(true)}>
              {t('edit')}
            </Button>
            <Button variant="quiet" icon={<Trash2 aria-hidden />} onPress={onRemove}>
              {t('remove')}
            </Button>
          </div>
        )}
      </header>
      <MemoMeta memo={memo} />
      <AboutSubject subject={subject} about={about} />
      {isEditing ? (
        <div
          role="presentation"
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) done()
          }}
        >
          <MemoEditor memo={memo} subject={subject} about={about} codes={codes} onDone={done} />
        </div>
      ) : (
        <>
          <MemoText body={body} codes={links.codes} passages={links.passages} />
          <FiledUnder filed={memo.codes} codes={codes} onChange={(ids) => void fileMemo(memo, ids)} />
        </>
      )}
    </article>
  )
}
