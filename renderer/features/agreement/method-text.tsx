import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import { methodSentence } from '../../../domain/agreement/method-sentence.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { announce } from '../../session.ts'
import { methodFacts } from './method-facts.ts'
import { rowName, rowNote, type FigureRow } from './rows.ts'

const LANGUAGES = ['en', 'fr'] as const

interface MethodTextProps {
  readonly agreement: Agreement
  readonly rows: readonly FigureRow[]
  /** `h3` where it stands within a comparison. */
  readonly level: 'h2' | 'h3'
}

/** The passage for a paper's method section, to be copied: of one comparison, in the language of the paper. */
export function MethodText({ agreement, rows, level: Heading }: MethodTextProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const id = useId()
  const shown = useLanguage()
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(shown)
  const [chosen, setChosen] = useState<string | null>(null)
  const row = rows.find(({ key }) => key === chosen) ?? rows[0]
  if (row === undefined) return null
  const nameOf = (one: FigureRow) =>
    `${rowName(t, one, agreement.scope, format.list)} · ${rowNote(t, one, format.list, agreement.scope)}`
  const text = methodSentence(methodFacts(agreement, row), language)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      announce(t('method.copied'))
    } catch {
      announce(t('method.copyFailed'))
    }
  }
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <Heading id={`${id}-heading`}>{t('method.title')}</Heading>
      <div className="agreement-method-choices">
        {rows.length > 1 && (
          <Select
            label={t('method.which')}
            value={row.key}
            options={rows.map((one) => ({ id: one.key, label: nameOf(one) }))}
            onChange={setChosen}
          />
        )}
        <Select
          label={t('method.language')}
          value={language}
          options={LANGUAGES.map((one) => ({ id: one, label: t(`method.languages.${one}`) }))}
          onChange={setLanguage}
        />
      </div>
      <blockquote className="agreement-method reading" lang={language}>
        {text}
      </blockquote>
      <div className="row">
        <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
          {t('method.copy')}
        </Button>
        <span className="small muted">{t('method.note', { name: nameOf(row) })}</span>
      </div>
    </section>
  )
}
