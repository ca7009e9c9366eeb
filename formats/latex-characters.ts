/** A character that means something to LaTeX, or that its fonts lack, and the command that prints it. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  // Two of them would join into a dash, and one may end a row's optional argument.
  '-': '{-}',
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '\u00A0': '~',
  '\u202F': '\\,',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '’': '\\textquoteright{}',
  '‘': '\\textquoteleft{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '«': '\\guillemotleft{}',
  '»': '\\guillemotright{}',
  '…': '\\dots{}',
  '→': '\\ensuremath{\\rightarrow}',
  '←': '\\ensuremath{\\leftarrow}',
  '↔': '\\ensuremath{\\leftrightarrow}',
  '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}',
  '≠': '\\ensuremath{\\neq}',
  '≈': '\\ensuremath{\\approx}',
  '−': '\\ensuremath{-}',
  α: '\\ensuremath{\\alpha}',
  κ: '\\ensuremath{\\kappa}',
}

/**
 * What the preamble needs for the words that `escapeLatex` writes. `\shown` prints a character where the font has it, and
 * its code in brackets where it has not: without it pdfLaTeX stops, and LuaLaTeX leaves the character out. `\unseen` holds
 * what nobody sees, such as the joiners within an emoji, which pdfLaTeX does not know.
 */
export const CHARACTER_COMMANDS = String.raw`\ifpdftex
\newcommand{\shown}[2]{\ifcsname u8:\detokenize{#1}\endcsname#1\else[U+#2]\allowbreak\fi}
\newcommand{\unseen}[1]{}
\else
\newcommand{\shown}[2]{\iffontchar\font"#2 #1\else[U+#2]\allowbreak\fi}
\newcommand{\unseen}[1]{#1}
\fi`

/** A word of more characters may be broken after every few: no line may hold it, and TeX would print past the paper. */
const LONG_WORD = 24
const SYLLABLE = 4

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Words in one line: line ends and control characters become blanks, letters and their accents one character. Whatever
 * else was written is printed, never a command.
 */
export function escapeLatex(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029\uFFFE\uFFFF]+|(?![\u00A0\u202F])\p{Zs}/gu, ' ')
    .split(/([ \u00A0\u202F]+)/)
    .map(escapeWord)
    .join('')
}

function escapeWord(word: string): string {
  if (word.length <= LONG_WORD) return escapeCharacters(word)
  const characters = [...graphemes.segment(word)].map(({ segment }) => escapeCharacters(segment))
  if (characters.length <= LONG_WORD) return characters.join('')
  return characters.map((one, at) => (at > 0 && at % SYLLABLE === 0 ? `\\allowbreak{}${one}` : one)).join('')
}

function escapeCharacters(characters: string): string {
  return characters.replaceAll(
    /[\\{}$&#%_^~<>|"`'\-[\]*]|[^\u0020-\u007EÀ-ÖØ-öø-ÿŒœŸ]/gu,
    (character) => COMMANDS[character] ?? unusual(character),
  )
}

function unusual(character: string): string {
  if (/[\p{Cf}\uFE00-\uFE0F]/u.test(character)) return `\\unseen{${character}}`
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `\\shown{${character}}{${code.padStart(4, '0')}}`
}
