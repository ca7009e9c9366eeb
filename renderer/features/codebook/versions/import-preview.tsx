import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../app/contract.ts'
import type { PlannedImport } from '../../../../app/contract/versions.ts'
import { IMPORT_CHOICES, type ImportChoice } from '../../../../domain/codebook/codebook-import.ts'
import { Select } from '../../../components/select.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { sharedChoice } from './import-choices.ts'
import { WordMarks } from './word-marks.tsx'

/** How many new codes are listed; of those that differ each asks for a choice, and so many at most are shown at once. */
const MOST_NEW = 200
const MOST_DIFFERING = 200

interface ImportPreviewProps {
  readonly preview: Output<'codebook.preview'>
  readonly choices: ReadonlyMap<string, ImportChoice>
  readonly onChoose: (choices: ReadonlyMap<string, ImportChoice>) => void
}

/** What an import would do: which codes differ and what becomes of each, which are new, how many are the same. */
export function ImportPreview({ preview, choices, onChoose }: ImportPreviewProps) {
  const { t } = useTranslation('versions')
  const format = useFormat()
  const of = (kind: PlannedImport['kind']) => preview.codes.filter((code) => code.kind === kind)
  const [fresh, differs, same] = [of('new'), of('differs'), of('same')]
  return (
    <>
      <output>
        {t('importing.summary', {
          source: preview.source,
          fresh: format.number(fresh.length),
          differs: format.number(differs.length),
          same: format.number(same.length),
        })}{' '}
        {fresh.length + differs.length === 0 && t('importing.nothing')}
      </output>
      {differs.length > 0 && <Differing codes={differs} choices={choices} onChoose={onChoose} />}
      {fresh.length > 0 && (
        <section className="stack-tight" aria-labelledby="import-new">
          <h3 id="import-new">{t('importing.fresh')}</h3>
          <ul className="versions-differences">
            {fresh.slice(0, MOST_NEW).map((code) => (
              <li key={code.path}>
                <div className="row">
                  <strong>{code.path}</strong>
                  {code.alike !== null && (
                    <span className="tag tag-warning versions-alike">{t('importing.alike', { path: code.alike })}</span>
                  )}
                </div>
                {code.theirs.definition !== null && code.theirs.definition !== '' && (
                  <p className="versions-text muted">{code.theirs.definition}</p>
                )}
              </li>
            ))}
          </ul>
          {fresh.length > MOST_NEW && (
            <p className="muted">{t('importing.more', { count: fresh.length - MOST_NEW })}</p>
          )}
        </section>
      )}
    </>
  )
}

interface DifferingProps {
  readonly codes: readonly PlannedImport[]
  readonly choices: ReadonlyMap<string, ImportChoice>
  readonly onChoose: (choices: ReadonlyMap<string, ImportChoice>) => void
}

function Differing({ codes, choices, onChoose }: DifferingProps) {
  const { t } = useTranslation('versions')
  const options = IMPORT_CHOICES.map((id) => ({
    id,
    label: t(`importing.choices.${id}`),
    description: t(`importing.choiceHints.${id}`),
  }))
  const chooseForAll = (choice: ImportChoice | 'suggested') =>
    onChoose(new Map(choice === 'suggested' ? [] : codes.map(({ path }) => [path, choice] as const)))
  return (
    <section className="stack-tight" aria-labelledby="import-different">
      <div className="row row-between">
        <h3 id="import-different">{t('importing.differs')}</h3>
        <Select
          className="versions-choice"
          label={t('importing.forAll')}
          value={sharedChoice(codes, choices)}
          onChange={chooseForAll}
          options={[{ id: 'suggested' as const, label: t('importing.asSuggested') }, ...options]}
        />
      </div>
      <p className="muted small">
        {t('importing.differsExplain')} {t('importing.legend')}
      </p>
      <ul className="versions-differences">
        {codes.slice(0, MOST_DIFFERING).map((code) => (
          <li key={code.path} className="versions-clash">
            <div className="grow">
              <div className="row">
                <strong>{code.path}</strong>
                {code.mine !== null && code.mine.path !== code.path && (
                  <span className="muted small">{t('importing.yours', { path: code.mine.path })}</span>
                )}
              </div>
              <Fields code={code} />
            </div>
            <Select
              className="versions-choice"
              label={t('importing.choice', { path: code.path })}
              hideLabel
              value={choices.get(code.path) ?? code.suggested}
              onChange={(choice) => onChoose(new Map([...choices, [code.path, choice]]))}
              options={options}
            />
          </li>
        ))}
      </ul>
      {codes.length > MOST_DIFFERING && (
        <p className="muted">{t('importing.more', { count: codes.length - MOST_DIFFERING })}</p>
      )}
    </section>
  )
}

function Fields({ code }: { readonly code: PlannedImport }) {
  const { t } = useTranslation('versions')
  const { fields, mine, theirs } = code
  if (mine === null) return null
  return (
    <dl className="versions-fields">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            {field === 'colour' ? (
              <span className="row">
                <span className={`swatch code-colour-${String(mine.colour ?? 0)}`} />→
                <span className={`swatch code-colour-${String(theirs.colour ?? 0)}`} />
              </span>
            ) : (
              <WordMarks before={mine[field] ?? ''} after={theirs[field] ?? ''} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
