import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

/** What the colours of the palette are called, in its order. */
const COLOURS = [
  'blue',
  'orange',
  'green',
  'purple',
  'olive',
  'red',
  'turquoise',
  'violet',
  'sage',
  'plum',
  'sky',
  'ochre',
] as const

interface ColourChoiceProps {
  readonly value: number
  readonly onChange: (colour: number) => void
}

/** A colour of the palette, by its name; the names are said and shown, so that nobody has to tell colours apart. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const { t } = useTranslation('codebook')
  const chosen = COLOURS[value]
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={String(value)}
      onChange={(next) => onChange(Number(next))}
    >
      <Label className="field-label">
        {t('codes.colour')}
        {chosen !== undefined && `: ${t(`codes.colours.${chosen}`)}`}
      </Label>
      <div className="codes-colours">
        {COLOURS.map((name, colour) => (
          <Radio
            key={name}
            value={String(colour)}
            aria-label={t(`codes.colours.${name}`)}
            className={`codes-colour code-colour-${colour}`}
          />
        ))}
      </div>
    </RadioGroup>
  )
}
