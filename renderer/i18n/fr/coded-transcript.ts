import type { codedTranscript as english } from '../en/coded-transcript.ts'
import type { Translation } from '../translation.ts'

export const codedTranscript: Translation<typeof english> = {
  title: 'Enregistrer ou imprimer « {{name}} » avec ses codes',
  format: 'Fichier',
  html: 'Page (HTML)',
  htmlAbout: 'Codes dans la marge ; s’ouvre dans tout navigateur, s’imprime bien.',
  docx: 'Document (DOCX)',
  docxAbout: 'Codes en commentaires sur les mots, signés par leurs codeurs.',
  whose: 'Codages de qui',
  everyones: 'De tous, si je peux les voir',
  which: 'Quels codes',
  allCodes: 'Tous les codes',
  someCodes: 'Certains seulement',
  codes: 'Codes à montrer, avec ceux qu’ils contiennent',
  with: 'Avec',
  memos: 'Mémos sur les codages',
  speakers: 'Locuteurs',
  stamps: 'Horodatages',
  holds: 'Contenu : {{contains}}.',
  words: 'Avec ce fichier, des paroles de participants quittent l’étude.',
  working: 'Préparation…',
  download: 'Télécharger',
  print: 'Imprimer…',
  downloaded: '« {{name}} » a été remis aux téléchargements.',
}
