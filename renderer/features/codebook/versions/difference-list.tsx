import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFINING } from '../../../../domain/codebook/codebook-diff.ts'
import { Button } from '../../../components/button.tsx'
import type { Difference } from './differences.ts'
import { WordMarks } from './word-marks.tsx'

/** How many codes of a group are shown at first: a long list is slow to draw and nobody reads it whole. */
const AT_FIRST = 100

/** Codes that came, went and changed, each group under its heading. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation('versions')
  return (['added', 'removed', 'changed'] as const).map((group) => {
    const among = differences.filter((difference) => difference.group === group)
    return among.length === 0 ? null : <Group key={group} title={t(`compare.${group}`)} differences={among} />
  })
}

function Group({ title, differences }: { readonly title: string; readonly differences: readonly Difference[] }) {
  const { t } = useTranslation('versions')
  const [shown, setShown] = useState(AT_FIRST)
  const rest = differences.length - shown
  return (
    <section className="stack-tight" aria-label={title}>
      <h3>
        {title} <span className="muted">{differences.length}</span>
      </h3>
      <ul className="versions-differences">
        {differences.slice(0, shown).map((difference) => (
          <li key={difference.code.id}>
            <OneDifference difference={difference} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + 10 * AT_FIRST)}>
          {t('compare.more', { count: Math.min(rest, 10 * AT_FIRST) })}
        </Button>
      )}
    </section>
  )
}

function OneDifference({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation('versions')
  const { group, path, pathBefore, code, before, kinds, merged } = difference
  return (
    <>
      <div className="row">
        {before !== null && before.colour !== code.colour && (
          <>
            <Colour number={before.colour} />
            <ArrowRight size={12} aria-hidden />
          </>
        )}
        {before !== null && before.colour !== code.colour ? (
          <Colour number={code.colour} />
        ) : (
          <span className={`swatch code-colour-${String(code.colour)}`} />
        )}
        <strong>{group === 'removed' ? <del>{path}</del> : path}</strong>
        {group === 'changed' &&
          kinds.map((kind) => (
            <span key={kind} className="tag">
              {t(`change.${kind}`)}
            </span>
          ))}
        {pathBefore !== null && <span className="muted small">{t('compare.was', { path: pathBefore })}</span>}
        {merged !== null && <span className="muted small">{t('compare.merged', { detail: merged })}</span>}
      </div>
      {group === 'added' && code.definition !== '' && <p className="versions-text">{code.definition}</p>}
      {before !== null && (
        <dl className="versions-fields">
          {DEFINING.filter((field) => before[field] !== code[field]).map((field) => (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>
                <WordMarks before={before[field]} after={code[field]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function Colour({ number }: { readonly number: number }) {
  const { t } = useTranslation('versions')
  return (
    <>
      <span className={`swatch code-colour-${String(number)}`} />
      <span className="muted small">{t('compare.colour', { number: number + 1 })}</span>
    </>
  )
}
