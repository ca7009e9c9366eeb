import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import type { UnitName } from '../../../app/contract/agreement.ts'
import { SHOWN_UNITS, type ComparedPassage } from '../../../app/contract/compared-passages.ts'
import type { Cell, TableCell } from '../../../domain/agreement/compared-units.ts'
import { Button } from '../../components/button.tsx'
import { PassageQuote } from '../../components/passage-quote.tsx'
import { Select } from '../../components/select.tsx'
import { useFormat } from '../../i18n/format.ts'
import { hashOf } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'

/** Which passages are shown: all in which the coders differ, those that all of them used the code on, or that one of two did. */
export type Shown = 'disagreed' | TableCell

const CELLS: Readonly<Record<Shown, readonly Cell[]>> = {
  disagreed: ['onlyFirst', 'onlySecond', 'divided'],
  both: ['both'],
  onlyFirst: ['onlyFirst'],
  onlySecond: ['onlySecond'],
}
const SHOWN = {
  pair: ['disagreed', 'onlyFirst', 'onlySecond', 'both'],
  group: ['disagreed', 'both'],
} as const satisfies Readonly<Record<string, readonly Shown[]>>
const AT_ONCE = 10

/** What two coders, one coder in two rounds, or all together were compared over. */
export interface PassageScope {
  readonly transcripts: readonly string[]
  readonly rounds: readonly string[]
  readonly coders: readonly string[]
  /** How two sides are called: two coders by their names, two rounds of one coder by theirs; null of a group. */
  readonly names: readonly [string, string] | null
  readonly unit: UnitName
  /** Whether codes count as what they were mapped to. */
  readonly harmonised: boolean
}

interface PassagesProps {
  readonly scope: PassageScope
  readonly code: string
  readonly shown: Shown
  readonly onShown: (shown: Shown) => void
}

/** The passages behind a code's table, in their context, with both readings; and what the code's definition says. */
export function Passages({ scope, code, shown, onShown }: PassagesProps) {
  const { t } = useTranslation('agreement')
  const [limit, setLimit] = useState(AT_ONCE)
  const coderId = useSession((session) => session.coderId)
  const shownUnit = SHOWN_UNITS.find((unit) => unit === scope.unit)
  const { value } = useRead('comparedPassages.list', {
    transcripts: [...scope.transcripts],
    rounds: [...scope.rounds],
    coders: [...scope.coders],
    code,
    cells: [...CELLS[shown]],
    unit: shownUnit ?? 'turn',
    harmonised: scope.harmonised,
    limit,
    ...(coderId !== null && { coderId }),
  })
  const kind = scope.names === null ? 'group' : 'pair'
  // A turn may stand there twice, once for each round: it is said which.
  const isOfRounds = new Set(value?.passages.map(({ round }) => round)).size > 1
  const cellName = (cell: Shown) =>
    kind === 'group' && cell === 'both'
      ? t('passages.cells.all')
      : t(`passages.cells.${cell}`, { name: scope.names?.[cell === 'onlySecond' ? 1 : 0] ?? '' })
  return (
    <section className="agreement-passages" aria-label={t('passages.title', { code })} aria-busy={value === null}>
      {value !== null && <Definition definition={value.code} />}
      <Select
        className="agreement-which"
        label={t('passages.which')}
        value={shown}
        options={SHOWN[kind].map((cell) => ({ id: cell, label: cellName(cell) }))}
        onChange={(cell) => {
          setLimit(AT_ONCE)
          onShown(cell)
        }}
      />
      {value !== null && (
        <>
          {shown !== 'both' && value.total > 0 && <Instead instead={value.instead} kind={kind} />}
          {shownUnit === undefined && (
            <p className="small muted">
              {t('passages.byTurn', { unit: t(`units.${scope.unit}`).toLocaleLowerCase() })}
            </p>
          )}
          {value.total === 0 ? (
            <p className="muted">{t('passages.none')}</p>
          ) : (
            <ul className="agreement-passage-list" aria-label={t('passages.label')}>
              {value.passages.map((compared) => (
                <li key={`${compared.passage.transcriptId} ${compared.passage.start} ${compared.round}`}>
                  <PassageQuote passage={compared.passage} />
                  {isOfRounds && <span className="small muted">{compared.round}</span>}
                  <Readings compared={compared} names={scope.names} code={code} />
                </li>
              ))}
            </ul>
          )}
          {value.total > 0 && (
            <div className="row">
              <span className="small muted">
                {t('passages.shown', { shown: value.passages.length, count: value.total })}
              </span>
              {value.passages.length < value.total && limit < 200 && (
                <Button onPress={() => setLimit(Math.min(200, limit + 40))}>{t('passages.more')}</Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** What each coder gave the unit; the code in question stands out. */
function Readings({
  compared,
  names,
  code,
}: {
  readonly compared: ComparedPassage
  readonly names: PassageScope['names']
  readonly code: string
}) {
  const { t } = useTranslation('agreement')
  const sides = compared.readings.map(({ coder, codes }, index) => ({ name: names?.[index] ?? coder, codes }))
  return (
    <dl className="agreement-readings">
      {sides.map(({ name, codes }) => (
        <div key={name}>
          <dt className="small muted">{t('passages.reading', { name })}</dt>
          <dd className="agreement-chips">
            {codes.length === 0 ? (
              <span className="small muted">{t('passages.nothing')}</span>
            ) : (
              codes.map((one) => (
                <span key={one} className={one === code ? 'tag agreement-code-here' : 'tag'}>
                  {one}
                </span>
              ))
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Answer = Output<'comparedPassages.list'>

function Definition({ definition }: { readonly definition: Answer['code'] }) {
  const { t } = useTranslation('agreement')
  if (definition === null) return null
  const parts = (['definition', 'inclusion', 'exclusion'] as const).filter((part) => definition[part].trim() !== '')
  return (
    <div className="agreement-definition">
      {parts.length === 0 ? (
        <p className="muted">{t('passages.noDefinition')}</p>
      ) : (
        <dl>
          {parts.map((part) => (
            <div key={part}>
              <dt className="small muted">{t(`passages.${part}`)}</dt>
              <dd>{definition[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <a href={hashOf('codebook', 'codes', definition.id)} className="agreement-edit">
        <ExternalLink aria-hidden />
        {t('passages.edit')}
      </a>
    </div>
  )
}

interface InsteadProps {
  readonly instead: Answer['instead']
  readonly kind: keyof typeof SHOWN
}

function Instead({ instead, kind }: InsteadProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  if (instead.length === 0)
    return <p className="muted">{t(kind === 'pair' ? 'passages.insteadNone' : 'passages.insteadNoneGroup')}</p>
  const told = instead.slice(0, 5).map(({ code, units }) => t('passages.insteadItem', { code, count: units }))
  return (
    <p>
      <span className="muted">{t(kind === 'pair' ? 'passages.instead' : 'passages.insteadGroup')}</span>{' '}
      {format.list(told)}
    </p>
  )
}
