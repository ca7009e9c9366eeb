import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import { CODE_CHANGES } from '../../../../domain/codebook/codebook-diff.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Select } from '../../../components/select.tsx'
import { capitalise } from '../../../i18n/failure-sentence.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useRead } from '../../../use-read.ts'
import { DifferenceList } from './difference-list.tsx'
import { differencesOf, type DifferenceKind } from './differences.ts'
import { inputOf, NOW, type Side, type Sides } from './side.ts'

const KINDS: readonly DifferenceKind[] = ['added', 'removed', ...CODE_CHANGES]

interface ComparisonProps {
  readonly versions: readonly ListedVersion[]
  readonly sides: Sides
  readonly onChange: (sides: Sides) => void
}

/** What changed from one version to another, or to now: the two to choose, then the codes, by what happened to them. */
export function Comparison({ versions, sides, onChange }: ComparisonProps) {
  const { t } = useTranslation('versions')
  const format = useFormat()
  const { value } = useRead(
    'versions.compare',
    { before: inputOf(sides.before), after: inputOf(sides.after) },
    { mayVanish: true },
  )
  const [chosen, setChosen] = useState<DifferenceKind | null>(null)
  const options: readonly { readonly id: Side; readonly label: string; readonly description?: string }[] = [
    { id: NOW, label: t('now') },
    ...versions.map(({ id, name, namedAt }) => ({ id, label: name, description: format.dateTime(namedAt) })),
  ]
  const differences = value === null ? [] : differencesOf(value)
  const count = (kind: DifferenceKind) => differences.filter(({ kinds }) => kinds.includes(kind)).length
  const present = KINDS.filter((kind) => count(kind) > 0)
  // What was chosen may not be among the differences of two others.
  const kind = chosen !== null && present.includes(chosen) ? chosen : null
  return (
    <section className="stack section" aria-labelledby="version-comparison">
      <h2 id="version-comparison">{t('compare.title')}</h2>
      <div className="versions-sides">
        <Select
          label={t('compare.from')}
          options={options}
          value={sides.before}
          onChange={(before) => onChange({ ...sides, before })}
        />
        <IconButton
          label={t('compare.swap')}
          icon={<ArrowLeftRight aria-hidden />}
          onPress={() => onChange({ before: sides.after, after: sides.before })}
        />
        <Select
          label={t('compare.to')}
          options={options}
          value={sides.after}
          onChange={(after) => onChange({ ...sides, after })}
        />
      </div>
      {value !== null && (
        <output className="muted">
          {t('compare.summary', {
            before: value.before.name ?? t('now'),
            after: value.after.name ?? t('now'),
            codesBefore: t('compare.codes', { count: value.before.codes }),
            codesAfter: t('compare.codes', { count: value.after.codes }),
          })}{' '}
          {differences.length === 0 && t('compare.none')}
        </output>
      )}
      {present.length > 1 && (
        <fieldset className="row versions-kinds">
          <legend className="visually-hidden">{t('compare.show')}</legend>
          <Button variant="quiet" isPressed={kind === null} onPress={() => setChosen(null)}>
            {t('compare.all')} <span className="muted">{format.number(differences.length)}</span>
          </Button>
          {present.map((one) => (
            <Button key={one} variant="quiet" isPressed={kind === one} onPress={() => setChosen(one)}>
              {capitalise(t(`change.${one}`))} <span className="muted">{format.number(count(one))}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <DifferenceList
        key={`${sides.before} ${sides.after} ${kind ?? ''}`}
        differences={differences.filter(({ kinds }) => kind === null || kinds.includes(kind))}
      />
    </section>
  )
}
