import { Bold, Italic, Link2, List, Plus, Quote, TextQuote, X } from 'lucide-react'
import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedMemo, MemoAbout, NamedCode } from '../../../app/contract/memos.ts'
import { codeLink, memoName, passageLink, type MemoSubject } from '../../../domain/memo.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { isShortcut } from '../../keyboard.ts'
import { announce, ask, useRound, useSession } from '../../session.ts'
import { CodeChoice } from './code-choice.tsx'
import { dropDraft, keepDraft, keptDraft, staysInMemory, type DraftOf } from './draft.ts'
import { insert, prefixLines, wrap, type Edited } from './markdown-marks.ts'
import { MemoText } from './memo-text.tsx'

export interface MemoEditorProps {
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
  const draftOf: DraftOf = memo === null ? { subject } : { memo: memo.id }
  const saved = { title: memo?.title ?? '', body: memo?.body ?? '', codes: memo?.codes.map(({ id }) => id) ?? [] }
  const [kept, setKept] = useState(() => keptDraft(draftOf))
  const [words, setWords] = useState(kept ?? saved)
  const [isPreview, setPreview] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  // Not `autoFocus`, by which browsers scroll what stands above out of sight while the window is still being laid out.
  const takeFocus = useCallback((element: HTMLTextAreaElement | null) => {
    area.current = element
    element?.focus({ preventScroll: true })
  }, [])
  const bodyId = useId()

  const change = (changes: Partial<typeof saved>) => {
    const next = { ...words, ...changes }
    setWords(next)
    const isSame = JSON.stringify([next.title, next.body, next.codes]) === JSON.stringify(Object.values(saved))
    if (isSame) dropDraft(draftOf)
    else keepDraft(draftOf, { ...next, at: new Date().toISOString() })
  }
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
    dropDraft(draftOf)
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
  const { passage } = about
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
            <Button
              onPress={() => {
                dropDraft(draftOf)
                setKept(null)
                setWords(saved)
              }}
            >
              {t('discard')}
            </Button>
          </div>
        )}
        <TextField label={t('field.title')} value={words.title} onChange={(title) => change({ title })} />
        <div className="field">
          <div className="memo-tools" role="toolbar" aria-label={t('field.body')}>
            <IconButton
              label={t('bold')}
              shortcut="Mod+B"
              icon={<Bold aria-hidden />}
              isDisabled={isPreview}
              onPress={() => edit((edited) => wrap(edited, '**'))}
            />
            <IconButton
              label={t('italic')}
              shortcut="Mod+I"
              icon={<Italic aria-hidden />}
              isDisabled={isPreview}
              onPress={() => edit((edited) => wrap(edited, '*'))}
            />
            <IconButton
              label={t('bullets')}
              icon={<List aria-hidden />}
              isDisabled={isPreview}
              onPress={() => edit((edited) => prefixLines(edited, '- '))}
            />
            <IconButton
              label={t('quote')}
              icon={<TextQuote aria-hidden />}
              isDisabled={isPreview}
              onPress={() => edit((edited) => prefixLines(edited, '> '))}
            />
            {!isPreview && (
              <CodeChoice
                isSmall
                label={t('linkCode')}
                icon={<Link2 aria-hidden />}
                codes={codes}
                onChoose={({ id, path }) => edit((edited) => insert(edited, codeLink(nameOf(path), id)))}
              />
            )}
            {!isPreview && passage !== null && (
              <IconButton
                label={t('linkPassage')}
                icon={<Quote aria-hidden />}
                onPress={() =>
                  edit((edited) =>
                    insert(
                      edited,
                      passageLink(shortened(passage.words), passage.transcriptId, {
                        start: passage.start,
                        end: passage.end,
                      }),
                    ),
                  )
                }
              />
            )}
            <span className="grow" />
            <Button variant="quiet" isPressed={isPreview} onPress={() => setPreview(!isPreview)}>
              {isPreview ? t('write') : t('preview')}
            </Button>
          </div>
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

function passagesFor(about: MemoAbout, memo: ListedMemo | null) {
  return [...(about.passage === null ? [] : [about.passage]), ...(memo?.links.passages ?? [])]
}

/** The last name of a code's path. */
function nameOf(path: string): string {
  return path.split(' / ').at(-1) ?? path
}

/** The first words of a passage, for a link's label. */
function shortened(words: string): string {
  const letters = Array.from(words)
  return letters.length <= 60
    ? words
    : `${letters
        .slice(0, 60)
        .join('')
        .replace(/\s\S*$/, '')}…`
}
