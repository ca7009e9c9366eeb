const ID = 'printed-page'

/**
 * Prints a page in place of the workbench. The page's own style holds within it alone, by a shadow root: the workbench's
 * policy forbids inline styles, and neither's rules may reach the other. Its words come back off the screen after printing.
 */
export function printPage(html: string): void {
  // The style is taken out first: the policy holds for parsed pages too.
  const [, before = '', css = '', after = ''] = /^(.*)<style>(.*?)<\/style>(.*)$/s.exec(html) ?? []
  const page = new DOMParser().parseFromString(before + after, 'text/html')
  document.getElementById(ID)?.remove()
  const host = document.createElement('div')
  host.id = ID
  host.lang = page.documentElement.lang
  const root = host.attachShadow({ mode: 'open' })
  // Within a shadow root there is neither `body` nor a page to set margins of.
  const [inner, pageRule] = splitStyle(css)
  root.adoptedStyleSheets = [sheetOf(`${inner.replaceAll(/^( *)body /gm, '$1.body ')}\n:host { color-scheme: light; }`)]
  const body = document.createElement('div')
  body.className = 'body'
  body.append(...document.importNode(page.body, true).childNodes)
  root.append(body)
  const outer = sheetOf(
    `${pageRule}\n@media screen { #${ID} { display: none } }\n` +
      `@media print { body > :not(#${ID}) { display: none !important } html, body { background: #fff; overflow: visible; height: auto } }`,
  )
  const title = document.title
  document.title = page.title
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, outer]
  document.body.append(host)
  const restore = () => {
    host.remove()
    document.title = title
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== outer)
  }
  window.addEventListener('afterprint', restore, { once: true })
  window.print()
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** The rules for the page's content, and the one for the sheets of paper. */
function splitStyle(css: string): readonly [inner: string, pageRule: string] {
  const at = css.indexOf('@page')
  return at === -1 ? [css, ''] : [css.slice(0, at), css.slice(at)]
}
