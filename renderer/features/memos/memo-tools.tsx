import { Bold, Italic, Link2, List, Quote, TextQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MemoAbout, NamedCode } from '../../../app/contract/memos.ts'
import { codeLink, passageLink } from '../../../domain/memo.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { CodeChoice } from './code-choice.tsx'
import { insert, prefixLines, wrap, type Edited } from './markdown-marks.ts'

interface MemoToolsProps {
  readonly about: MemoAbout
  readonly codes: readonly NamedCode[]
  readonly isPreview: boolean
  readonly onPreview: (isPreview: boolean) => void
  /** Changes the words, and what is chosen of them. */
  readonly onEdit: (make: (edited: Edited) => Edited) => void
}

/** What marks the words of a memo up: emphasis, lists, quotations, links to codes and to the passage it is about. */
export function MemoTools({ about, codes, isPreview, onPreview, onEdit }: MemoToolsProps) {
  const { t } = useTranslation('memos')
  const { passage } = about
  return (
    <div className="memo-tools" role="toolbar" aria-label={t('field.body')}>
      <IconButton
        label={t('bold')}
        shortcut="Mod+B"
        icon={<Bold aria-hidden />}
        isDisabled={isPreview}
        onPress={() => onEdit((edited) => wrap(edited, '**'))}
      />
      <IconButton
        label={t('italic')}
        shortcut="Mod+I"
        icon={<Italic aria-hidden />}
        isDisabled={isPreview}
        onPress={() => onEdit((edited) => wrap(edited, '*'))}
      />
      <IconButton
        label={t('bullets')}
        icon={<List aria-hidden />}
        isDisabled={isPreview}
        onPress={() => onEdit((edited) => prefixLines(edited, '- '))}
      />
      <IconButton
        label={t('quote')}
        icon={<TextQuote aria-hidden />}
        isDisabled={isPreview}
        onPress={() => onEdit((edited) => prefixLines(edited, '> '))}
      />
      {!isPreview && (
        <CodeChoice
          isSmall
          label={t('linkCode')}
          icon={<Link2 aria-hidden />}
          codes={codes}
          onChoose={({ id, path }) => onEdit((edited) => insert(edited, codeLink(nameOf(path), id)))}
        />
      )}
      {!isPreview && passage !== null && (
        <IconButton
          label={t('linkPassage')}
          icon={<Quote aria-hidden />}
          onPress={() =>
            onEdit((edited) =>
              insert(
                edited,
                passageLink(shortened(passage.words), passage.transcriptId, {
                  start: passage.start,
                  end: passage.end,
                }),
              ),
            )
          }
        />
      )}
      <span className="grow" />
      <Button variant="quiet" isPressed={isPreview} onPress={() => onPreview(!isPreview)}>
        {isPreview ? t('write') : t('preview')}
      </Button>
    </div>
  )
}

/** The last name of a code's path. */
function nameOf(path: string): string {
  return path.split(' / ').at(-1) ?? path
}

/** The first words of a passage, for a link's label. */
function shortened(words: string): string {
  const letters = Array.from(words)
  return letters.length <= 60
    ? words
    : `${letters
        .slice(0, 60)
        .join('')
        .replace(/\s\S*$/, '')}…`
}
