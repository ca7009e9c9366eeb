import './memos.css'
import { Download, NotebookPen, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Key } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { saveText } from '../../components/svg-file.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { writeMemo } from '../../memo-request.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { announce, ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { removeMemo } from './memo-actions.ts'
import { MemoFilters } from './memo-filters.tsx'
import { MemoList, rowKey } from './memo-list.tsx'
import { arrangeMemos, EVERY_MEMO, filterMemos, type Arrangement, type MemoGroup } from './memo-order.ts'
import { MemoPane } from './memo-pane.tsx'

/** Every memo there is for who looks: `#/memos`, `#/memos/MEMO`. */
export default function MemosView() {
  const { t } = useTranslation('memos')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const { value: memos } = useRead('memos.list', coderId === null ? null : { coderId })
  const newMemo = (variant: 'default' | 'primary') => (
    <Button variant={variant} icon={<Plus aria-hidden />} onPress={() => writeMemo({ kind: 'study' })}>
      {t('new')}
    </Button>
  )
  if (coderId !== null && memos === null) return <Page title={t('title')}>{null}</Page>
  if (memos === null || memos.length === 0) {
    const addCoder = (
      <Button variant="primary" onPress={() => navigate('study', 'coders')}>
        {common('frame.addCoder')}
      </Button>
    )
    return (
      <Page title={t('title')}>
        <EmptyState
          icon={<NotebookPen aria-hidden />}
          title={t('emptyTitle')}
          actions={coderId === null ? addCoder : newMemo('primary')}
        >
          {t('emptyAdvice')}
        </EmptyState>
      </Page>
    )
  }
  return <Memos memos={memos} newMemo={newMemo('primary')} />
}

interface MemosProps {
  readonly memos: readonly ListedMemo[]
  readonly newMemo: React.ReactNode
}

function Memos({ memos, newMemo }: MemosProps) {
  const { t } = useTranslation('memos')
  const language = useLanguage()
  const { args } = useRoute()
  const coderId = useSession((session) => session.coderId)
  const [filter, setFilter] = useState(EVERY_MEMO)
  const [arrangement, setArrangement] = useState<Arrangement>('newest')
  const [chosenKey, setChosenKey] = useState<Key | null>(null)
  const [isEditing, setEditing] = useState(false)
  const shown = filterMemos(memos, filter)
  const groups = arrangeMemos(shown, arrangement)
  const rows = groups.flatMap((group) => group.memos.map((memo) => ({ key: rowKey(group, memo), memo })))
  const chosen = rows.find(({ key }) => key === chosenKey) ?? rows.find(({ memo }) => memo.id === args[0]) ?? rows[0]

  const choose = (key: Key) => {
    setChosenKey(key)
    setEditing(false)
  }
  const remove = async () => {
    if (chosen === undefined || !chosen.memo.mayChange) return
    // The next one is then read, so that one can go on with the keyboard.
    const next = rows[rows.indexOf(chosen) + 1] ?? rows[rows.indexOf(chosen) - 1]
    if (await removeMemo(t, chosen.memo)) choose(next?.key ?? '')
  }
  const exportShown = async () => {
    if (coderId === null) return
    const file = await ask('memos.export', { coderId, ids: idsOf(groups), language })
    if (file === null) return
    saveText(file.name, 'text/markdown', new TextDecoder().decode(file.bytes))
    announce(t('exported', { count: shown.length }))
  }
  return (
    <Page
      title={t('title')}
      description={t('description', { count: memos.length })}
      isFilled
      actions={
        <>
          {shown.length > 0 && (
            <Button icon={<Download aria-hidden />} onPress={() => void exportShown()}>
              {t('export', { count: shown.length })}
            </Button>
          )}
          {newMemo}
        </>
      }
    >
      <div className="memos">
        <section className="memos-side" aria-label={t('list')}>
          <MemoFilters
            memos={memos}
            shown={shown.length}
            filter={filter}
            arrangement={arrangement}
            onFilter={setFilter}
            onArrange={setArrangement}
          />
          <MemoList
            groups={groups}
            chosen={chosen?.key ?? null}
            onChoose={choose}
            onOpen={() => setEditing(chosen?.memo.mayChange === true)}
            onRemove={() => void remove()}
            onShowAll={() => setFilter(EVERY_MEMO)}
          />
        </section>
        {chosen === undefined ? (
          <p className="memos-none muted">{t('choose')}</p>
        ) : (
          <MemoPane
            key={chosen.memo.id}
            memo={chosen.memo}
            isEditing={isEditing}
            onEdit={setEditing}
            onRemove={() => void remove()}
          />
        )}
      </div>
    </Page>
  )
}

/** The memos in their order on the screen, each once. */
function idsOf(groups: readonly MemoGroup[]): ListedMemo['id'][] {
  return [...new Set(groups.flatMap((group) => group.memos.map(({ id }) => id)))]
}
