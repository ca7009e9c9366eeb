import type { participants as english } from '../en/participants.ts'
import type { Translation } from '../translation.ts'

export const participants: Translation<typeof english> = {
  title: 'Participants',
  description_one: 'Un participant. Les codages se comparent et se cherchent d’après ce qui est noté ici.',
  description_other:
    '{{count, number}} participants. Les codages se comparent et se cherchent d’après ce qui est noté ici.',
  none: 'Aucun participant pour l’instant',
  noneAdvice:
    'Notez qui a été interrogé sous un pseudonyme comme P7a, avec son rôle, son expérience, son organisation et tout ce que votre étude compare. Dites ensuite, dans les détails de chaque transcription, de qui elle tient les paroles.',
  add: 'Ajouter un participant',
  addTitle: 'Ajouter un participant',
  changeTitle: 'Participant {{name}}',
  pseudonym: 'Pseudonyme',
  pseudonymHint: 'Comme P7a\u00A0: organisation 7, personne a. Jamais un nom.',
  attributes: {
    role: 'Rôle',
    organization: 'Organisation',
    team: 'Équipe',
    years: 'Années d’expérience',
  },
  teamHint: 'Au sein de l’organisation',
  yearsWrong: 'Un nombre de 0 à 100',
  own: 'Attributs propres à cette étude',
  attributeName: 'Attribut {{number}}',
  attributeValue: 'Valeur {{number}}',
  addAttribute: 'Ajouter un attribut',
  removeAttribute: 'Retirer l’attribut {{number}}',
  transcripts: 'Transcriptions',
  actions: 'Actions',
  notNoted: 'non noté',
  memo: 'Mémos sur {{name}}',
  remove: 'Retirer {{name}}',
  removed: '«\u00A0{{name}}\u00A0» a été retiré.',
  saved: '«\u00A0{{name}}\u00A0» est enregistré.',
}
