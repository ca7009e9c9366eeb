import { EyeOff } from 'lucide-react'
import { Header, ListBox, ListBoxItem, ListBoxSection, type Key } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { memoName, withoutLinks } from '../../../domain/memo.ts'
import { Button } from '../../components/button.tsx'
import { useFormat } from '../../i18n/format.ts'
import { aboutLine } from './memo-about.tsx'
import type { MemoGroup } from './memo-order.ts'

interface MemoListProps {
  readonly groups: readonly MemoGroup[]
  readonly chosen: Key | null
  readonly onChoose: (key: Key) => void
  /** Enter on a memo. */
  readonly onOpen: () => void
  /** Delete on a memo. */
  readonly onRemove: () => void
  readonly onShowAll: () => void
}

/** The key of a memo's row: it stands once under each of its codes. */
export function rowKey(group: MemoGroup, memo: ListedMemo): string {
  return `${group.id} ${memo.id}`
}

/** The memos, in groups where they are arranged so. */
export function MemoList({ groups, chosen, onChoose, onOpen, onRemove, onShowAll }: MemoListProps) {
  const { t } = useTranslation('memos')
  return (
    <div
      className="memos-list-frame"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
      }}
    >
      <ListBox
        id="memos-list"
        className="memos-list"
        aria-label={t('list')}
        aria-describedby="memos-help"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onChoose(key)
        }}
        onAction={onOpen}
        renderEmptyState={() => (
          <div className="memos-none">
            <p className="muted">{t('none')}</p>
            <Button onPress={onShowAll}>{t('showAll')}</Button>
          </div>
        )}
      >
        {groups.map((group) => (
          <ListBoxSection key={group.id} id={`group ${group.id}`} aria-label={t('list')}>
            <Header className={groups.length === 1 && group.id === 'all' ? 'visually-hidden' : 'memos-group'}>
              <GroupName group={group} />
            </Header>
            {group.memos.map((memo) => (
              <MemoRow key={memo.id} id={rowKey(group, memo)} memo={memo} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <p id="memos-help" className="visually-hidden">
        {t('listHelp')}
      </p>
    </div>
  )
}

function GroupName({ group }: { readonly group: MemoGroup }) {
  const { t } = useTranslation('memos')
  const format = useFormat()
  const name =
    group.kind === null
      ? (group.code?.path ?? (group.id === 'none' ? t('noCode') : t('list')))
      : t(`kinds.${group.kind}`)
  return (
    <>
      {group.code !== null && <span className={`swatch code-colour-${group.code.colour}`} aria-hidden />}
      <span className="grow">{name}</span>
      <span className="figures">{format.number(group.memos.length)}</span>
    </>
  )
}

function MemoRow({ id, memo }: { readonly id: string; readonly memo: ListedMemo }) {
  const { t } = useTranslation('memos')
  const format = useFormat()
  const name = memoName(memo)
  const { title, body, subject, about, coder, isBlind, updatedAt, codes } = memo
  return (
    <ListBoxItem id={id} textValue={name} className="memos-item">
      <span className="memos-item-head">
        <span className="memos-item-name">{name}</span>
        {codes.map((code) => (
          <span key={code.id} className={`swatch code-colour-${code.colour}`} title={code.path} />
        ))}
        {isBlind && <EyeOff size={12} aria-label={t('onlyYouTag')} />}
      </span>
      {title !== '' && body !== '' && (
        <span className="memos-item-text muted">{memoName({ title: '', body: withoutLinks(body) })}</span>
      )}
      <span className="memos-item-foot small muted">
        <span className="truncate">
          {t(`kinds.${subject.kind}`)}
          {aboutLine(about) !== '' && ` · ${aboutLine(about)}`}
        </span>
        <span className="memos-item-date">
          {coder === null ? format.dateTime(updatedAt) : t('by', { coder, date: format.dateTime(updatedAt) })}
        </span>
      </span>
    </ListBoxItem>
  )
}
