import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../app/contract.ts'
import { Button } from '../../components/button.tsx'
import { navigate } from '../../navigation.ts'

export type Step = Output<'study.progress'>['nextStep'] | 'add-coder'

interface NextStepProps {
  readonly step: Step
  readonly onAddCoder: () => void
}

/** One sentence on what to do next, and the way there. */
export function NextStep({ step, onAddCoder }: NextStepProps) {
  const { t } = useTranslation('study')
  const go = () => {
    switch (step) {
      case 'add-coder':
      case 'second-coder':
        return onAddCoder()
      case 'open-round':
        return document.querySelector<HTMLElement>('[aria-labelledby=study-rounds] .study-list button')?.focus()
      case 'import-transcripts':
        return navigate('transcripts')
      case 'create-codes':
      case 'code':
        return navigate('coding')
      case 'agreement':
      case 'catalog':
      case 'survey':
      case 'export':
        return navigate(step)
    }
  }
  return (
    <section className="callout study-next" aria-labelledby="next-step">
      <div className="stack-tight grow">
        <h2 id="next-step" className="field-label">
          {t('next.heading')}
        </h2>
        <p>{t(`next.${step}.text`)}</p>
      </div>
      <Button variant="primary" icon={<ArrowRight aria-hidden />} onPress={go}>
        {t(`next.${step}.button`)}
      </Button>
    </section>
  )
}
