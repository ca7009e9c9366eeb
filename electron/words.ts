/** The words of the menu and the dialogs; the window has its own. */
const WORDS = {
  en: {
    file: 'File',
    newStudy: 'New study…',
    openStudy: 'Open study…',
    quit: 'Quit Axial',
    close: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    resetZoom: 'Actual size',
    fullScreen: 'Full screen',
    window: 'Window',
    minimize: 'Minimise',
    studies: 'Axial studies',
    create: 'Create',
    open: 'Open',
  },
  fr: {
    file: 'Fichier',
    newStudy: 'Nouvelle étude…',
    openStudy: 'Ouvrir une étude…',
    quit: 'Quitter Axial',
    close: 'Fermer la fenêtre',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    resetZoom: 'Taille réelle',
    fullScreen: 'Plein écran',
    window: 'Fenêtre',
    minimize: 'Réduire la fenêtre',
    studies: 'Études Axial',
    create: 'Créer',
    open: 'Ouvrir',
  },
} as const

export type Words = Readonly<Record<keyof (typeof WORDS)['en'], string>>

/** `locale` is the system's, such as fr-CA. */
export function wordsFor(locale: string): Words {
  return locale.toLowerCase().startsWith('fr') ? WORDS.fr : WORDS.en
}
