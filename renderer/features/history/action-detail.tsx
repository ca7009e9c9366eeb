import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { JournalChange, JournalDetail } from '../../../app/contract/history.ts'
import type { CoderId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { PassageQuote } from '../../components/passage-quote.tsx'
import { useFormat } from '../../i18n/format.ts'
import { capitalise } from '../../i18n/failure-sentence.ts'
import { stepName } from '../../i18n/procedure-name.ts'
import { announce, ask } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { entryName } from './entry-name.ts'
import { fieldKey, thingKey } from './groups.ts'

interface ActionDetailProps {
  readonly id: number
  readonly coderId: CoderId
  readonly onChoose: (id: number) => void
}

/** One action: what it changed, in the words of the study, and its taking back. */
export function ActionDetail({ id, coderId, onChoose }: ActionDetailProps) {
  const { t } = useTranslation('history')
  const { t: common } = useTranslation()
  const format = useFormat()
  const { value } = useRead('history.read', { id, coderId })
  if (value === null || value.entry.id !== id) return <section className="history-frame" aria-label={t('detail')} />
  const { entry, counts, changes, takeBack } = value
  const name = entryName(t, common, entry)
  const { subjectId } = entry
  const run = async () => {
    if ((await ask('history.takeBack', { id, coderId })) !== null)
      announce(t('takenBack', { action: stepName(common, entry) }), { canUndo: true })
  }
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <ScrollArea key={id} className="history-frame" label={t('detail')}>
      <div className="history-detail">
        <header className="history-detail-head">
          <h2>{name}</h2>
          {takeBack === 'possible' && (
            <Button icon={<Undo2 aria-hidden />} onPress={() => void run()}>
              {t('takeBack')}
            </Button>
          )}
        </header>
        <p className="muted history-meta">
          <span>{entry.coder ?? t('nobody')}</span>
          <span>{format.dateTime(entry.at)}</span>
          {entry.undone && <span className="tag">{t('undone')}</span>}
        </p>
        {takeBack !== 'possible' && <p className="small muted">{whyNot(value)}</p>}
        {subjectId !== null && (
          <p>
            <Button variant="link" onPress={() => onChoose(subjectId)}>
              {t('subject')}
            </Button>
          </p>
        )}
        <h3>{t('changed')}</h3>
        {total === 0 && <p className="muted">{t('changedNothing')}</p>}
        {(['added', 'changed', 'removed'] as const).map((operation) => (
          <Changes
            key={operation}
            operation={operation}
            changes={changes.filter((change) => change.operation === operation)}
            counts={counts.filter((one) => one.operation === operation)}
          />
        ))}
      </div>
    </ScrollArea>
  )

  function whyNot({ takeBack, entry }: JournalDetail): string {
    if (takeBack === 'possible') return ''
    if (takeBack === 'not-own' && entry.coder === null) return t('why.nobody')
    return t(`why.${takeBack}`, { coder: entry.coder ?? '' })
  }
}

/** So many rows are seen at a glance; more are counted. */
const FEW = 3

interface ChangesProps {
  readonly operation: JournalChange['operation']
  readonly changes: readonly JournalChange[]
  readonly counts: JournalDetail['counts']
}

function Changes({ operation, changes, counts }: ChangesProps) {
  const { t } = useTranslation('history')
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const hidden = total - changes.length
  return (
    <section className="history-changes">
      <h4>
        {t(`operations.${operation}`)}
        {total > FEW &&
          counts.map(({ thing, count }) => (
            <span key={thing} className="tag figures">
              {t('count', { thing: t(`things.${thingKey(thing)}`), count })}
            </span>
          ))}
      </h4>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            <Change change={change} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="muted small">{t('more', { count: hidden })}</p>}
    </section>
  )
}

function Change({ change }: { readonly change: JournalChange }) {
  const { t } = useTranslation('history')
  const { thing, name, coder, transcript, passage, fields } = change
  return (
    <div className="history-change">
      <p>
        <span className="muted">{capitalise(t(`things.${thingKey(thing)}`))}</span>{' '}
        {name !== '' && <strong>{name}</strong>}{' '}
        <span className="muted">
          {[
            coder === null ? '' : t('byCoder', { coder }),
            transcript === null || passage !== null ? '' : t('inTranscript', { transcript }),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {passage !== null && <PassageQuote passage={passage} />}
      {fields.length > 0 && (
        <dl className="history-fields">
          {fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt className="muted">{t(`fields.${fieldKey(field)}`)}</dt>
              <dd>
                <span className="visually-hidden">{t('before')} </span>
                <del>
                  <FieldValue field={field} value={before} />
                </del>
                <span className="visually-hidden">{t('after')} </span>
                <ins>
                  <FieldValue field={field} value={after} />
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const CRITERION = /^[ie]\d$/

/** What a field held, in the person's language where it holds one of the study's own marks. */
function FieldValue({ field, value }: { readonly field: string; readonly value: string }) {
  const { t } = useTranslation('history')
  const format = useFormat()
  if (CRITERION.test(field)) return value === 'yes' || value === 'no' ? t(`values.${value}`) : t('values.undecided')
  if (value === '') return t('empty')
  if (field === 'state' && (value === 'blind' || value === 'open')) return t(`values.${value}`)
  if (field === 'language') return format.languageName(value)
  if (field === 'retired_at') return format.dateTime(value)
  if (field !== 'colour') return value
  return (
    <>
      <span className={`swatch code-colour-${value}`} aria-hidden /> {t('values.colour', { number: Number(value) + 1 })}
    </>
  )
}
