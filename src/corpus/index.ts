/**
 * The records: one kind a file, with its schema, its names and its label, in the table `kinds.ts`. YAML comes in with the
 * place of every datum, is checked and becomes a `Corpus`; what is wrong becomes findings, and what is right stays usable.
 * Records are written back here too, with comments and order kept.
 */

export { type Actor, familyOf } from './actor.ts'
export { type Claim, claim } from './claim.ts'
export { uncleanness } from './clean.ts'
export { companionsOf, packsInto, templatesOf } from './complete-packs.ts'
export { type Corpus, idsOf, type Registers, recordsOf } from './corpus.ts'
export { folder, recordFile } from './corpus-layout.ts'
export {
  bibliographic,
  dateVariables,
  identifierVariables,
  itemTypes,
  nameVariables,
  noteVariables,
  textVariables,
  titleVariables,
  type WorkName,
} from './csl.ts'
export { formatDate } from './date-words.ts'
export type { Disagreement } from './disagreement.ts'
export { compareEdtf, type Edtf, edtf, parseEdtf } from './edtf.ts'
export { edtfFault } from './edtf-advice.ts'
export type { Event } from './event.ts'
export { takes } from './field-reference.ts'
export type { Role, Statement } from './fields.ts'
export { fullName, isOfOneWord, printedAuthors, printedTitle, type Transliteration } from './in-letters.ts'
export type { Judgment } from './judgment.ts'
export { type Issue, issueSchema, type Lock, lockSchema } from './kept-records.ts'
export type { Facets } from './kind.ts'
export { jsonSchema, type KindOf, kindOf, kinds, type RecordKind, type RecordName } from './kinds.ts'
export { languageNamed } from './language-names.ts'
export { isLawOfItsCountry, lawDates, lawName } from './law.ts'
export { load } from './load.ts'
export { markingOf } from './marking.ts'
export type { Measure } from './measure.ts'
export { fieldElsewhere, typeElsewhere } from './names-elsewhere.ts'
export { fieldOrder, inOrder } from './order.ts'
export type { Pack, PackFile } from './pack.ts'
export { type Normalisation, normalisations, type Passage, type PlaceKind, placeOf, type Support } from './passage.ts'
export { claimProposal, sentenceProposal } from './proposal.ts'
export { type Origin, Provenance } from './provenance.ts'
export { putInOrder } from './put-in-order.ts'
export { readToEdit } from './read-to-edit.ts'
export { readYaml } from './read-yaml.ts'
export { readText } from './records.ts'
export { standInName } from './recover.ts'
export { findFields, type Reference, type Shape, shapesAt } from './references.ts'
export {
  confidenceLevels,
  type LikelihoodScale,
  type LikelihoodTerm,
  likelihood,
  likelihoodIn,
  measureStatuses,
  scaleIn,
  scales,
} from './scales.ts'
export { faultsIn } from './schema-findings.ts'
export { slugOf } from './slug.ts'
export { madeWhen, type Source } from './source.ts'
export { codeOf, codeToWrite } from './source-codes.ts'
export { appendRecords, flow, setAt, setFields, setInEntries } from './splice-yaml.ts'
export type { Threat } from './threat.ts'
export { unknownKinds } from './unknown-ids.ts'
export { hasOwn, kindLabel, kindWords, presetOf, vocabularyKinds, vocabularyOf } from './vocabulary.ts'
export { appendTo, editYaml, setField, yamlOf } from './write-yaml.ts'
export { straightMarks } from './written-field.ts'
export { parseYaml } from './yaml.ts'
