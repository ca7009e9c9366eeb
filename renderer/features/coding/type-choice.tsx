import './type-choice.css'
import { ALargeSmall, Minus, Plus } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../components/button.tsx'
import { useKeys } from './keys/keymap.ts'
import { changeLine, changeSize, LINES, resetSize, SIZES, typeOf, useTypeSteps } from './words/type-size.ts'

/** How large the words are and how long their lines. */
export function TypeChoice() {
  const { t } = useTranslation('coding')
  const steps = useTypeSteps()
  const { percent, letters } = typeOf(steps)
  const largerKeys = useKeys('larger')
  const smallerKeys = useKeys('smaller')
  return (
    <DialogTrigger>
      <TooltipTrigger delay={500}>
        <AriaButton aria-label={t('textAndLines')} className="button button-icon">
          <ALargeSmall aria-hidden />
        </AriaButton>
        <Tooltip className="tooltip" placement="top">
          {t('textAndLines')}
        </Tooltip>
      </TooltipTrigger>
      <Popover className="popover" placement="top end">
        <Dialog className="coding-type" aria-label={t('textAndLines')}>
          <Stepper
            name={t('textSize')}
            value={t('percent', { percent })}
            less={t('textSmaller')}
            more={t('textLarger')}
            lessKeys={smallerKeys}
            moreKeys={largerKeys}
            isLeast={steps.size === 0}
            isMost={steps.size === SIZES.length - 1}
            onStep={changeSize}
          />
          <Stepper
            name={t('lineLength')}
            value={t('letters', { count: letters })}
            less={t('lineShorter')}
            more={t('lineLonger')}
            isLeast={steps.line === 0}
            isMost={steps.line === LINES.length - 1}
            onStep={changeLine}
          />
          <Button variant="quiet" isDisabled={percent === 100} onPress={resetSize}>
            {t('textUsual')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

interface StepperProps {
  readonly name: string
  readonly value: string
  readonly less: string
  readonly more: string
  readonly lessKeys?: string
  readonly moreKeys?: string
  readonly isLeast: boolean
  readonly isMost: boolean
  readonly onStep: (by: number) => void
}

function Stepper({ name, value, less, more, lessKeys, moreKeys, isLeast, isMost, onStep }: StepperProps) {
  return (
    <fieldset aria-label={name} className="coding-type-step">
      <span className="grow">{name}</span>
      <IconButton
        label={less}
        icon={<Minus aria-hidden />}
        isDisabled={isLeast}
        onPress={() => onStep(-1)}
        {...(lessKeys !== undefined && { shortcut: lessKeys })}
      />
      <output className="coding-type-value figures">{value}</output>
      <IconButton
        label={more}
        icon={<Plus aria-hidden />}
        isDisabled={isMost}
        onPress={() => onStep(1)}
        {...(moreKeys !== undefined && { shortcut: moreKeys })}
      />
    </fieldset>
  )
}
