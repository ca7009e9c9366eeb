import { fillPhrase, type Language, type Phrase, type PlaceholdersOf } from './text/phrase.ts'

/**
 * What reading a file made worth saying, in both languages: why a column was left out, what was odd about a row, what is
 * wrong with a file. A phrase without a verb is about the column it is told with. `{remark}` and `{data}` are remarks.
 */
export const remarks = {
  // Where
  at: { en: '{place}: {remark}', fr: '{place} : {remark}' },
  'in-row': { en: 'row {row}: {remark}', fr: 'ligne {row} : {remark}' },
  'in-sheet-row': { en: '{sheet}, row {row}: {remark}', fr: '{sheet}, ligne {row} : {remark}' },

  // Packets
  'packet-unpacks-otherwise': {
    en: 'its content does not unpack to what it says',
    fr: 'son contenu ne se décompresse pas comme annoncé',
  },
  'packet-code-unknown': { en: 'a code that is nowhere described', fr: 'un code qui n’est décrit nulle part' },
  'packet-codes-circular': { en: 'codes that hold each other', fr: 'des codes qui se contiennent l’un l’autre' },
  'packet-words-absent': { en: 'words beyond the end of a text', fr: 'des mots au-delà de la fin d’un texte' },
  'packet-twice': { en: 'the same id twice', fr: 'deux fois le même identifiant' },
  'packet-constraint': { en: 'rows that the study cannot hold', fr: 'des lignes que l’étude ne peut pas contenir' },
  'packet-label': { en: 'its label says otherwise', fr: 'son étiquette dit autre chose' },
  'packet-text-altered': { en: 'a text that has another hash', fr: 'un texte dont l’empreinte diffère' },

  // Columns of a survey that identify people
  'by-header': { en: '{data}, by its header', fr: '{data}, d’après son en-tête' },
  'by-values': { en: '{data}, by its values', fr: '{data}, d’après ses valeurs' },
  'ip-address': { en: 'IP address', fr: 'adresse IP' },
  location: { en: 'location', fr: 'lieu' },
  'person-name': { en: 'name of a person', fr: 'nom d’une personne' },
  'email-address': { en: 'e-mail address', fr: 'adresse électronique' },
  'telephone-number': { en: 'telephone number', fr: 'numéro de téléphone' },
  'recipient-id': { en: 'id of a recipient', fr: 'identifiant d’un destinataire' },
  'response-id': { en: 'id of a response', fr: 'identifiant d’une réponse' },
  'respondent-id': { en: 'id of a respondent', fr: 'identifiant d’une personne interrogée' },
  'birth-date': { en: 'date of birth', fr: 'date de naissance' },
  signature: { en: 'signature', fr: 'signature' },

  // Columns of a survey that are neither rated nor a group
  'tool-date': { en: 'a date of the survey tool', fr: 'une date de l’outil d’enquête' },
  'tool-column': { en: 'added by the survey tool', fr: 'ajoutée par l’outil d’enquête' },
  dates: { en: 'dates', fr: 'des dates' },
  'consent-question': { en: 'the question of consent', fr: 'la question du consentement' },
  'nobody-answered': { en: 'nobody answered it', fr: 'personne n’y a répondu' },
  'free-text': { en: 'free text', fr: 'texte libre' },
  'all-different': { en: 'every answer is different', fr: 'toutes les réponses sont différentes' },
  'nearly-all-different': {
    en: 'nearly every answer is different',
    fr: 'presque toutes les réponses sont différentes',
  },
  'other-scale': { en: 'rated on another scale ({labels})', fr: 'notée sur une autre échelle ({labels})' },

  // Rows of a survey that are no respondents
  preview: { en: 'a preview, not a respondent', fr: 'un aperçu, et non une personne interrogée' },
  'consent-refused': { en: 'consent was refused', fr: 'le consentement a été refusé' },
  'nothing-answered': { en: 'no question is answered', fr: 'aucune question n’a de réponse' },

  // Sheets and rows of a mismatch workbook
  'not-an-interview': { en: 'not a sheet of an interview', fr: 'ce n’est pas la feuille d’un entretien' },
  'no-mismatch-header': {
    en: 'no header row with a quote and a category column',
    fr: 'aucune ligne d’en-tête avec une colonne de citations et une colonne de catégories',
  },
  'empty-mismatch': {
    en: 'no quote, no description and no category; left out',
    fr: 'ni citation, ni description, ni catégorie ; laissée de côté',
  },
  'reference-missing': { en: 'no reference; kept as {reference}', fr: 'sans référence ; gardée sous {reference}' },
  'reference-repeated': {
    en: 'the reference {given} is used twice; kept as {reference}',
    fr: 'la référence {given} sert deux fois ; gardée sous {reference}',
  },
  'too-many-instances': {
    en: 'more than {limit} instances; left out: {instance}',
    fr: 'plus de {limit} occurrences ; laissée de côté : {instance}',
  },
  'no-category': { en: '{label} has no category', fr: '{label} n’a pas de catégorie' },
  'other-category': {
    en: '{label} stands under {category} ({abbreviation}); kept so',
    fr: '{label} figure sous {category} ({abbreviation}) ; laissé ainsi',
  },

  // What is wrong with a file: the `detail` of an error
  'no-mismatch': {
    en: 'no sheet "Interview NN" with mismatches',
    fr: 'aucune feuille « Interview NN » avec des discordances',
  },
  'no-header': { en: 'no header row', fr: 'aucune ligne d’en-tête' },
  'no-answers': { en: 'a header and no answers', fr: 'un en-tête et aucune réponse' },
  'no-rated-question': { en: 'no question rated on a scale', fr: 'aucune question notée sur une échelle' },
  'not-zip': {
    en: 'it is no zip archive, which every .xlsx is',
    fr: 'ce n’est pas une archive zip, comme l’est tout fichier .xlsx',
  },
  'archive-damaged': {
    en: 'the archive is damaged or cut short',
    fr: 'l’archive est endommagée ou tronquée',
  },
  'sheet-too-large': {
    en: 'a sheet spans {rows} × {columns} cells',
    fr: 'une feuille couvre {rows} × {columns} cellules',
  },
  'web-page': { en: 'it is a web page or XML', fr: 'c’est une page web ou du XML' },
  binary: { en: 'it is binary', fr: 'c’est un fichier binaire' },
  'not-json': { en: 'it is not JSON', fr: 'ce n’est pas du JSON' },
  'json-broken-at': {
    en: 'it is not JSON from line {line}, column {column} on',
    fr: 'ce n’est plus du JSON à partir de la ligne {line}, colonne {column}',
  },
  'json-cut-short': { en: 'its JSON ends too early', fr: 'son JSON s’arrête trop tôt' },
  'value-absent': { en: 'is missing', fr: 'est absent' },
  'value-not-text': { en: 'is not a text', fr: 'n’est pas un texte' },
  'value-not-number': { en: 'is not a number', fr: 'n’est pas un nombre' },
  'value-not-yes-no': { en: 'is neither true nor false', fr: 'n’est ni true ni false' },
  'value-not-list': { en: 'is not a list', fr: 'n’est pas une liste' },
  'value-not-object': { en: 'is not an object', fr: 'n’est pas un objet' },
  'value-not-one-of': { en: 'is none of {values}', fr: 'n’est aucun de {values}' },
  'value-unfit': { en: 'is not what is expected there', fr: 'n’est pas ce qui est attendu là' },
  'rows-unreadable': { en: 'its rows cannot be told apart', fr: 'ses lignes ne se distinguent pas' },
  'quote-not-closed': {
    en: 'the quotation mark that opens a cell on line {line} is never closed',
    fr: 'le guillemet qui ouvre une cellule à la ligne {line} n’est jamais refermé',
  },

  // What is wrong with a codebook
  line: { en: 'line {line}', fr: 'ligne {line}' },
  entry: { en: 'code number {entry}', fr: 'code numéro {entry}' },
  'and-then': { en: '{places}, {place}', fr: '{places}, {place}' },
  'no-code-column': {
    en: 'no column holds the names of the codes; its header should be “name”, “code” or “path” (found: {found})',
    fr: 'aucune colonne ne contient les noms des codes ; son en-tête devrait être « nom », « code » ou « chemin » (trouvé : {found})',
  },
  'no-codes-there': { en: 'that study has no code', fr: 'cette étude n’a aucun code' },
  'study-by-path': {
    en: 'it is a study: import from it under “Another study”',
    fr: 'c’est une étude : importez-la sous « Une autre étude »',
  },
  'no-codes': { en: 'a header and no codes', fr: 'un en-tête et aucun code' },
  'too-many-codes': {
    en: 'more than {limit} codes, the most that is read; split it, or check that it is a codebook',
    fr: 'plus de {limit} codes, le maximum lu ; divisez-le, ou vérifiez que c’est un livre de codes',
  },
  'code-without-name': { en: '{place}: a code has no name', fr: '{place} : un code n’a pas de nom' },
  'cell-too-long': {
    en: '{place}: a {column} of more than {limit} characters',
    fr: '{place} : un texte de plus de {limit} caractères ({column})',
  },
  'code-name-twice': {
    en: '“{code}” stands twice under one parent ({first}, {second}); rename one of them, or leave it out',
    fr: '« {code} » figure deux fois sous le même parent ({first}, {second}) ; renommez l’un des deux ou supprimez-le',
  },
  'code-in-circle': {
    en: '“{code}” holds itself, by way of its parents ({places}); give one of them another parent',
    fr: '« {code} » se contient lui-même par ses parents ({places}) ; donnez un autre parent à l’un d’eux',
  },
  'parent-ambiguous': {
    en: '{place}: several codes are called “{parent}”; write the parent as a path, such as “Category / Code”',
    fr: '{place} : plusieurs codes s’appellent « {parent} » ; écrivez le parent comme un chemin, tel que « Catégorie / Code »',
  },
  'parent-unknown': {
    en: '{place}: its parent is not in the file',
    fr: '{place} : son parent n’est pas dans le fichier',
  },
  'too-deep': {
    en: '{place}: more than {limit} levels of codes within codes',
    fr: '{place} : plus de {limit} niveaux de codes imbriqués',
  },
  'used-twice': { en: '{name} is used twice', fr: '{name} sert deux fois' },
} as const satisfies Record<string, Phrase>

export type RemarkKey = keyof typeof remarks

export const REMARK_KEYS = Object.keys(remarks) as readonly RemarkKey[]

/** What a parameter of a remark may be; a remark within is said in the same language. */
export type RemarkValue = string | number | Remark

/** Something to tell a person, as data: it becomes words where it is shown, in the language spoken there. */
export interface Remark {
  readonly key: RemarkKey
  readonly params: Readonly<Record<string, RemarkValue>>
}

type ParamsOf<Key extends RemarkKey> = Readonly<Record<PlaceholdersOf<(typeof remarks)[Key]['en']>, RemarkValue>>

/** The remark of this key. Its parameters are those of its phrase, no fewer and no more. */
export function remark<Key extends RemarkKey>(
  key: Key,
  ...[params]: keyof ParamsOf<Key> extends never ? [] : [params: ParamsOf<Key>]
): Remark {
  return { key, params: params ?? {} }
}

/** The remark in words. */
export function remarkIn({ key, params }: Remark, language: Language): string {
  return fillPhrase(remarks[key][language], (name) => sayValue(params[name] ?? '', language))
}

/** A parameter of a remark or an error in words: text and numbers as they are. */
export function sayValue(value: RemarkValue, language: Language): string {
  return typeof value === 'object' ? remarkIn(value, language) : String(value)
}
