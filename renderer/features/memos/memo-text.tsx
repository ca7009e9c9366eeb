import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import Markdown, { type Components } from 'react-markdown'
import type { NamedCode } from '../../../app/contract/memos.ts'
import type { Passage } from '../../../app/contract/values.ts'
import { readMemoAddress } from '../../../domain/memo.ts'
import { placeOf } from '../../components/passage-quote.tsx'
import { hashOf } from '../../navigation.ts'

interface Targets {
  readonly codes: readonly NamedCode[]
  readonly passages: readonly Passage[]
}

interface MemoTextProps extends Targets {
  readonly body: string
}

/** What a memo's links may lead to. */
const TargetsContext = createContext<Targets>({ codes: [], passages: [] })

/**
 * A memo's Markdown as it reads. Links lead to codes and passages of the study; any other address is written out, since
 * nothing here goes outside. No HTML and no picture of it is let through.
 */
export function MemoText({ body, codes, passages }: MemoTextProps) {
  const targets = useMemo(() => ({ codes, passages }), [codes, passages])
  return (
    <TargetsContext value={targets}>
      <div className="memo-text reading" dir="auto">
        <Markdown skipHtml disallowedElements={NO_PICTURES} urlTransform={keepAddress} components={COMPONENTS}>
          {body}
        </Markdown>
      </div>
    </TargetsContext>
  )
}

const NO_PICTURES = ['img']

/** Addresses are looked at where links are drawn: no other is ever made a link. */
function keepAddress(address: string): string {
  return address
}

/** The memo's own headings stand below the one that names it. */
const COMPONENTS: Components = {
  a: ({ href = '', children }) => <Link address={href}>{children}</Link>,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
}

function Link({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const { t } = useTranslation('memos')
  const targets = useContext(TargetsContext)
  const target = routeTo(address, targets)
  if (target !== null) {
    return (
      <a className="memo-link" href={target.hash}>
        {target.colour !== null && <span className={`swatch code-colour-${target.colour}`} aria-hidden />}
        {children}
      </a>
    )
  }
  // A link whose code or passage is gone is its words alone.
  if (readMemoAddress(address) !== null || typeof children !== 'string' || children === address) return children
  return t('external', { text: children, address })
}

function routeTo(
  address: string,
  { codes, passages }: Targets,
): { readonly hash: string; readonly colour: number | null } | null {
  const target = readMemoAddress(address)
  if (target === null) return null
  if (target.kind === 'code') {
    const code = codes.find(({ id }) => id === target.id)
    return code === undefined ? null : { hash: hashOf('codebook', 'codes', code.id), colour: code.colour }
  }
  const { transcriptId, span } = target
  const passage = passages.find(
    (one) => one.transcriptId === transcriptId && one.start === span.start && one.end === span.end,
  )
  return passage === undefined ? null : { hash: placeOf(passage), colour: null }
}
