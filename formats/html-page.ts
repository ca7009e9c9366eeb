import type { ExportLanguage } from './export-document.ts'
import { escapeXml } from './xml-text.ts'

export interface HtmlPage {
  /** Plain text. */
  readonly title: string
  readonly language: ExportLanguage
  /** CSS, ended by a line feed. */
  readonly style: string
  /** Markup, escaped already. */
  readonly main: string
}

/** A page that needs nothing else, and may load nothing else: no script, no picture, no font, no address. */
export function htmlPage({ title, language, style, main }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeXml(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`
}
