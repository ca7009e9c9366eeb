import { codedTurns, stampOf, type CodedTranscript, type CodedTurn, type NumberedPassage } from './coded-transcript.ts'
import { CODED_TRANSCRIPT_STYLE } from './style.ts'
import { codedTranscriptWords } from './words.ts'
import type { ExportLanguage } from '../export-document.ts'
import { htmlPage } from '../html-page.ts'
import { escapeXml } from '../xml-text.ts'

/**
 * A coded transcript as one page that needs nothing else. Codes stand in the
 * margin under the number that brackets their words; the brackets are drawn, so copied words are the transcript's own.
 */
export function codedTranscriptHtml(transcript: CodedTranscript, language: ExportLanguage): string {
  const words = codedTranscriptWords[language]
  const { name, study, participant, codings, coders, rounds, at } = transcript
  const facts: readonly (readonly [string, string])[] = [
    ...(participant === null ? [] : [[words.participant, participant] as const]),
    [words.coders, coders.join(', ') || words.nobody],
    ...(rounds.length === 0 ? [] : [[words.rounds, rounds.join(' · ')] as const]),
    [words.codings, String(codings.length)],
    [words.written, words.date(at)],
  ]
  const several = { coders: coders.length > 1, rounds: rounds.length > 1 }
  const spoken = transcript.language ?? language
  const turns = codedTurns(transcript).map((turn) => turnHtml(turn, transcript, language, several, spoken))
  const main = `<header>
<p class="study">${escapeXml(study)}</p>
<h1>${escapeXml(name)}</h1>
<dl>
${facts.map(([term, fact]) => `<div><dt>${escapeXml(term)}</dt><dd>${escapeXml(fact)}</dd></div>`).join('\n')}
</dl>
</header>
${turns.join('\n')}`
  return htmlPage({ title: `${name} · ${study}`, language, style: CODED_TRANSCRIPT_STYLE, main })
}

interface Several {
  readonly coders: boolean
  readonly rounds: boolean
}

function turnHtml(
  { turn, stretches, begun, continued }: CodedTurn,
  { hasSpeakers, hasStamps }: CodedTranscript,
  language: ExportLanguage,
  several: Several,
  spoken: string,
): string {
  const words = codedTranscriptWords[language]
  const stamp = hasStamps && turn.seconds !== null ? ` <span>${stampOf(turn.seconds)}</span>` : ''
  const speaker = hasSpeakers ? `<b>${escapeXml(turn.speaker ?? words.unknownSpeaker)}</b> ` : ''
  const text = stretches
    .map(({ text: said, opened, closed, isCoded }) => {
      const inner = escapeXml(said)
      const open = opened.map(({ number }) => `<span class="open" data-n="${number}"></span>`).join('')
      const close = closed.map(({ number }) => `<span class="close" data-n="${number}"></span>`).join('')
      return `${open}${isCoded ? `<span class="coded">${inner}</span>` : inner}${close}`
    })
    .join('')
  const notes = [
    ...continued.map((one) => `<li class="on"><b>${one.number}</b> ${escapeXml(one.code)} (${words.continued})</li>`),
    ...begun.map((one) => noteHtml(one, language, several)),
  ]
  const margin =
    notes.length === 0
      ? ''
      : `\n<ul class="notes" aria-label="${escapeXml(words.codesOf(turn.number))}">\n${notes.join('\n')}\n</ul>`
  return `<section class="turn" aria-label="${escapeXml(`${words.turn} ${turn.number}`)}">
<p class="head">${speaker}<span>${turn.number}</span>${stamp}</p>
<p class="words" lang="${escapeXml(spoken)}" dir="auto">${text}</p>${margin}
</section>`
}

function noteHtml(
  { number, code, colour, coder, round, memos }: NumberedPassage,
  language: ExportLanguage,
  several: Several,
) {
  const words = codedTranscriptWords[language]
  const who = [...(several.coders ? [coder] : []), ...(several.rounds ? [round] : [])].join(' · ')
  const notes = memos.map(
    ({ author, body }) => `<p class="memo"><span>${escapeXml(words.memo(author))}</span> ${escapeXml(body)}</p>`,
  )
  const by = who === '' ? '' : ` <span class="who">${escapeXml(who)}</span>`
  return `<li class="c${colour}"><b>${number}</b> ${escapeXml(code)}${by}${notes.join('')}</li>`
}
