import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMemo, MemoAbout, NamedCode } from '../../../app/contract/memos.ts'
import { memoName, type MemoSubject } from '../../../domain/memo.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { isShortcut } from '../../keyboard.ts'
import { announce, ask, useRound, useSession } from '../../session.ts'
import { staysInMemory } from './draft.ts'
import { FiledUnder } from './filed-under.tsx'
import { wrap, type Edited } from './markdown-marks.ts'
import { MemoText } from './memo-text.tsx'
import { MemoTools } from './memo-tools.tsx'
import { useDraft } from './use-draft.ts'

interface MemoEditorProps {
  /** The memo that is changed; null writes a new one. */
  readonly memo: ListedMemo | null
  readonly subject: MemoSubject
  readonly about: MemoAbout
  readonly codes: readonly NamedCode[]
  /** Once it is saved, or given up. */
  readonly onDone: (saved: ListedMemo | null) => void
}

/** Writes a memo, or changes one. What is not saved yet is kept as a draft, and is there again the next time. */
export function MemoEditor({ memo, subject, about, codes, onDone }: MemoEditorProps) {
  const { t } = useTranslation('memos')
  const { t: common } = useTranslation()
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const round = useRound()
  const { words, kept, change, discard, drop } = useDraft(memo, subject)
  const [isPreview, setPreview] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  // Not `autoFocus`, by which browsers scroll what stands above out of sight while the window is still being laid out.
  const takeFocus = useCallback((element: HTMLTextAreaElement | null) => {
    area.current = element
    element?.focus({ preventScroll: true })
  }, [])
  const bodyId = useId()

  const edit = (make: (edited: Edited) => Edited) => {
    const { current } = area
    if (current === null) return
    const { text, start, end } = make({ text: words.body, start: current.selectionStart, end: current.selectionEnd })
    change({ body: text })
    requestAnimationFrame(() => {
      current.focus()
      current.setSelectionRange(start, end)
    })
  }
  const save = async () => {
    if (coderId === null || isSaving) return
    setSaving(true)
    const written = { coderId, title: words.title, body: words.body, codes: [...words.codes] }
    const result =
      memo === null
        ? await ask('memos.write', { ...written, subject, roundId: round?.id ?? null })
        : await ask('memos.update', { ...written, id: memo.id })
    setSaving(false)
    if (result === null) return
    drop()
    announce(t('saved', { name: memoName(result) }), { canUndo: true })
    onDone(result)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event
    if (isShortcut(nativeEvent, 'Mod+Enter')) void save()
    else if (isShortcut(nativeEvent, 'Mod+B')) edit((edited) => wrap(edited, '**'))
    else if (isShortcut(nativeEvent, 'Mod+I')) edit((edited) => wrap(edited, '*'))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const filed = words.codes.flatMap((id) => codes.find((code) => code.id === id) ?? [])
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <form
        className="memo-editor"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {kept !== null && (
          <div className="callout">
            <span className="small">{t('draftKept', { date: format.dateTime(kept.at) })}</span>
            <Button onPress={discard}>{t('discard')}</Button>
          </div>
        )}
        <TextField label={t('field.title')} value={words.title} onChange={(title) => change({ title })} />
        <div className="field">
          <MemoTools about={about} codes={codes} isPreview={isPreview} onPreview={setPreview} onEdit={edit} />
          {isPreview ? (
            <section className="memo-preview" aria-label={t('preview')}>
              {words.body.trim() === '' ? (
                <p className="muted">{t('previewEmpty')}</p>
              ) : (
                <MemoText body={words.body} codes={codes} passages={passagesFor(about, memo)} />
              )}
            </section>
          ) : (
            <>
              <label className="visually-hidden" htmlFor={bodyId}>
                {t('field.body')}
              </label>
              <textarea
                ref={takeFocus}
                id={bodyId}
                className="input memo-body"
                rows={9}
                dir="auto"
                value={words.body}
                placeholder={t('field.bodyHint')}
                onChange={(event) => change({ body: event.target.value })}
              />
            </>
          )}
        </div>
        <FiledUnder filed={filed} codes={codes} onChange={(ids) => change({ codes: ids })} />
        <div className="row row-between memo-editor-foot">
          <p className="small muted grow">
            {round?.state === 'blind' && memo === null
              ? t('onlyYou', { round: round.name })
              : memo === null && t('everyoneSees')}
            {staysInMemory() && ` ${t('inMemory')}`}
          </p>
          <div className="row">
            <Button onPress={() => onDone(null)}>{common('actions.close')}</Button>
            <Button variant="primary" type="submit" shortcut="Mod+Enter" isDisabled={isSaving}>
              {t('save')}
            </Button>
          </div>
        </div>
      </form>
    </div>
  )
}

function passagesFor(about: MemoAbout, memo: ListedMemo | null) {
  return [...(about.passage === null ? [] : [about.passage]), ...(memo?.links.passages ?? [])]
}
