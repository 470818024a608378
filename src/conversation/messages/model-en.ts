import type { Misfit } from '../../questions/check-translation.ts'
import { datesEn } from './dates.ts'
import type { modelJa } from './model-ja.ts'
import { officeEn } from './office-en.ts'

const misfits: Readonly<Record<Misfit, string>> = {
  empty: 'it has no words',
  length: 'its length is not that of a translation',
  markup: 'it has more than words in it, such as markup or addresses',
  language: 'it is not in English',
  numbers: 'its numbers are not those of the Japanese',
  signs: 'its rating signs are not those of the Japanese',
}

/** The language model, in English. */
export const modelEn: typeof modelJa = {
  aside: (name, host) =>
    `A language model${nameAt(name, host)} may be used to read questions, to pick passages and to translate. Your question and passages of the record are sent there, your name is not. The words of an answer stay those of the record. Send "about this answer" to see how it was found.`,
  asideOpinions: 'Opinions and responses that are not yet published may be sent too, without names.',

  none: 'No language model is configured. Answers are found by looking up the record alone.',
  noneYet: 'No language model is configured yet; once one is, this switch applies to it.',
  on: (name) => `The language model${nameAt(name, null)} is in use.`,
  off: (name) => `A language model${nameAt(name, null)} is configured and switched off.`,
  switchedBy: (on, by, minute) => `Switched ${on ? 'on' : 'off'} by ${by}, ${datesEn.minute(minute)}.`,
  host: (host) => `Sent to: ${host}`,
  seesOpinions: 'Opinions and responses that are not yet published may be sent too, without names.',
  seesNoOpinions: 'Only questions and the published record are sent.',
  patience: (seconds) => `An answer waits for it: ${seconds} seconds at most in all`,
  today: (calls, most) => `Calls today: ${calls}${most === null ? '' : ` (of ${most} at most)`}`,
  offHint: 'To switch it off: "model off".',
  onHint: 'To switch it on: "model on".',
  switched: {
    on: 'The language model is switched on. To switch it off: "model off".',
    off: 'The language model is switched off. Answers are found by looking up the record alone. To switch it on: "model on".',
  },

  state: {
    machine: 'not read yet',
    withheld: 'not shown',
    accepted: 'accepted',
    corrected: 'corrected',
    rejected: 'rejected',
  },
  translations: (number) => (number === 1 ? '1 translation:' : `${number} translations:`),
  translationsNone: (all) =>
    all === 0
      ? 'There are no translations yet.'
      : `No such translation, of ${all} in all. "--state all" shows all of them.`,
  translationLine: (id, state, start, cut) => `- ${id}  ${state}  「${start}${cut ? '…' : ''}」`,
  translationsMore: (number) => `${number} more are not shown; narrow them down by "--state", or read these first.`,
  showHint: '"translation show T-…" shows one beside the Japanese.',
  translation: (id, state, passage) => `Translation ${id}  ${state}  the Japanese (${passage})`,
  machine: "The language model's translation",
  correction: "The secretariat's translation",
  noWords: 'What the language model returned was not worth keeping as a text.',
  misfits,
  withheldFor: (why) => `Members are not shown it: ${why}.`,
  readBy: (by, minute) => `Read by ${by}, ${datesEn.minute(minute)}`,
  made: (model, prompt, version) => `Made by ${model} (prompt ${prompt}, version ${version})`,
  reviewHint: (id) =>
    `"translation accept ${id}" accepts it, "translation correct ${id} --text WORDS" puts yours in its place, "translation reject ${id}" keeps it from being shown.`,
  reviewed: {
    accepted: (id) => `${id} is accepted as read by the secretariat.`,
    corrected: (id) => `${id} is corrected; answers show your words from now on.`,
    rejected: (id) => `${id} is rejected: it is not shown, and not asked for again.`,
  },
  numbersDiffer: 'The numbers of the translation do not seem to be those of the Japanese; please look again.',

  suggestion: {
    lead: (item) =>
      `A draft of a response to ${item}. It is a language model's; it is neither stored nor sent. Please check that it decides nothing that nobody has decided and that it is true, and put it in your own words.`,
    noDraft: (item) =>
      `The language model made no draft of a response to ${item}; it seems to have found nothing to rest one on.`,
    numbers: (numbers) => `These numbers stand neither in the opinion nor in the passages below: ${numbers.join(', ')}`,
    precedents: 'Passages that the draft is said to rest on, in the words of the record',
    precedentsNone: 'No passage was named that the draft rests on.',
    similar: 'Items that may be alike',
    similarLine: (item, start, cut) => `- ${item}  「${start}${cut ? '…' : ''}」`,
    questions: 'What a division would have to answer, as it was put',
    question: (text) => `- ${text}`,
    made: (model, prompt, version) => `Made by ${model} (prompt ${prompt}, version ${version})`,
    hint: (item) => `To use it, hand in what you have made of it: "queue respond ${item} --text …".`,
    gone: (item) => `The draft for ${item} was not kept. "queue suggest ${item}" asks for one again.`,
    refused: {
      'no-model': (item) => `No language model is in use, so there is no draft for ${item}. "model show" says why.`,
      'may-not-see': (item) =>
        `The language model is shown the published record only, so the opinion ${item} was not sent to it. To show it opinions too (without names), ask the operator to set MODEL_MAY_SEE_OPINIONS=on.`,
      'no-suggestion': (item) =>
        `No draft for ${item} could be had this time. Nothing has changed. Please try again later.`,
      'over-budget': (item) =>
        `The calls of today are used up, so there is no draft for ${item}. Please try again tomorrow, or ask the operator about the limit.`,
    },
  },

  refused: {
    'not-staff': officeEn.refused['not-staff'],
    'unknown-translation': (id) => `There is no translation ${id}. "translation list --state all" shows all of them.`,
    withheld: (id) =>
      `${id} is not shown because it does not agree with the Japanese. Write it yourself: "translation correct ${id} --text WORDS".`,
    'already-reviewed': (id, state, by) => `${id} is ${state}${by === null ? '' : `, by ${by}`}. Nothing was changed.`,
    'switched-already': (on, by, minute) =>
      `The language model was switched ${on ? 'on' : 'off'} by ${by}, ${datesEn.minute(minute)}, and still is. Nothing was changed.`,
  },
}

function nameAt(name: string | null, host: string | null): string {
  const parts = [name, host].filter((part) => part !== null)
  return parts.length === 0 ? '' : ` (${parts.join(' at ')})`
}
