import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { ANY } from './choices.ts'
import { changeSource, type SearchScreen } from './screen.ts'

interface GuideFieldsProps {
  readonly screen: SearchScreen
  /** The guide's questions as the study keeps them. */
  readonly questions: readonly string[]
}

/** The interview guide, kept with the study, and to which of its questions the answers are coded. */
export function GuideFields({ screen, questions }: GuideFieldsProps) {
  const { t } = useTranslation('search')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const { value: speakers } = useRead('search.speakers', {})
  const kept = questions.join('\n')
  const [typed, setTyped] = useState(kept)
  const save = async () => {
    const saved = await ask('autoCoding.saveQuestions', {
      questions: typed.split('\n'),
      ...(coderId === null ? {} : { coderId }),
    })
    if (saved !== null) changeSource({ question: null })
  }
  const known = questions.find((text) => text === screen.question)
  return (
    <>
      <Select
        label={t('auto.question')}
        value={known ?? ANY}
        isDisabled={questions.length === 0}
        options={[
          { id: ANY, label: t('auto.allQuestions', { count: questions.length }) },
          ...questions.map((text) => ({ id: text, label: text })),
        ]}
        onChange={(option) => changeSource({ question: option === ANY ? null : option })}
      />
      <Select
        label={t('auto.likeness')}
        value={screen.likeness}
        options={(['0.8', '0.6', '0.4'] as const).map((id) => ({
          id,
          label: t(`auto.likenesses.${id === '0.8' ? 'close' : id === '0.6' ? 'usual' : 'loose'}`),
          description: t('auto.likenessShare', { share: format.share(Number(id)) }),
        }))}
        onChange={(likeness) => changeSource({ likeness })}
      />
      <Select
        label={t('auto.asker')}
        value={screen.asker ?? ANY}
        options={[
          { id: ANY, label: t('auto.interviewers') },
          ...(speakers ?? []).map(({ name }) => ({ id: name, label: name })),
        ]}
        onChange={(option) => changeSource({ asker: option === ANY ? null : option })}
      />
      <form
        className="search-wide stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t('auto.guide')}
          hint={t('auto.guideHint')}
          rows={Math.min(12, Math.max(4, typed.split('\n').length + 1))}
          value={typed}
          onChange={setTyped}
        />
        <div className="row">
          <Button type="submit" isDisabled={typed.trim() === kept}>
            {t('auto.keepGuide')}
          </Button>
        </div>
      </form>
    </>
  )
}
