import { Quote, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodedPassage, CountedCode } from '../../../../app/contract/codes.ts'
import { IconButton } from '../../../components/button.tsx'
import { PassageQuote } from '../../../components/passage-quote.tsx'
import { hashOf } from '../../../navigation.ts'
import { ask } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { asCoder } from './code-actions.ts'

/** How many codings are shown here; all of them are side by side in the constant comparison. */
const SHOWN = 8

/** What was coded with a code: the passages chosen as examples, and the first of all. */
export function CodePassages({ code }: { readonly code: CountedCode }) {
  const { t } = useTranslation('codebook')
  const { value } = useRead('codes.passages', { id: code.id, limit: SHOWN, ...asCoder() }, { mayVanish: true })
  if (value === null) return null
  const { codings, examples, passages } = value
  return (
    <>
      <section className="codes-passages" aria-labelledby="codes-examples">
        <h3 id="codes-examples">{t('codes.examples')}</h3>
        {examples.length === 0 ? (
          <p className="muted">{t(codings === 0 ? 'codes.noCodingsYet' : 'codes.noExamples')}</p>
        ) : (
          <Passages passages={examples} />
        )}
      </section>
      {codings > 0 && (
        <section className="codes-passages" aria-labelledby="codes-codings">
          <div className="row row-between">
            <h3 id="codes-codings">
              {passages.length < codings
                ? t('codes.firstCodings', { shown: passages.length, total: codings })
                : t('codes.allCodings')}
            </h3>
            <a href={hashOf('codebook', 'comparison', code.id)}>{t('codes.compare')}</a>
          </div>
          <Passages passages={passages} />
        </section>
      )}
    </>
  )
}

function Passages({ passages }: { readonly passages: readonly CodedPassage[] }) {
  const { t } = useTranslation('codebook')
  return (
    <ul className="codes-quotes">
      {passages.map(({ codingId, coder, round, isExample, passage }) => (
        <li key={codingId}>
          <Quote className="codes-quote-sign" aria-hidden />
          <div className="grow">
            <PassageQuote passage={passage} />
            <p className="small muted">{t('codes.codedBy', { coder, round })}</p>
          </div>
          <IconButton
            label={t('codes.mark')}
            icon={<Star aria-hidden {...(isExample && { fill: 'currentColor' })} />}
            isPressed={isExample}
            onPress={() =>
              void ask(isExample ? 'codes.unmarkExample' : 'codes.markExample', { codingId, ...asCoder() })
            }
          />
        </li>
      ))}
    </ul>
  )
}
