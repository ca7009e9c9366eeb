import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ReviewItemDetail } from '../../../../app/contract/review.ts'
import type { RoundId } from '../../../../domain/ids.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { announce, ask, useSession } from '../../../session.ts'
import { focusQueue, NOTE_ID } from '../focus.ts'
import { useWrittenKeys } from '../keys/keymap.ts'
import { draftNote, useReviewScreen } from '../store.ts'

interface NotesProps {
  readonly detail: ReviewItemDetail
  readonly roundId: RoundId
}

/** The discussion of an item: anyone may leave a note, decided or not. */
export function Notes({ detail, roundId }: NotesProps) {
  const { t } = useTranslation('review')
  const { t: common } = useTranslation()
  const format = useFormat()
  const noteKeys = useWrittenKeys('note')
  const coderId = useSession((session) => session.coderId)
  const itemId = detail.item.id
  const key = `${coderId ?? ''} ${itemId}`
  const body = useReviewScreen((screen) => screen.notes.get(key)) ?? ''
  const setBody = (words: string) => draftNote(key, words)
  const write = async () => {
    if (coderId === null || body.trim() === '') return
    if ((await ask('review.note', { roundId, itemId, coderId, body })) === null) return
    setBody('')
    focusQueue()
    announce(t('notes.written'), { canUndo: true })
  }
  const remove = async (id: ReviewItemDetail['notes'][number]['id']) => {
    if (coderId === null || (await ask('review.removeNote', { id, coderId })) === null) return
    announce(t('notes.removed'), { canUndo: true })
  }
  return (
    <section className="review-section" aria-labelledby="review-notes">
      <h2 id="review-notes">{t('notes.title')}</h2>
      {detail.notes.length > 0 && (
        <ul className="review-notes">
          {detail.notes.map((note) => (
            <li key={note.id}>
              <p className="review-note-body">{note.body}</p>
              <p className="row small muted">
                <span className="grow">{t('by', { coder: note.coder, date: format.dateTime(note.writtenAt) })}</span>
                {note.coderId === coderId && (
                  <IconButton
                    label={t('notes.remove')}
                    icon={<Trash2 aria-hidden />}
                    onPress={() => void remove(note.id)}
                  />
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      <form
        id={NOTE_ID}
        className="review-note-form"
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <TextField
          label={t('notes.write', { keys: noteKeys })}
          value={body}
          onChange={setBody}
          rows={2}
          className="grow"
        />
        <Button type="submit" isDisabled={body.trim() === ''} shortcut="Mod+Enter">
          {common('actions.save')}
        </Button>
      </form>
    </section>
  )
}
